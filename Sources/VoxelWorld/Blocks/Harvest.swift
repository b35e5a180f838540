/// What breaking a block takes and brings.
enum Harvest {
  private static let iron = [
    "gold_ore", "redstone_ore", "diamond_ore", "emerald_ore", "gold_block", "diamond_block",
    "emerald_block", "raw_gold_block",
  ]
  private static let stone = [
    "iron_ore", "lapis_ore", "copper_ore", "iron_block", "lapis_block", "raw_iron_block",
    "raw_copper_block",
  ]

  /// The least tool level that brings a drop, -1 where a bare hand will do.
  static func level(of name: String, _ entry: BlockEntry) -> Int {
    let ore = name.hasPrefix("deepslate_") ? String(name.dropFirst(10)) : name
    if ["obsidian", "crying_obsidian", "netherite_block"].contains(name) { return 3 }
    if iron.contains(ore) { return 2 }
    if stone.contains(ore) || name.hasSuffix("copper") && entry.kind == .cube { return 1 }
    switch entry.kind {
    case .button, .rail, .poweredRail, .piston, .stickyPiston, .pistonHead, .ice: return -1
    case .snow, .cobweb: return 0
    default: break
    }
    if name == "snow_block" { return 0 }
    if name == "packed_ice" || name == "blue_ice" { return -1 }
    return entry.tool == .pickaxe ? 0 : -1
  }

  /// The name of the item that breaking brings; empty for nothing.
  static func drop(of name: String, _ kind: BlockKind) -> String {
    switch kind {
    case .air, .water, .lava, .fire, .glass, .ice, .leaves, .movingPiston, .pistonHead, .cake:
      return ""
    case .pane: return name == "iron_bars" ? name : ""
    case .wallTorch, .redstoneWallTorch, .wallSign, .wallBanner:
      return name.split(separator: "_").filter { $0 != "wall" }.joined(separator: "_")
    case .redstoneWire: return "redstone"
    case .farmland, .path: return "dirt"
    case .cauldron, .waterCauldron: return "cauldron"
    case .pot: return "flower_pot"
    default: break
    }
    if name.hasSuffix("_ore") { return drop(ofOre: name) }
    switch name {
    case "stone": return "cobblestone"
    case "deepslate": return "cobbled_deepslate"
    case "grass_block", "mycelium", "podzol": return "dirt"
    case "bookshelf": return "book"
    case "glowstone": return "glowstone_dust"
    case "clay": return "clay_ball"
    case "grass", "fern", "tall_grass", "large_fern", "dead_bush", "bedrock": return ""
    default: return name
    }
  }

  private static func drop(ofOre name: String) -> String {
    let ore = name.split(separator: "_").dropLast().last.map(String.init) ?? ""
    switch ore {
    case "iron", "copper": return "raw_" + ore
    case "gold": return name == "nether_gold_ore" ? "gold_nugget" : "raw_gold"
    case "lapis": return "lapis_lazuli"
    default: return ore
    }
  }
}
