/// 16 x 16 x 16 cells. Most chunks hold few different states, so a cell is one byte that points
/// into the chunk's palette; a chunk of one state alone keeps no cells, and one with many keeps two
/// bytes a cell.
struct Chunk: Sendable {
  static let side = 16
  static let cellCount = side * side * side
  /// The largest palette; beyond it searching takes longer than it saves.
  static let largestPalette = 64

  /// The states in use, and perhaps some that were. A chunk of one state has just that.
  private(set) var palette: [UInt16]
  /// Indices into the palette in the order y, z, x; empty in a chunk of one state.
  private(set) var cells: [UInt8] = []
  /// The states themselves, for a chunk with many; else empty.
  private(set) var wide: [UInt16] = []
  /// For each of 32 classes of states, where in the palette the last one of that class was found:
  /// writing mostly writes what has been written before.
  private var hints = InlineArray<32, UInt8>(repeating: 0)

  init(filledWith state: UInt16) {
    palette = [state]
  }

  /// A chunk from its 4096 states in the order y, z, x.
  init(_ states: Span<UInt16>) {
    self.init(filledWith: states[0])
    for index in 0..<Chunk.cellCount { set(index, to: states[index]) }
  }

  /// Where a cell lies inside its chunk.
  @inline(__always)
  static func index(_ x: Int, _ y: Int, _ z: Int) -> Int {
    (y & 15) << 8 | (z & 15) << 4 | (x & 15)
  }

  /// Whether every cell certainly holds one and the same state.
  var isUniform: Bool { cells.isEmpty && wide.isEmpty }

  @inline(__always)
  func state(at index: Int) -> UInt16 {
    if !cells.isEmpty { return palette[Int(cells[index])] }
    return wide.isEmpty ? palette[0] : wide[index]
  }

  @inline(__always)
  mutating func set(_ index: Int, to state: UInt16) {
    let entry = hints[Chunk.hint(for: state)]
    if !cells.isEmpty, palette[Int(entry)] == state {
      cells[index] = entry
    } else {
      setAnew(index, to: state)
    }
  }

  /// Writes a cell and gives back what was there.
  @inline(__always)
  mutating func exchange(_ index: Int, for state: UInt16) -> UInt16 {
    let before = self.state(at: index)
    set(index, to: state)
    return before
  }

  /// The class of a state; successive states are of different classes.
  @inline(__always)
  private static func hint(for state: UInt16) -> Int { Int((state ^ state >> 5) & 31) }

  private mutating func setAnew(_ index: Int, to state: UInt16) {
    if !wide.isEmpty {
      wide[index] = state
      return
    }
    if isUniform {
      guard palette[0] != state else { return }
      cells = [UInt8](repeating: 0, count: Chunk.cellCount)
    }
    let entry: Int
    if let known = palette.firstIndex(of: state) {
      entry = known
    } else if palette.count < Chunk.largestPalette {
      entry = palette.count
      palette.append(state)
    } else {
      widen()
      wide[index] = state
      return
    }
    hints[Chunk.hint(for: state)] = UInt8(truncatingIfNeeded: entry)
    cells[index] = UInt8(truncatingIfNeeded: entry)
  }

  /// Gives the chunk storage of its own, with room for whatever may be written.
  mutating func makeReady() {
    guard wide.isEmpty else {
      wide.reserveCapacity(Chunk.cellCount)
      return
    }
    if cells.isEmpty { cells = [UInt8](repeating: 0, count: Chunk.cellCount) }
    cells.reserveCapacity(Chunk.cellCount)
    palette.reserveCapacity(Chunk.largestPalette)
  }

  private mutating func widen() {
    wide = cells.map { palette[Int($0)] }
    cells = []
    palette = []
    hints = InlineArray(repeating: 0)
  }

  /// Bytes of storage, without the chunk itself.
  var byteCount: Int { cells.count + 2 * (wide.count + palette.count) }
}
