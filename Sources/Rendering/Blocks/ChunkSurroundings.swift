import Arena

/// The looks of a chunk's cells with one more layer of cells all round, taken from its neighbours.
struct ChunkSurroundings: Sendable {
  /// Cells along each edge.
  static let side = Scene.BlockChunk.side + 2

  private var looks: [UInt16]

  /// - Parameters:
  ///   - empty: the look of what lies in no chunk.
  ///   - chunk: the chunk that lies (dx, dy, dz) chunks away, each -1 ... 1.
  init(empty: UInt16, chunk: (Int, Int, Int) -> Scene.BlockChunk?) {
    looks = Array(repeating: empty, count: Self.side * Self.side * Self.side)
    for dy in -1...1 {
      for dz in -1...1 {
        for dx in -1...1 {
          if let chunk = chunk(dx, dy, dz) { copy(chunk, dx, dy, dz) }
        }
      }
    }
  }

  /// The look of the cell, each coordinate -1 ... 16.
  @inline(__always)
  func look(_ x: Int, _ y: Int, _ z: Int) -> Int {
    Int(looks[((y + 1) * Self.side + z + 1) * Self.side + x + 1])
  }

  private mutating func copy(_ chunk: Scene.BlockChunk, _ dx: Int, _ dy: Int, _ dz: Int) {
    let side = Scene.BlockChunk.side
    func range(_ offset: Int) -> Range<Int> {
      offset < 0 ? -1..<0 : offset > 0 ? side..<side + 1 : 0..<side
    }
    for y in range(dy) {
      for z in range(dz) {
        for x in range(dx) {
          let inside = (y & 15) << 8 | (z & 15) << 4 | (x & 15)
          looks[((y + 1) * Self.side + z + 1) * Self.side + x + 1] = chunk.look(at: inside)
        }
      }
    }
  }
}
