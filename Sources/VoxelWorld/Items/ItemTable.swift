/// Every item there is, numbered: first those of blocks, then the others.
public final class ItemTable: Sendable {
  public let items: [ItemTraits]
  private let sorted: [(name: String, item: UInt16)]
  /// The item that places each block, -1 where none does.
  private let placers: [Int32]

  public static let standard = ItemTable()

  private init() {
    var items: [ItemTraits] = []
    for (number, block) in BlockTable.standard.blocks.enumerated() {
      guard let name = Self.itemName(of: block) else { continue }
      let isSingle = [.bed, .cake].contains(block.kind)
      let stack = isSingle ? 1 : [.sign, .banner].contains(block.kind) ? 16 : 64
      items.append(
        ItemTraits(name: name, block: number, tool: .hand, tier: .none, stack: stack))
    }
    for tier in ToolTier.allCases where tier != .none {
      let material = tier == .wood ? "wooden" : tier == .gold ? "golden" : "\(tier)"
      for tool in [Tool.pickaxe, .axe, .shovel, .hoe, .sword] {
        items.append(
          ItemTraits(name: "\(material)_\(tool)", block: nil, tool: tool, tier: tier, stack: 1))
      }
    }
    items.append(ItemTraits(name: "shears", block: nil, tool: .shears, tier: .iron, stack: 1))
    for name in Self.materials {
      let stack = name.hasSuffix("bucket") && name != "bucket" ? 1 : 64
      let fluid = Self.fluids.first { $0.bucket == name }?.block
      let block = BlockTable.standard.blocks.firstIndex { $0.name == fluid }
      items.append(ItemTraits(name: name, block: block, tool: .hand, tier: .none, stack: stack))
    }
    self.items = items
    sorted = items.indices.map { (items[$0].name, UInt16($0)) }.sorted { $0.name < $1.name }
    placers = BlockTable.standard.blocks.map { block in
      // What hangs on a wall is placed with what stands on the floor.
      let bucket = Self.fluids.first { $0.block == block.name }?.bucket
      let name = Self.itemName(of: block) ?? bucket ?? Harvest.drop(of: block.name, block.kind)
      return items.firstIndex { $0.name == name }.map(Int32.init) ?? -1
    }
  }

  /// What is poured from which bucket.
  private static let fluids = [("water", "water_bucket"), ("lava", "lava_bucket")].map {
    (block: $0.0, bucket: $0.1)
  }

  private static let materials = [
    "stick", "coal", "charcoal", "diamond", "emerald", "quartz", "lapis_lazuli", "raw_iron",
    "raw_gold", "raw_copper", "iron_ingot", "gold_ingot", "copper_ingot", "netherite_ingot",
    "iron_nugget", "gold_nugget", "glowstone_dust", "clay_ball", "brick", "nether_brick", "book",
    "paper", "leather", "feather", "string", "slime_ball", "flint", "bone_meal",
    "bucket", "water_bucket", "lava_bucket", "bread", "apple", "wheat_seeds",
  ]

  /// The item that places a block; nil for parts that are placed with something else.
  private static func itemName(of block: Block) -> String? {
    switch block.kind {
    case .air, .water, .lava, .fire, .wallTorch, .redstoneWallTorch, .wallSign, .wallBanner,
      .pistonHead, .movingPiston, .waterCauldron:
      return nil
    case .redstoneWire: return "redstone"
    case .pot: return block.name == "flower_pot" ? block.name : nil
    default: return block.name == "lava_cauldron" ? nil : block.name
    }
  }

  /// The item that places the block with a number in the block table, nil if none does.
  func item(placing block: Int) -> Item? {
    placers[block] < 0 ? nil : Item(id: UInt16(placers[block]))
  }

  /// The item called `name`, with or without `minecraft:`.
  public func item(named name: String) -> Item? {
    let bare = name.hasPrefix("minecraft:") ? String(name.dropFirst(10)) : name
    var low = 0
    var high = sorted.count
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle].name < bare { low = middle + 1 } else { high = middle }
    }
    guard low < sorted.count, sorted[low].name == bare else { return nil }
    return Item(id: sorted[low].item)
  }
}
