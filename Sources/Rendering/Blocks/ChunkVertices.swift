import Arena

/// The faces of a chunk for the graphics card, four vertices each of twelve bytes: three
/// coordinates in sixteenths of a block and a word of looks, 16 bits each, and a colour.
struct ChunkVertices: Sendable, Equatable {
  static let bytesPerVertex = 12

  private(set) var bytes: [UInt8] = []

  var vertexCount: Int { bytes.count / Self.bytesPerVertex }
  var faceCount: Int { vertexCount / 4 }

  /// One corner of a face, in sixteenths of a block from the chunk's lower north-western corner.
  struct Corner: Sendable, Equatable {
    var x: Int
    var y: Int
    var z: Int
    /// How open the corner is: 0 in a nook, 3 in the open.
    var openness = 3
  }

  /// What the corners of a face share.
  struct Surface: Sendable, Equatable {
    /// 0 ... 5: west, east, down, up, north, south.
    var side: Int
    var colour: Scene.Colour
    var grain: Scene.BlockLook.Grain
    var glows: Bool
  }

  mutating func add(
    _ a: Corner, _ b: Corner, _ c: Corner, _ d: Corner, _ surface: Surface
  ) {
    // Shading is linear in each of the two triangles, so the seam runs where it shows least.
    if a.openness + c.openness < b.openness + d.openness {
      for corner in [b, c, d, a] { add(corner, surface) }
    } else {
      for corner in [a, b, c, d] { add(corner, surface) }
    }
  }

  private mutating func add(_ corner: Corner, _ surface: Surface) {
    let looks =
      surface.side | corner.openness << 3 | Int(surface.grain.rawValue) << 5
      | (surface.glows ? 1 << 9 : 0)
    for number in [corner.x, corner.y, corner.z, looks] {
      bytes.append(UInt8(number & 0xFF))
      bytes.append(UInt8(number >> 8 & 0xFF))
    }
    let colour = surface.colour
    bytes += [colour.red, colour.green, colour.blue, colour.alpha]
  }

  /// The same faces with those of one side after the other, and where each side's begin, counted in
  /// faces; the seventh number is how many there are.
  func bySide() -> (vertices: ChunkVertices, starts: [Int]) {
    let stride = 4 * Self.bytesPerVertex
    // The word of looks begins with the side.
    let sides = (0..<faceCount).map { Int(bytes[$0 * stride + 6] & 7) }
    var sorted = ChunkVertices()
    sorted.bytes.reserveCapacity(bytes.count)
    var starts = [0]
    for side in 0..<6 {
      for face in 0..<faceCount where sides[face] == side {
        sorted.bytes += bytes[face * stride..<(face + 1) * stride]
      }
      starts.append(sorted.faceCount)
    }
    return (sorted, starts)
  }
}
