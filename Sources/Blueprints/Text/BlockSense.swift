/// What the name of a block, or of a family of blocks, says of how it is used.
enum BlockSense {
  /// What a block is, where people mean a thing by it and no material: a door, a bed, a lever. Nil
  /// for what walls are made of.
  static func concept(of name: String) -> Concept? {
    if name == "door" || name.hasSuffix("_door") { return Concept(.part, "door") }
    if name.hasSuffix("fence_gate") { return Concept(.part, "gate") }
    if name == "fence" || name.hasSuffix("_fence") { return Concept(.part, "fence") }
    if name.hasSuffix("trapdoor") { return Concept(.part, "trapdoor") }
    if name == "ladder" { return Concept(.part, "ladder") }
    if name == "bed" || name.hasSuffix("_bed") { return Concept(.piece, "bed") }
    if name.hasSuffix("carpet") { return Concept(.piece, "carpet") }
    if name.hasSuffix("banner") { return Concept(.piece, "banner") }
    if name.hasSuffix("candle") { return Concept(.piece, "candle") }
    if machines.contains(name) || name.hasSuffix("button") || name.hasSuffix("pressure_plate") {
      return Concept(.machine, name)
    }
    return pieces.contains(name) ? Concept(.piece, name) : nil
  }

  private static let machines: Set<String> = [
    "lever", "redstone_lamp", "piston", "sticky_piston", "repeater", "comparator", "observer",
    "redstone_wire", "redstone_torch", "redstone_block", "dispenser", "dropper", "hopper", "tnt",
    "note_block", "target", "daylight_detector",
  ]

  private static let pieces: Set<String> = [
    "chest", "crafting_table", "furnace", "smoker", "blast_furnace", "barrel", "torch", "lantern",
    "soul_lantern", "soul_torch", "bookshelf", "cauldron", "water_cauldron", "campfire",
    "soul_campfire", "anvil", "enchanting_table", "brewing_stand", "jukebox", "lectern", "loom",
    "stonecutter", "grindstone", "cartography_table", "fletching_table", "smithing_table",
    "composter", "bell", "flower_pot", "ender_chest", "trapped_chest", "scaffolding", "beehive",
    "armor_stand", "cake", "sign",
  ]
}
