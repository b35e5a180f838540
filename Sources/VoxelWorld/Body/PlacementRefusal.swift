/// Why a block cannot be placed.
public enum PlacementRefusal: String, Error, Hashable, Sendable, CaseIterable {
  /// There is no block within reach to place it against.
  case nothingInReach
  /// The cell holds something that does not give way.
  case occupied
  /// The cell, or that of the other half, lies outside the world.
  case outside
  /// It would not stay there.
  case unsupported
  /// A body is in the way.
  case bodyInTheWay
  /// The item is not a block.
  case notABlock
}

/// What placing a block puts where: one cell, or two for doors, beds and tall plants.
public struct Placing: Hashable, Sendable {
  public let cell: Cell
  public let state: BlockState
  public var otherCell: Cell?
  public var otherState = BlockState.air

  init(_ cell: Cell, _ state: BlockState) {
    self.cell = cell
    self.state = state
  }

  /// Whether this is the state of `cell` after placing.
  func state(at cell: Cell) -> BlockState? {
    cell == self.cell ? state : cell == otherCell ? otherState : nil
  }
}
