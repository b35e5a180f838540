import Arena

/// Turns the cells of a chunk into faces. Faces of whole cubes that lie in one plane and look alike
/// are merged into rectangles, greedily: first along the row, then row by row (M. Lysenko, Meshing
/// in a Minecraft game, 2012). Corners between blocks are darkened (ambient occlusion).
struct ChunkMesher {
  /// Faces that hide what is behind, and those that do not.
  private(set) var opaque = ChunkVertices()
  private(set) var translucent = ChunkVertices()
  private let cells: ChunkSurroundings
  private let looks: [Scene.BlockLook]
  /// Whether a look hides what is behind, and whether it fills its cell; by look.
  private let hides: [Bool]
  private let isCube: [Bool]

  static let side = Scene.BlockChunk.side

  /// What has to be equal for two faces to be merged: the look, and how open the four corners are.
  private struct Face: Equatable {
    var look: Int
    var openness: SIMD4<UInt8>
  }

  init(_ cells: ChunkSurroundings, looks: [Scene.BlockLook], hides: [Bool], isCube: [Bool]) {
    self.cells = cells
    self.looks = looks
    self.hides = hides
    self.isCube = isCube
    for side in 0..<6 { meshCubes(side) }
    meshParts()
  }

  /// The offset to the neighbour on a side: west, east, down, up, north, south.
  private static let offsets = [
    (-1, 0, 0), (1, 0, 0), (0, -1, 0), (0, 1, 0), (0, 0, -1), (0, 0, 1),
  ]

  /// Whether a face of `look` can be seen through a neighbour.
  private func shows(_ look: Int, beside neighbour: Int) -> Bool {
    !hides[neighbour] && !(neighbour == look && isCube[look])
  }
}

extension ChunkMesher {
  /// All faces of whole cubes on one side, plane by plane.
  private mutating func meshCubes(_ side: Int) {
    var mask = [Face?](repeating: nil, count: Self.side * Self.side)
    for depth in 0..<Self.side {
      var isEmpty = true
      for v in 0..<Self.side {
        for u in 0..<Self.side {
          let face = cubeFace(side, depth, u, v)
          mask[v * Self.side + u] = face
          if face != nil { isEmpty = false }
        }
      }
      if !isEmpty { merge(&mask, side, depth) }
    }
  }

  /// The cell at (u, v) of a plane: u and v run along the other two axes in the order x, y, z.
  @inline(__always)
  private func cell(_ side: Int, _ depth: Int, _ u: Int, _ v: Int) -> (x: Int, y: Int, z: Int) {
    switch side >> 1 {
    case 0: (depth, u, v)
    case 1: (u, depth, v)
    default: (u, v, depth)
    }
  }

  private func cubeFace(_ side: Int, _ depth: Int, _ u: Int, _ v: Int) -> Face? {
    let (x, y, z) = cell(side, depth, u, v)
    let look = cells.look(x, y, z)
    guard isCube[look] else { return nil }
    let (dx, dy, dz) = Self.offsets[side]
    guard shows(look, beside: cells.look(x + dx, y + dy, z + dz)) else { return nil }
    let outside = depth + (side & 1 == 0 ? -1 : 1)
    return Face(look: look, openness: openness(side, outside, u, v))
  }

  /// How open the four corners of a face are: each has two neighbours beside the face and one
  /// across, in the layer outside it.
  private func openness(_ side: Int, _ outside: Int, _ u: Int, _ v: Int) -> SIMD4<UInt8> {
    func isFull(_ du: Int, _ dv: Int) -> Bool {
      let (x, y, z) = cell(side, outside, u + du, v + dv)
      return hides[cells.look(x, y, z)]
    }
    let (w, e, s, n) = (isFull(-1, 0), isFull(1, 0), isFull(0, -1), isFull(0, 1))
    func corner(_ a: Bool, _ b: Bool, _ du: Int, _ dv: Int) -> UInt8 {
      if a && b { return 0 }
      return 3 - (a ? 1 : 0) - (b ? 1 : 0) - (isFull(du, dv) ? 1 : 0)
    }
    return SIMD4(
      corner(w, s, -1, -1), corner(e, s, 1, -1), corner(e, n, 1, 1), corner(w, n, -1, 1))
  }

  private mutating func merge(_ mask: inout [Face?], _ side: Int, _ depth: Int) {
    for v in 0..<Self.side {
      var u = 0
      while u < Self.side {
        guard let face = mask[v * Self.side + u] else {
          u += 1
          continue
        }
        var width = 1
        while u + width < Self.side, mask[v * Self.side + u + width] == face { width += 1 }
        var height = 1
        while v + height < Self.side,
          (u..<u + width).allSatisfy({ mask[(v + height) * Self.side + $0] == face })
        {
          height += 1
        }
        for row in v..<v + height {
          for column in u..<u + width { mask[row * Self.side + column] = nil }
        }
        addCubeFace(side, depth, (u, v), (u + width, v + height), face)
        u += width
      }
    }
  }

  private mutating func addCubeFace(
    _ side: Int, _ depth: Int, _ lower: (Int, Int), _ upper: (Int, Int), _ face: Face
  ) {
    let plane = 16 * (depth + side & 1)
    let corners = [lower, (upper.0, lower.1), upper, (lower.0, upper.1)].enumerated().map {
      index, point in
      let (x, y, z) = cell(side, plane, 16 * point.0, 16 * point.1)
      return ChunkVertices.Corner(x: x, y: y, z: z, openness: Int(face.openness[index]))
    }
    add(corners, side, looks[face.look])
  }

  /// Adds a face whose corners run round it, either way.
  private mutating func add(
    _ corners: [ChunkVertices.Corner], _ side: Int, _ look: Scene.BlockLook
  ) {
    let surface = ChunkVertices.Surface(
      side: side, colour: side == 3 ? look.topColour : look.colour, grain: look.grain,
      glows: look.glows)
    // Faces are wound counter-clockwise seen from outside; u cross v points along +x, -y and +z.
    let isForward = side >> 1 == 1 ? side & 1 == 0 : side & 1 == 1
    let c = isForward ? corners : [corners[0], corners[3], corners[2], corners[1]]
    if look.colour.alpha < 255 {
      translucent.add(c[0], c[1], c[2], c[3], surface)
    } else {
      opaque.add(c[0], c[1], c[2], c[3], surface)
    }
  }
}

extension ChunkMesher {
  /// Blocks that do not fill their cell, box by box.
  private mutating func meshParts() {
    for y in 0..<Self.side {
      for z in 0..<Self.side {
        for x in 0..<Self.side {
          let look = cells.look(x, y, z)
          guard !isCube[look] else { continue }
          for part in looks[look].boxes { mesh(part, of: look, x, y, z) }
        }
      }
    }
  }

  private mutating func mesh(
    _ part: Scene.BlockLook.Part, of look: Int, _ x: Int, _ y: Int, _ z: Int
  ) {
    let lower = (Int(part.x0), Int(part.y0), Int(part.z0))
    let upper = (Int(part.x1), Int(part.y1), Int(part.z1))
    for side in 0..<6 {
      let (dx, dy, dz) = Self.offsets[side]
      let depth = [lower.0, upper.0, lower.1, upper.1, lower.2, upper.2][side]
      let touches = depth == (side & 1 == 0 ? 0 : 16)
      if touches, hides[cells.look(x + dx, y + dy, z + dz)] { continue }
      let (u0, u1, v0, v1) =
        switch side >> 1 {
        case 0: (lower.1, upper.1, lower.2, upper.2)
        case 1: (lower.0, upper.0, lower.2, upper.2)
        default: (lower.0, upper.0, lower.1, upper.1)
        }
      let corners = [(u0, v0), (u1, v0), (u1, v1), (u0, v1)].map { u, v in
        let inside = cell(side, depth, u, v)
        return ChunkVertices.Corner(
          x: 16 * x + inside.x, y: 16 * y + inside.y, z: 16 * z + inside.z)
      }
      add(corners, side, looks[look])
    }
  }
}
