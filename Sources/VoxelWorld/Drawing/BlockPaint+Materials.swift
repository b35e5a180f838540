import Arena

extension BlockPaint {
  static let dyes: [(word: String, colour: Colour)] = [
    ("white", Colour(234, 236, 237)), ("orange", Colour(238, 122, 24)),
    ("magenta", Colour(188, 68, 178)), ("light_blue", Colour(62, 172, 218)),
    ("light_gray", Colour(148, 148, 142)), ("yellow", Colour(246, 198, 42)),
    ("lime", Colour(116, 184, 28)), ("pink", Colour(236, 142, 172)), ("gray", Colour(68, 72, 76)),
    ("cyan", Colour(24, 138, 146)), ("purple", Colour(122, 44, 170)),
    ("blue", Colour(56, 60, 160)), ("brown", Colour(114, 72, 42)), ("green", Colour(86, 110, 30)),
    ("red", Colour(162, 42, 36)), ("black", Colour(26, 26, 30)),
  ]

  static let woods: [(word: String, colour: Colour)] = [
    ("dark_oak", Colour(78, 52, 28)), ("oak", Colour(172, 138, 84)),
    ("spruce", Colour(120, 88, 52)), ("birch", Colour(204, 188, 132)),
    ("jungle", Colour(168, 120, 84)), ("acacia", Colour(178, 96, 54)),
    ("cherry", Colour(228, 180, 172)), ("mangrove", Colour(124, 58, 52)),
    ("bamboo", Colour(200, 178, 84)), ("crimson", Colour(106, 52, 74)),
    ("warped", Colour(48, 110, 108)),
  ]

  typealias Material = (word: String, colour: Colour, grain: Grain, top: Colour?)

  private static func entry(
    _ words: String, _ red: UInt8, _ green: UInt8, _ blue: UInt8, _ grain: Grain = .plain,
    alpha: UInt8 = 255, top: Colour? = nil
  ) -> [Material] {
    words.split(separator: " ").map {
      (String($0), Colour(red, green, blue, alpha: alpha), grain, top)
    }
  }

  /// What the words in names mean, the more special first.
  static let materials: [Material] = [
    entry("potted pot flower_pot", 150, 82, 60), entry("water", 44, 92, 214, .rippled, alpha: 150),
    entry("lava magma", 232, 98, 22, .speckled), entry("fire campfire", 250, 160, 50, .speckled),
    entry("tinted_glass", 60, 54, 70, .pane, alpha: 150),
    entry("glass", 206, 232, 242, .pane, alpha: 70), entry("azalea_leaves", 92, 126, 52, .leaves),
    entry("grass_block", 104, 152, 62, .turf, top: Colour(104, 152, 62)),
    entry("mycelium", 112, 98, 108, .turf, top: Colour(112, 98, 108)),
    entry("podzol", 104, 76, 42, .turf, top: Colour(104, 76, 42)),
    entry("dirt_path", 138, 110, 70, .speckled), entry("farmland", 102, 68, 40, .planks),
    entry("dirt rooted", 122, 88, 60, .speckled), entry("packed_mud mud_brick", 142, 106, 80),
    entry("mud", 64, 60, 62, .speckled), entry("soul_soil soul_sand", 82, 62, 50, .speckled),
    entry("red_sandstone", 188, 100, 34, .speckled), entry("sandstone", 222, 208, 162, .speckled),
    entry("red_sand", 192, 104, 36, .speckled), entry("sand", 222, 208, 162, .speckled),
    entry("gravel", 132, 126, 124, .speckled), entry("clay", 160, 166, 178, .speckled),
    entry("redstone_lamp", 120, 70, 40, .tiles), entry("redstone_ore", 124, 118, 116, .ore),
    entry("redstone repeater comparator", 176, 24, 14), entry("soul_", 90, 190, 200),
    entry("torch lantern glowstone froglight shroomlight", 255, 214, 110, .speckled),
    entry("sea_lantern", 196, 222, 214, .tiles), entry("end_stone", 222, 224, 166, .speckled),
    entry("red_nether", 74, 10, 14), entry("nether_brick", 48, 24, 28),
    entry("netherrack nylium nether_wart wart", 104, 42, 40, .speckled),
    entry("blackstone", 46, 40, 48, .speckled), entry("deepslate", 80, 80, 84, .speckled),
    entry("basalt", 82, 82, 86, .bark), entry("granite", 154, 108, 90, .speckled),
    entry("diorite", 192, 192, 194, .speckled), entry("andesite", 138, 138, 140, .speckled),
    entry("tuff", 108, 110, 102, .speckled), entry("dripstone", 134, 108, 92, .speckled),
    entry("calcite", 224, 226, 222, .speckled), entry("obsidian", 28, 22, 42, .speckled),
    entry("prismarine", 98, 158, 146, .speckled), entry("purpur", 170, 126, 170, .tiles),
    entry("mossy", 108, 122, 96, .cobbles), entry("stone_brick", 122, 122, 124, .bricks),
    entry("bookshelf", 160, 116, 74, .planks), entry("brick", 152, 92, 78, .bricks),
    entry("smooth_stone", 160, 160, 162, .tiles),
    entry("quartz", 236, 230, 224), entry("bone", 226, 222, 202, .bark),
    entry("oxidized", 82, 162, 132), entry("weathered", 108, 152, 110),
    entry("exposed", 160, 124, 104), entry("copper", 192, 108, 80), entry("coal", 34, 34, 36),
    entry("gold", 246, 208, 62), entry("diamond", 96, 220, 214), entry("emerald", 44, 200, 92),
    entry("lapis", 38, 72, 160), entry("amethyst", 134, 98, 190, .speckled),
    entry("netherite ancient", 66, 60, 64),
    entry("iron anvil chain hopper cauldron", 206, 206, 206),
    entry("stonecutter grindstone", 140, 140, 142), entry("snow", 244, 249, 250, .speckled),
    entry("blue_ice", 116, 168, 252), entry("packed_ice", 142, 180, 250),
    entry("ice", 156, 190, 250, .rippled, alpha: 190), entry("cactus", 88, 128, 50, .bark),
    entry("dead_bush", 108, 80, 42),
    entry("moss vine lily_pad grass fern roots", 92, 128, 52, .leaves),
    entry("dandelion sunflower torchflower", 250, 214, 60),
    entry("poppy rose red_tulip", 216, 48, 42),
    entry("blue_orchid cornflower", 80, 130, 230), entry("allium lilac", 186, 130, 216),
    entry("oxeye white_tulip bluet lily", 238, 240, 238), entry("orange_tulip", 240, 140, 50),
    entry("pink_tulip peony petals", 240, 170, 196), entry("sugar_cane kelp bush", 128, 176, 96),
    entry("wheat hay", 204, 172, 60, .bark), entry("beetroots", 150, 60, 60),
    entry("crop carrots potatoes", 112, 158, 62, .leaves), entry("sprouts", 40, 150, 130),
    entry("brown_mushroom", 150, 112, 82), entry("mushroom_stem", 210, 204, 194),
    entry("mushroom fungus", 190, 50, 46), entry("pumpkin jack", 214, 124, 30, .bark),
    entry("melon", 112, 148, 32, .bark), entry("sponge", 196, 192, 74, .speckled),
    entry("honey", 238, 166, 50, alpha: 200), entry("slime", 122, 196, 102, alpha: 200),
    entry("tnt", 200, 58, 44, .tiles),
    entry("observer dispenser dropper furnace smoker", 112, 112, 114, .cobbles),
    entry("piston", 150, 128, 92, .planks), entry("target", 226, 208, 200, .tiles),
    entry("scaffolding ladder", 196, 158, 88, .planks), entry("rail", 140, 110, 78, .planks),
    entry("cobweb", 226, 228, 230, alpha: 170), entry("ender_chest enchanting", 40, 56, 60),
    entry("note_block jukebox", 110, 70, 50, .planks),
    entry("chest barrel table loom composter lectern beehive crafting", 160, 118, 66, .planks),
    entry("cake candle", 240, 234, 226), entry("terracotta", 152, 94, 68),
    entry("coral", 190, 80, 130, .speckled), entry("bedrock", 72, 72, 74, .speckled),
    entry("stone lever", 126, 126, 128, .speckled),
  ].flatMap { $0 }
}
