extension Lexicon {
  /// What blocks are also called, and what stands for many of them.
  private static let aliases = """
    cobblestone: cobble
    campfire: fire pit, firepit, bonfire, camp fire
    polished_blackstone_bricks: blackstone bricks, blackstone brick
    end_stone_bricks: end bricks
    poppy: poppies
    red_tulip: tulip
    sea_lantern: sea light
    bricks: brick, red brick, clay brick
    gold_block: gold, block of gold, golden, solid gold
    iron_block: iron, block of iron
    diamond_block: diamond, block of diamond
    emerald_block: emerald, block of emerald
    lapis_block: lapis, lapis lazuli, block of lapis
    coal_block: coal, block of coal
    copper_block: copper, block of copper
    netherite_block: netherite
    redstone_block: block of redstone
    quartz_block: quartz, quartz block, marble
    hay_block: hay, hay bale, straw, thatch
    snow_block: snow
    grass_block: grass
    crafting_table: workbench, crafting bench, work bench
    oak_leaves: leaf, foliage
    redstone_wire: redstone dust, redstone
    redstone_lamp: redstone light
    water: water
    lava: lava
    wheat: wheat
    carrots: carrot
    potatoes: potato
    beetroots: beetroot
    sticky_piston: sticky piston
    water_cauldron: water filled cauldron, cauldron full of water, filled cauldron, water cauldron
    smooth_stone: polished stone
    bookshelf: book shelf, bookcase, book case
    jack_o_lantern: jack o lantern, jack o'lantern
    terracotta: clay tile, hardened clay
    dirt_path: grass path
    glass: clear glass
    glass_pane: pane, glass pane, window pane
    """

  /// Family and the words for it.
  private static let families = """
    wood: wood, wooden, timber, plank, wooden plank, lumber
    log: log, wood log, tree trunk, trunk
    wool: wool
    concrete: concrete
    terracotta: terracotta
    stained_glass: stained glass, coloured glass, colored glass
    carpet: carpet, rug
    banner: banner
    candle: candle
    stairs: stair, step block
    slab: slab
    fence: fence, fencing, picket fence
    fence_gate: gate, fence gate
    trapdoor: trapdoor, trap door
    door: door, front door, main door
    bed: bed
    button: button, push button
    pressure_plate: pressure plate, plate
    sign: sign
    leaves: leaves
    """

  private static let woods = [
    "oak", "spruce", "birch", "jungle", "acacia", "dark_oak", "mangrove", "cherry", "bamboo",
    "crimson", "warped",
  ]

  /// Names that are rather read as a material and a shape: a stone brick wall.
  private static func isShapeFirst(_ name: String) -> Bool {
    name.hasSuffix("_wall") || name == "air" || name.hasPrefix("potted_")
      || name.hasSuffix("_wall_sign") || name.hasSuffix("wall_torch") || name.hasPrefix("wall_")
      || name.hasSuffix("wall_banner") || name == "fire" || name.hasSuffix("_head")
  }

  /// Adds the names of blocks, families of them, and what else they are called.
  mutating func addBlocks(_ names: [String]) {
    for (family, forms) in Lexicon.pairs(Lexicon.families) {
      for form in forms { add(form, .family(family)) }
    }
    for wood in Lexicon.woods {
      let words = wood.split(separator: "_").joined(separator: " ")
      add(words, .family(wood))
      for form in ["wood", "wooden", "timber"] { add(words + " " + form, .family(wood)) }
    }
    for (block, forms) in Lexicon.pairs(Lexicon.aliases) where names.contains(block) {
      for form in forms { add(form, .block(block)) }
    }
    for name in names where !Lexicon.isShapeFirst(name) {
      let words = name.split(separator: "_").joined(separator: " ")
      add(words, .block(name))
      if name.hasSuffix("_block") || name.hasSuffix("_planks") || name.hasSuffix("_bricks") {
        continue
      }
      if name.hasPrefix("light_gray") || name.hasPrefix("gray") {
        let other = words.split(separator: " ").map { $0 == "gray" ? "grey" : String($0) }
        add(other.joined(separator: " "), .block(name))
      }
      if name.hasSuffix("_stained_glass") {
        add(
          words.split(separator: " ").filter { $0 != "stained" }.joined(separator: " "),
          .block(name))
      }
    }
  }

  /// Blocks by the first of their words, where that means nothing else: purpur, slime.
  mutating func addShortNames(_ names: [String]) {
    for name in names where name.hasSuffix("_block") {
      let short = name.dropLast(6).split(separator: "_").joined(separator: " ")
      let key = short.split(separator: " ").map { Morphology.lemma(String($0)) }
        .joined(separator: " ")
      if senses[key] == nil { add(short, .block(name)) }
    }
  }

  private static func pairs(_ table: String) -> [(String, [String])] {
    table.split(separator: "\n").map { line in
      let halves = line.split(separator: ":", maxSplits: 1)
      let forms = halves[1].split(separator: ",").map {
        $0.split(separator: " ").joined(separator: " ")
      }
      return (halves[0].filter { $0 != " " }, forms)
    }
  }
}
