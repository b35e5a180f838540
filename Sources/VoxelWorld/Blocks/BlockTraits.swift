/// What the rules ask of a state, looked up rather than worked out: 16 bytes per state.
@frozen
public struct BlockTraits: Hashable, Sendable {
  /// The number of the block in the table.
  public let block: UInt16
  /// The number of the collision shape in the table.
  public let collision: UInt16
  /// The number of the shape that rays hit.
  public let outline: UInt16
  public let kind: BlockKind
  /// The light it gives, 0 ... 15.
  public let emission: UInt8
  /// The light it takes from what passes, 0 ... 15.
  public let filter: UInt8
  /// Which of the six faces are whole, so that a torch or a lever can hang there.
  public let wholeFaces: UInt8
  /// Which faces carry something in their middle: a lantern, or a torch on a fence.
  public let centreFaces: UInt8
  public let flags: BlockFlags
}

/// Yes and no about a state.
@frozen
public struct BlockFlags: OptionSet, Hashable, Sendable {
  public let rawValue: UInt16

  @inlinable
  public init(rawValue: UInt16) {
    self.rawValue = rawValue
  }

  /// Something else may be placed here without breaking it first: air, water, grass.
  public static let replaceable = BlockFlags(rawValue: 1)
  /// A full cube that carries redstone power.
  public static let conductor = BlockFlags(rawValue: 2)
  /// Holds a source of water besides the block itself.
  public static let waterlogged = BlockFlags(rawValue: 4)
  /// Falls when nothing is below.
  public static let falls = BlockFlags(rawValue: 8)
  /// One can climb it.
  public static let climbable = BlockFlags(rawValue: 16)
  /// Cares about redstone power beside it.
  public static let listens = BlockFlags(rawValue: 32)
  /// Gives redstone power or may do so.
  public static let powers = BlockFlags(rawValue: 64)
  /// Water washes it away, a piston breaks it.
  public static let fragile = BlockFlags(rawValue: 128)
  /// Fills its cell for bodies.
  public static let fullCube = BlockFlags(rawValue: 256)
  /// Fences and panes join to it although its faces do not matter to anyone else.
  public static let solid = BlockFlags(rawValue: 512)
  /// Has an answer to a change beside it.
  public static let heeds = BlockFlags(rawValue: 1024)
}
