import Math

/// What blocks remember besides their state: the signal a comparator gives, how full a container
/// is. Sorted by cell, so that it can be hashed.
struct BlockMemory: Sendable {
  private(set) var cells: [Cell] = []
  private var values: [UInt8] = []

  private func position(of cell: Cell) -> (index: Int, isThere: Bool) {
    var low = 0
    var high = cells.count
    while low < high {
      let middle = (low + high) / 2
      if Self.isBefore(cells[middle], cell) { low = middle + 1 } else { high = middle }
    }
    return (low, low < cells.count && cells[low] == cell)
  }

  private static func isBefore(_ a: Cell, _ b: Cell) -> Bool {
    if a.y != b.y { return a.y < b.y }
    return a.z != b.z ? a.z < b.z : a.x < b.x
  }

  /// What is remembered at a cell, 0 if nothing is.
  subscript(cell: Cell) -> UInt8 {
    get {
      let (index, isThere) = position(of: cell)
      return isThere ? values[index] : 0
    }
    set {
      let (index, isThere) = position(of: cell)
      switch (isThere, newValue) {
      case (true, 0):
        cells.remove(at: index)
        values.remove(at: index)
      case (true, _): values[index] = newValue
      case (false, 0): break
      case (false, _):
        cells.insert(cell, at: index)
        values.insert(newValue, at: index)
      }
    }
  }

  /// Gives a copy storage of its own.
  mutating func makeReady() {
    cells.reserveCapacity(cells.count + 64)
    values.reserveCapacity(values.count + 64)
  }

  func hash(into digest: inout Digest) {
    digest.combine(cells.count)
    for index in cells.indices {
      digest.combine(cells[index])
      digest.combine(UInt64(values[index]))
    }
  }
}
