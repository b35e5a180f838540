import VoxelWorld

/// What an agent may do, granted before it starts: where, and how much. Every effect is checked.
public struct Grant: Hashable, Sendable {
  /// The corners of the region, both included, in the plan's coordinates.
  public var lower: Cell
  public var upper: Cell
  /// Blocks it may place and break in all.
  public var mostPlaced: Int
  public var mostBroken: Int
  /// Ticks it may take.
  public var mostTicks: Int

  /// What a construction takes, and no more.
  public init(for construction: Construction) {
    lower = construction.lower
    upper = construction.upper
    let cells = construction.blueprint.size.blockCount
    mostPlaced = 4 * cells + 64
    mostBroken = 4 * cells + 64
    mostTicks = 400 * cells + 20_000
  }

  public func covers(_ cell: Cell) -> Bool {
    cell.x >= lower.x && cell.y >= lower.y && cell.z >= lower.z && cell.x <= upper.x
      && cell.y <= upper.y && cell.z <= upper.z
  }
}
