import VoxelWorld

/// The floor of a room as cells that are free, kept free, or taken, so that things can be put
/// where nobody is locked out.
struct RoomGrid {
  enum Use: UInt8 { case outside, free, kept, taken }

  let rectangle: Rectangle
  /// Where one enters.
  let entry: Cell
  private var uses: [Use]

  init(_ rectangle: Rectangle, entry: Cell, isRoom: (Int, Int) -> Bool) {
    self.rectangle = rectangle
    self.entry = entry
    uses = []
    for z in rectangle.z {
      for x in rectangle.x { uses.append(isRoom(x, z) ? .free : .outside) }
    }
  }

  subscript(x: Int, z: Int) -> Use {
    get {
      guard rectangle.contains(x, z) else { return .outside }
      return uses[index(x, z)]
    }
    set { if rectangle.contains(x, z) { uses[index(x, z)] = newValue } }
  }

  private func index(_ x: Int, _ z: Int) -> Int {
    (z - rectangle.z.lowerBound) * rectangle.width + x - rectangle.x.lowerBound
  }

  /// All cells.
  var cells: [Cell] { rectangle.z.flatMap { z in rectangle.x.map { Cell($0, 0, z) } } }

  /// Cells that may be taken.
  var freeCells: [Cell] {
    rectangle.z.flatMap { z in
      rectangle.x.compactMap { x in self[x, z] == .free ? Cell(x, 0, z) : nil }
    }
  }

  /// The sides of a cell on which the wall is.
  func walls(_ cell: Cell) -> [Direction] {
    [Direction.north, .west, .east, .south].filter {
      self[cell.x + $0.x, cell.z + $0.z] == .outside
    }
  }

  /// Takes cells if everything else can still be got to from the entry.
  ///
  /// - Returns: whether they were taken.
  mutating func take(_ cells: [Cell]) -> Bool {
    guard cells.allSatisfy({ self[$0.x, $0.z] == .free }) else { return false }
    var trial = self
    for cell in cells { trial[cell.x, cell.z] = .taken }
    guard trial.isConnected else { return false }
    self = trial
    return true
  }

  /// Whether every cell that is not taken can be got to from the entry, and every taken one can be
  /// stood next to.
  private var isConnected: Bool {
    var seen = [Bool](repeating: false, count: uses.count)
    guard rectangle.contains(entry.x, entry.z) else { return true }
    var queue = [entry]
    seen[index(entry.x, entry.z)] = true
    while let cell = queue.popLast() {
      for direction in [Direction.north, .south, .west, .east] {
        let next = cell + direction
        guard rectangle.contains(next.x, next.z), !seen[index(next.x, next.z)] else { continue }
        let use = self[next.x, next.z]
        guard use == .free || use == .kept || use == .taken else { continue }
        seen[index(next.x, next.z)] = true
        if use != .taken { queue.append(next) }
      }
    }
    return uses.indices.allSatisfy { uses[$0] == .outside || seen[$0] }
  }
}
