/// What is to be built: a box of cells that are to hold a state, to be empty, or to stay as they
/// are; and the names of its parts.
public struct Blueprint: Hashable, Sendable {
  /// A named box inside a blueprint: walls, roof, door.1.
  public struct Part: Hashable, Sendable, Codable {
    public var name: String
    /// The corners with the least and the greatest coordinates, both included.
    public var lower: Cell
    public var upper: Cell

    public init(_ name: String, _ lower: Cell, _ upper: Cell) {
      self.name = name
      self.lower = lower
      self.upper = upper
    }
  }

  public static let mostBlocks = 1 << 24
  private static let anything = UInt16.max

  public var name: String
  public let size: WorldSize
  public var parts: [Part] = []
  /// The states in use, and perhaps some that were.
  public private(set) var palette: [BlockState] = [.air]
  /// Indices into the palette in the order y, z, x.
  private var cells: [UInt16]

  /// A blueprint that leaves everything as it is. The size must be sensible.
  public init(_ name: String, size: WorldSize) {
    precondition(size.isSensible && size.blockCount <= Self.mostBlocks)
    self.name = name
    self.size = size
    cells = Array(repeating: Self.anything, count: size.blockCount)
  }

  /// A blueprint of cells that are known at once: a palette, in which nil is what stays as it is,
  /// and a place in it for each cell in the order y, z, x. The size must be sensible.
  public init(
    _ name: String, size: WorldSize, palette states: [BlockState?], places: [UInt16]
  ) {
    precondition(places.count == size.blockCount)
    self.init(name, size: size)
    var entries = [UInt16](repeating: Self.anything, count: BlockTable.standard.states.count)
    entries[Int(BlockState.air.id)] = 0
    let translation = states.map { state -> UInt16 in
      guard let state else { return Self.anything }
      if entries[Int(state.id)] == Self.anything {
        entries[Int(state.id)] = UInt16(palette.count)
        palette.append(state)
      }
      return entries[Int(state.id)]
    }
    for (index, place) in places.enumerated() { cells[index] = translation[Int(place)] }
  }

  private func index(_ cell: Cell) -> Int { (cell.y * size.z + cell.z) * size.x + cell.x }

  /// What a cell is to hold: air to be empty, nil to stay as it is. Nil outside as well.
  public subscript(cell: Cell) -> BlockState? {
    get {
      guard size.contains(cell) else { return nil }
      let entry = cells[index(cell)]
      return entry == Self.anything ? nil : palette[Int(entry)]
    }
    set {
      guard size.contains(cell) else { return }
      guard let newValue else {
        cells[index(cell)] = Self.anything
        return
      }
      if let entry = palette.firstIndex(of: newValue) {
        cells[index(cell)] = UInt16(entry)
      } else {
        cells[index(cell)] = UInt16(palette.count)
        palette.append(newValue)
      }
    }
  }

  /// Sets all cells of a box, both corners included.
  public mutating func fill(_ from: Cell, _ to: Cell, with state: BlockState?) {
    for y in min(from.y, to.y)...max(from.y, to.y) {
      for z in min(from.z, to.z)...max(from.z, to.z) {
        for x in min(from.x, to.x)...max(from.x, to.x) { self[Cell(x, y, z)] = state }
      }
    }
  }

  /// Goes through all cells that are not to stay as they are, from the lowest layer up.
  public func forEachCell(_ body: (Cell, BlockState) -> Void) {
    for y in 0..<size.y {
      for z in 0..<size.z {
        for x in 0..<size.x {
          let cell = Cell(x, y, z)
          if let state = self[cell] { body(cell, state) }
        }
      }
    }
  }

  /// How many blocks it takes, air not counted.
  public var blockCount: Int {
    var count = 0
    forEachCell { _, state in count += state.isAir ? 0 : 1 }
    return count
  }

  /// The items it takes, in the order of the item table.
  public var materials: [Stack] {
    var counts = [Int](repeating: 0, count: ItemTable.standard.items.count)
    forEachCell { _, state in
      if let item = state.placingItem { counts[Int(item.id)] += state.itemCount }
    }
    return counts.indices.filter { counts[$0] > 0 }.map {
      Stack(Item(id: UInt16($0)), counts[$0])
    }
  }
}
