import VoxelWorld

/// Single blocks that stand in a zone, what was spoken of last, and from where one looks.
public struct Scene: Sendable {
  public let zone: Zone
  /// The block in each cell, by its name or only its colour.
  public private(set) var blocks: [Cell: String] = [:]
  /// The same cells in the order they were filled.
  public private(set) var cells: [Cell] = []
  /// Where one looks: right is to the east when it is north.
  public var view = Direction.north
  /// What `it` and `them` mean: the groups of cells that were touched or named last.
  var last: [[Cell]] = []
  /// Everything placed since the scene was given.
  var fresh: [Cell] = []

  public init(zone: Zone) { self.zone = zone }

  public subscript(cell: Cell) -> String? { blocks[cell] }

  public mutating func place(_ block: String, at cell: Cell) {
    guard zone.contains(cell) else { return }
    if blocks[cell] == nil { cells.append(cell) }
    blocks[cell] = block
  }

  public mutating func remove(_ cell: Cell) {
    guard blocks[cell] != nil else { return }
    blocks[cell] = nil
    cells.removeAll { $0 == cell }
    fresh.removeAll { $0 == cell }
  }

  /// The step towards a side, as seen from where one looks; nil for what is no direction.
  func step(_ side: Side) -> Cell? {
    switch side {
    case .north: Cell(0, 0, -1)
    case .south: Cell(0, 0, 1)
    case .east: Cell(1, 0, 0)
    case .west: Cell(-1, 0, 0)
    case .northeast: Cell(1, 0, -1)
    case .northwest: Cell(-1, 0, -1)
    case .southeast: Cell(1, 0, 1)
    case .southwest: Cell(-1, 0, 1)
    case .right: Scene.step(view.clockwise)
    case .left: Scene.step(view.counterclockwise)
    case .back: Scene.step(view)
    case .front: Scene.step(view.opposite)
    case .top: Cell(0, 1, 0)
    case .bottom, .beneath: Cell(0, -1, 0)
    default: nil
    }
  }

  static func step(_ direction: Direction) -> Cell { Cell(direction.x, direction.y, direction.z) }

  /// How far a cell lies towards a step.
  static func reach(_ cell: Cell, _ step: Cell) -> Int {
    cell.x * step.x + cell.y * step.y + cell.z * step.z
  }
}

extension Cell {
  func moved(_ step: Cell, _ times: Int) -> Cell {
    Cell(x + step.x * times, y + step.y * times, z + step.z * times)
  }
}
