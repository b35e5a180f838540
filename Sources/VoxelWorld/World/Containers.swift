import Math

/// What lies in chests and barrels. Sorted by cell, so that it can be hashed.
struct Containers: Sendable {
  /// Slots of a chest.
  static let slotCount = 27

  private(set) var cells: [Cell] = []
  private var contents: [Inventory] = []

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

  /// What lies in a cell's container, nil if nothing ever has.
  subscript(cell: Cell) -> Inventory? {
    let (index, isThere) = position(of: cell)
    return isThere ? contents[index] : nil
  }

  /// Adds items and tells how many found no room.
  mutating func add(_ item: Item, _ count: Int, at cell: Cell) -> Int {
    let (index, isThere) = position(of: cell)
    if !isThere {
      cells.insert(cell, at: index)
      contents.insert(Inventory(slots: Self.slotCount), at: index)
    }
    return contents[index].add(item, count)
  }

  /// Puts a whole inventory into a cell whose container has none yet.
  mutating func put(_ inventory: Inventory, at cell: Cell) {
    let (index, isThere) = position(of: cell)
    guard !isThere else { return }
    cells.insert(cell, at: index)
    contents.insert(inventory, at: index)
  }

  /// Takes items out; takes none if there are too few.
  mutating func take(_ item: Item, _ count: Int, at cell: Cell) -> Bool {
    let (index, isThere) = position(of: cell)
    return isThere && contents[index].remove(item, count)
  }

  /// Forgets a container and hands over what was in it.
  mutating func remove(at cell: Cell) -> Inventory? {
    guard !cells.isEmpty else { return nil }
    let (index, isThere) = position(of: cell)
    guard isThere else { return nil }
    cells.remove(at: index)
    return contents.remove(at: index)
  }

  /// Gives a copy storage of its own.
  mutating func makeReady() {
    cells.reserveCapacity(cells.count + 8)
    contents.reserveCapacity(contents.count + 8)
    for index in contents.indices { contents[index].makeReady() }
  }

  func hash(into digest: inout Digest) {
    digest.combine(cells.count)
    for index in cells.indices {
      digest.combine(cells[index])
      contents[index].hash(into: &digest)
    }
  }
}
