import VoxelWorld

/// What a plan comes to: a blueprint, where it lies, and which step has painted each cell.
public struct Construction: Sendable {
  public var blueprint: Blueprint
  /// Where the blueprint's cell (0, 0, 0) lies in the plan's coordinates.
  public let origin: Cell
  /// The number of the step that painted each cell, in the order y, z, x; 0 where none did.
  private var painters: [UInt16]

  init(_ blueprint: Blueprint, origin: Cell, painters: [UInt16]) {
    self.blueprint = blueprint
    self.origin = origin
    self.painters = painters
  }

  /// The layer of the blueprint that is the first above the ground.
  public var ground: Int { -origin.y }

  /// The step that painted a cell of the plan; nil if none did.
  public func painter(of cell: Cell) -> Step.Number? {
    let size = blueprint.size
    let local = cell - origin
    guard size.contains(local) else { return nil }
    let number = Int(painters[(local.y * size.z + local.z) * size.x + local.x])
    return number == 0 ? nil : number
  }

  /// What a cell of the plan is to hold; nil to stay as it is.
  public subscript(cell: Cell) -> BlockState? { blueprint[cell - origin] }

  public var lower: Cell { origin }
  public var upper: Cell {
    origin + Cell(blueprint.size.x - 1, blueprint.size.y - 1, blueprint.size.z - 1)
  }
}
