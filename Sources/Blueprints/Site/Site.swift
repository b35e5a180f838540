import VoxelWorld

/// The ground before anything is built, in the coordinates of plans: y = 0 is the first layer above
/// the ground where x = z = 0, which is the middle of the site.
public struct Site: Sendable {
  /// The north-western column that is stored; beyond the stored columns the outermost go on.
  public let corner: Cell
  public let width: Int
  public let depth: Int
  /// The layer of the first cell above the solid ground of each column, row by row from the north.
  private var heights: [Int]
  /// The highest layer of water in a column, where there is any.
  private var waters: [Int?]
  /// How far the site reaches from its middle in any direction, in blocks; 0 for no end.
  public var reach = 0

  /// Level grass without end.
  public static let flat = Site(corner: Cell(0, 0, 0), width: 1, depth: 1) { _, _ in (0, nil) }

  /// A site whose columns are given by a function of x and z.
  public init(
    corner: Cell, width: Int, depth: Int, _ column: (Int, Int) -> (height: Int, water: Int?)
  ) {
    self.corner = corner
    self.width = max(1, width)
    self.depth = max(1, depth)
    heights = []
    waters = []
    for z in corner.z..<corner.z + max(1, depth) {
      for x in corner.x..<corner.x + max(1, width) {
        let (height, water) = column(x, z)
        heights.append(height)
        waters.append(water)
      }
    }
  }

  /// Level grass with a river from north to south.
  public static func river(width river: Int, side: Int = 48) -> Site {
    let half = river / 2
    return Site(corner: Cell(-side / 2, 0, -1), width: side, depth: 1) { x, _ in
      x >= -half && x < river - half ? (-3, -1) : (0, nil)
    }
  }

  /// A slope that falls by one block in `run` blocks to a direction.
  public static func slope(towards direction: Direction, run: Int, side: Int = 32) -> Site {
    Site(corner: Cell(-side / 2, 0, -side / 2), width: side, depth: side) { x, z in
      let along = x * direction.x + z * direction.z
      return (-Int((Double(along) / Double(max(1, run))).rounded(.down)), nil)
    }
  }

  private func index(_ x: Int, _ z: Int) -> Int {
    let column = min(max(x - corner.x, 0), width - 1)
    let row = min(max(z - corner.z, 0), depth - 1)
    return row * width + column
  }

  /// The layer of the first cell above the solid ground of a column.
  public func height(_ x: Int, _ z: Int) -> Int { heights[index(x, z)] }

  /// The highest layer of water in a column; nil where it is dry.
  public func water(_ x: Int, _ z: Int) -> Int? { waters[index(x, z)] }

  /// Whether all columns of a box are dry and of one height.
  public func isLevel(_ lower: Cell, _ upper: Cell) -> Bool {
    let first = height(lower.x, lower.z)
    return heights(lower, upper).allSatisfy { $0 == first }
  }

  /// The heights of the columns between two corners.
  public func heights(_ lower: Cell, _ upper: Cell) -> [Int] {
    (lower.z..<upper.z + 1).flatMap { z in
      (lower.x..<upper.x + 1).map { x in height(x, z) }
    }
  }

  /// What a cell of the untouched site holds.
  public func state(at cell: Cell) -> BlockState {
    let ground = height(cell.x, cell.z)
    if cell.y >= ground {
      if let water = water(cell.x, cell.z), cell.y <= water { return "water" }
      return .air
    }
    if water(cell.x, cell.z) != nil { return cell.y == ground - 1 ? "sand" : "dirt" }
    return cell.y == ground - 1 ? "grass_block" : cell.y > ground - 4 ? "dirt" : "stone"
  }
}
