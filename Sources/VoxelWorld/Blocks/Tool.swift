/// What a block is broken with.
public enum Tool: String, CaseIterable, Sendable, Codable {
  case hand, pickaxe, axe, shovel, hoe, shears, sword
}

/// What a tool is made of.
public enum ToolTier: UInt8, CaseIterable, Sendable, Codable {
  case none, wood, gold, stone, iron, diamond, netherite

  /// How many times faster than a bare hand the right tool of this tier breaks a block.
  public var speed: Double {
    switch self {
    case .none: 1
    case .wood: 2
    case .stone: 4
    case .iron: 6
    case .diamond: 8
    case .netherite: 9
    case .gold: 12
    }
  }

  /// How demanding a block may be for this tier to bring its drop: wood and gold 0, stone 1,
  /// iron 2, diamond and netherite 3.
  public var level: Int {
    switch self {
    case .none: -1
    case .wood, .gold: 0
    case .stone: 1
    case .iron: 2
    case .diamond, .netherite: 3
    }
  }
}
