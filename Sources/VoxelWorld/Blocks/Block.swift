/// An entry of the block table: everything its states share.
public struct Block: Hashable, Sendable {
  /// The id without `minecraft:`.
  public let name: String
  public let kind: BlockKind
  /// How hard it is to break; negative for what cannot be broken.
  public let hardness: Double
  /// What breaks it fast.
  public let tool: Tool
  /// The least tool level that brings a drop, -1 where a bare hand will do.
  public let harvestLevel: Int
  /// The number of its first state.
  public let firstState: UInt16
  public let stateCount: Int
  /// The state nobody has changed.
  public let usual: BlockState
  /// The name of the item that it drops; empty if it drops nothing.
  public let drop: String
  let slots: Range<Int>
}

/// Where a property lies in the numbering of a block's states.
struct PropertySlot: Hashable, Sendable {
  let key: PropertyKey
  let domain: PropertyDomain
  /// How far apart the states of successive values are.
  let stride: UInt16
  let count: UInt16
  /// Where the codes of the values lie in the table's list of codes.
  let firstCode: Int
}
