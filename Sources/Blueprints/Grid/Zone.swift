import VoxelWorld

/// The box of cells that a scene of single blocks may fill; y counts up from the ground.
public struct Zone: Hashable, Sendable {
  public var lower: Cell
  public var upper: Cell

  public init(lower: Cell, upper: Cell) {
    self.lower = lower
    self.upper = upper
  }

  public func contains(_ cell: Cell) -> Bool {
    cell.x >= lower.x && cell.x <= upper.x && cell.y >= lower.y && cell.y <= upper.y
      && cell.z >= lower.z && cell.z <= upper.z
  }

  var centre: Cell { Cell((lower.x + upper.x) / 2, lower.y, (lower.z + upper.z) / 2) }
}
