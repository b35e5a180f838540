/// Where something is to be built: the untouched ground, and where the blueprint comes to lie on it.
public struct Plot: Sendable {
  public let ground: World
  /// The cell of the blueprint's lowest north-western corner.
  public let origin: Cell
  /// The first cell above the solid ground of each column, row by row from the north.
  private let tops: [Int]
  /// Where chests can stand: every other cell of the northern edge, so that none joins its
  /// neighbour, where it is dry.
  let storeCells: [Cell]

  public init(_ ground: World, origin: Cell) {
    self.ground = ground
    self.origin = origin
    let size = ground.size
    var tops: [Int] = []
    for z in 0..<size.z {
      for x in 0..<size.x {
        var y = size.y - 1
        while y > 0, !ground.isSolidGround(Cell(x, y - 1, z)) { y -= 1 }
        tops.append(y)
      }
    }
    self.tops = tops
    storeCells = stride(from: 1, to: size.x - 1, by: 2).map { Cell($0, tops[$0], 0) }
      .filter { ground[$0].isAir }
  }

  /// Level grass around a blueprint.
  public static func flat(for blueprint: Blueprint) -> Plot {
    let margin = Build.margin
    let size = WorldSize(
      blueprint.size.x + 2 * margin, blueprint.size.y + Ground.height + 12,
      blueprint.size.z + 2 * margin)
    return Plot(Ground.flat(size), origin: Build.origin)
  }

  /// The first cell above the solid ground of a column.
  func top(_ x: Int, _ z: Int) -> Int {
    let size = ground.size
    return tops[min(max(z, 0), size.z - 1) * size.x + min(max(x, 0), size.x - 1)]
  }

  /// The same column's cell on the ground.
  func onGround(_ cell: Cell) -> Cell { Cell(cell.x, top(cell.x, cell.z), cell.z) }

  /// A cell that whoever is not walled in can walk to.
  var exit: Cell { onGround(Cell(1, 0, 2)) }

  /// Whether a cell belongs to the ground.
  func isGround(_ cell: Cell) -> Bool { cell.y < top(cell.x, cell.z) }

  /// Whether a cell is one in which a chest with materials may stand.
  func isStore(_ cell: Cell) -> Bool { cell.z == 0 && cell.y == top(cell.x, 0) }
}

extension World {
  fileprivate func isSolidGround(_ cell: Cell) -> Bool {
    let state = self[cell]
    return !state.isAir && !state.kind.isFluid
  }
}
