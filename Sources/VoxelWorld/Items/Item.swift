/// A kind of thing that fits into a slot of an inventory.
@frozen
public struct Item: Hashable, Sendable {
  public let id: UInt16

  @inlinable
  public init(id: UInt16) {
    self.id = id
  }

  /// The item called `name`, with or without `minecraft:`.
  public init?(named name: String) {
    guard let item = ItemTable.standard.item(named: name) else { return nil }
    self = item
  }

  /// What it is and does.
  public var traits: ItemTraits { ItemTable.standard.items[Int(id)] }
  public var name: String { traits.name }
  /// The block that it places in its usual state, nil for what cannot be placed.
  public var block: Block? { traits.block.map { BlockTable.standard.blocks[$0] } }
}

/// What all items of a kind share.
public struct ItemTraits: Hashable, Sendable {
  /// The id without `minecraft:`.
  public let name: String
  /// The number in the block table of the block that it places.
  let block: Int?
  public let tool: Tool
  public let tier: ToolTier
  /// How many fit into one slot.
  public let stack: Int
}
