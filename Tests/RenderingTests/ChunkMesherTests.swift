import Arena
import Math
import Testing

@testable import Rendering

/// Blocks turned into faces.
@Suite struct ChunkMesherTests {
  private static let side = Scene.BlockChunk.side
  private static let white = Scene.Colour(255, 255, 255)
  /// Air, two opaque cubes, glass, half a block.
  static let looks = [
    Scene.BlockLook.empty, Scene.BlockLook(boxes: [.whole], colour: white),
    Scene.BlockLook(boxes: [.whole], colour: Scene.Colour(200, 0, 0)),
    Scene.BlockLook(boxes: [.whole], colour: Scene.Colour(255, 255, 255, alpha: 80)),
    Scene.BlockLook(boxes: [.init(0, 0, 0, 16, 8, 16)], colour: white),
  ]

  private static func mesh(_ look: (Int, Int, Int) -> UInt16) -> ChunkMesher {
    var wide: [UInt16] = []
    for y in 0..<side {
      for z in 0..<side {
        for x in 0..<side { wide.append(look(x, y, z)) }
      }
    }
    let chunk = Scene.BlockChunk(x: 0, y: 0, z: 0, palette: [], cells: [], wide: wide)
    let surroundings = ChunkSurroundings(empty: 0) { $0 == 0 && $1 == 0 && $2 == 0 ? chunk : nil }
    return ChunkMesher(
      surroundings, looks: looks, hides: looks.map(\.isOpaqueCube), isCube: looks.map(\.isCube))
  }

  /// A face read back from its bytes.
  private struct Face {
    var corners: [Vector3] = []
    var side = 0
    var openness: [Int] = []

    var area: Double {
      (corners[1] - corners[0]).cross(corners[3] - corners[0]).length / 256
    }

    /// Where it points by the order of its corners, in the grid's axes.
    var normal: Vector3 {
      (corners[1] - corners[0]).cross(corners[3] - corners[0]).normalized()
    }
  }

  private static func faces(_ vertices: ChunkVertices) -> [Face] {
    let bytes = vertices.bytes
    func number(_ start: Int) -> Int { Int(bytes[start]) | Int(bytes[start + 1]) << 8 }
    return (0..<vertices.faceCount).map { index in
      var face = Face()
      for corner in 0..<4 {
        let start = (4 * index + corner) * ChunkVertices.bytesPerVertex
        face.corners.append(
          Vector3(Double(number(start)), Double(number(start + 2)), Double(number(start + 4))))
        face.side = number(start + 6) & 7
        face.openness.append(number(start + 6) >> 3 & 3)
      }
      return face
    }
  }

  private static let normals = [
    Vector3(-1, 0, 0), Vector3(1, 0, 0), Vector3(0, -1, 0), Vector3(0, 1, 0), Vector3(0, 0, -1),
    Vector3(0, 0, 1),
  ]

  @Test func equalNeighboursAreMergedIntoOneFaceASide() {
    let one = Self.mesh { x, y, z in x == 3 && y == 4 && z == 5 ? 1 : 0 }
    #expect(one.opaque.faceCount == 6)
    let box = Self.mesh { x, y, z in (2..<9).contains(x) && y < 5 && z > 7 ? 1 : 0 }
    #expect(box.opaque.faceCount == 6)
    let two = Self.mesh { x, y, z in y == 0 && z == 0 && x < 8 ? (x < 4 ? 1 : 2) : 0 }
    // Two rods end to end: four long sides each, and one end each.
    #expect(two.opaque.faceCount == 10)
  }

  @Test func facesPointOutwards() {
    var random = Random(seed: 7)
    let mesh = Self.mesh { _, _, _ in UInt16([0, 0, 1, 2, 3, 4][random.index(below: 6)]) }
    let faces = Self.faces(mesh.opaque) + Self.faces(mesh.translucent)
    #expect(faces.count > 1000)
    for face in faces { #expect((face.normal - Self.normals[face.side]).length < 1e-9) }
  }

  @Test func mergedFacesCoverWhatCanBeSeenAndNothingElse() {
    var random = Random(seed: 11)
    var cells = [[[UInt16]]](
      repeating: Array(repeating: Array(repeating: 0, count: 16), count: 16), count: 16)
    for x in 0..<16 {
      for y in 0..<16 {
        for z in 0..<16 { cells[x][y][z] = UInt16([0, 0, 1, 1, 2, 3][random.index(below: 6)]) }
      }
    }
    var seen = [Double](repeating: 0, count: 6)
    for x in 0..<16 {
      for y in 0..<16 {
        for z in 0..<16 where cells[x][y][z] != 0 {
          for (side, normal) in Self.normals.enumerated() {
            let (a, b, c) = (x + Int(normal.x), y + Int(normal.y), z + Int(normal.z))
            let inside = [a, b, c].allSatisfy { (0..<16).contains($0) }
            let neighbour = inside ? cells[a][b][c] : 0
            // Glass shows no face to glass, and nothing shows one to what hides it.
            if neighbour == 0 || (neighbour == 3 && cells[x][y][z] != 3) { seen[side] += 1 }
          }
        }
      }
    }
    let mesh = Self.mesh { cells[$0][$1][$2] }
    var drawn = [Double](repeating: 0, count: 6)
    for face in Self.faces(mesh.opaque) + Self.faces(mesh.translucent) {
      drawn[face.side] += face.area
    }
    #expect(drawn == seen)
  }

  @Test func cornersBesideABlockAreDarkened() throws {
    // A floor with one block on it.
    let mesh = Self.mesh { x, y, z in y == 0 || (x == 5 && y == 1 && z == 5) ? 1 : 0 }
    let floor = Self.faces(mesh.opaque).filter { $0.side == 3 && $0.corners[0].y == 16 }
    let beside = try #require(
      floor.first { face in
        face.corners.contains(Vector3(96, 16, 80)) && face.corners.contains(Vector3(96, 16, 96))
          && face.corners.contains(Vector3(112, 16, 96))
      })
    // Its two corners on the block touch one more cell that is full, the others none.
    let open = zip(beside.corners, beside.openness).map { ($0.x == 96 ? 0 : 1, $1) }
    for (isFar, openness) in open { #expect(openness == (isFar == 1 ? 3 : 2)) }
  }

  @Test func hiddenBlocksHaveNoFaces() {
    let full = Self.mesh { _, _, _ in 1 }
    // A full chunk with nothing around it is one big cube.
    #expect(full.opaque.faceCount == 6)
    let half = Self.mesh { x, y, z in y == 0 ? 1 : y == 1 && x == 0 && z == 0 ? 4 : 0 }
    let sides = Self.faces(half.opaque).filter { $0.corners.contains(Vector3(0, 24, 0)) }
    // The lower face of the slab lies on the floor; its upper face is 8 sixteenths up.
    #expect(sides.contains { $0.side == 3 })
    #expect(!Self.faces(half.opaque).contains { $0.side == 2 && $0.corners[0].y == 16 })
  }
}
