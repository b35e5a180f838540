import VoxelWorld

/// The world before and after something was built, and nothing else: what was asked for, planned or
/// meant is not known here.
public struct Aftermath: Sendable {
  public let before: World
  public let after: World
  /// What is added to a cell of the blueprint to get that of these worlds.
  public let offset: Cell
  /// What the builder did, in the order in which it did it.
  public let deeds: [Deed]
  /// Blocks of its own that the builder has left.
  public let leftBehind: Int

  /// One placing or breaking of a block.
  public struct Deed: Sendable {
    public var cell: Cell
    /// Where the feet of the builder were.
    public var stand: Cell
    public var isPlacing: Bool

    public init(cell: Cell, stand: Cell, isPlacing: Bool) {
      self.cell = cell
      self.stand = stand
      self.isPlacing = isPlacing
    }
  }

  /// The cells that differ, from below, and those of them that hold something.
  let changed: [Cell]
  let placed: [Cell]
  private let isPlaced: [Bool]
  let lower: Cell
  let upper: Cell

  public init(
    before: World, after: World, offset: Cell, deeds: [Deed] = [], leftBehind: Int = 0
  ) {
    self.before = before
    self.after = after
    self.offset = offset
    self.deeds = deeds
    self.leftBehind = leftBehind
    let size = after.size
    var changed: [Cell] = []
    var placed: [Cell] = []
    var isPlaced = [Bool](repeating: false, count: size.blockCount)
    var lower = Cell(.max, .max, .max)
    var upper = Cell(.min, .min, .min)
    for y in 0..<size.y {
      for z in 0..<size.z {
        for x in 0..<size.x where before[x, y, z] != after[x, y, z] {
          let (old, new) = (before[x, y, z], after[x, y, z])
          // Grass that lies in the dark is still ground, and a river that closes is still a river.
          if old.block.name == "grass_block", new.block.name == "dirt" { continue }
          if old.kind == .water, new.kind == .water { continue }
          let cell = Cell(x, y, z)
          changed.append(cell)
          lower = Cell(min(lower.x, x), min(lower.y, y), min(lower.z, z))
          upper = Cell(max(upper.x, x), max(upper.y, y), max(upper.z, z))
          guard !new.isAir else { continue }
          placed.append(cell)
          isPlaced[(y * size.z + z) * size.x + x] = true
        }
      }
    }
    (self.changed, self.placed, self.isPlaced) = (changed, placed, isPlaced)
    (self.lower, self.upper) = (lower, upper)
  }

  /// Blocks along x, y and z of everything that differs.
  var extent: Cell { changed.isEmpty ? Cell(0, 0, 0) : upper - lower + Cell(1, 1, 1) }

  func holdsPlaced(_ cell: Cell) -> Bool {
    let size = after.size
    return size.contains(cell) && isPlaced[(cell.y * size.z + cell.z) * size.x + cell.x]
  }

  subscript(cell: Cell) -> BlockState { after[cell] }

  /// The first free layer of the ground before anything was built.
  func ground(_ x: Int, _ z: Int) -> Int {
    var y = before.size.y - 1
    while y > 0, before[x, y - 1, z].isAir || before[x, y - 1, z].kind == .water { y -= 1 }
    return y
  }

  func placed(like pattern: String) -> [Cell] {
    let glob = Glob(pattern)
    return placed.filter { glob.matches(after[$0]) }
  }
}

/// The two levels around a cell.
let sideways: [Direction] = [.north, .south, .west, .east]

extension Direction {
  init?(named name: String) {
    guard let direction = Direction.allCases.first(where: { $0.name == name }) else { return nil }
    self = direction
  }

  var name: String {
    switch self {
    case .up: "up"
    case .down: "down"
    case .north: "north"
    case .south: "south"
    case .west: "west"
    case .east: "east"
    }
  }
}
