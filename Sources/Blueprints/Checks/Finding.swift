import VoxelWorld

/// What a check has found.
public struct Finding: Hashable, Sendable {
  public var name: String
  public var isGood: Bool
  public var detail: String
  /// Where it went wrong.
  public var cell: Cell?
  /// The step that painted what is wrong.
  public var step: Step.Number?

  public init(
    _ name: String, _ isGood: Bool, _ detail: String, cell: Cell? = nil, step: Step.Number? = nil
  ) {
    self.name = name
    self.isGood = isGood
    self.detail = detail
    self.cell = cell
    self.step = step
  }
}
