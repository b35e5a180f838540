import Arena

/// The colour a block is drawn in, told from the words of its name.
enum BlockColour {
  private static let words: [(word: String, colour: Scene.Colour)] = [
    ("water", .init(50, 90, 220, alpha: 140)), ("lava", .init(230, 90, 20)),
    ("glass", .init(200, 230, 240, alpha: 90)), ("leaves", .init(60, 130, 50)),
    ("grass_block", .init(95, 150, 65)), ("dirt", .init(120, 85, 60)),
    ("sandstone", .init(220, 205, 160)), ("sand", .init(220, 205, 160)),
    ("redstone", .init(180, 20, 10)), ("torch", .init(255, 210, 90)),
    ("brick", .init(150, 90, 75)), ("deepslate", .init(75, 75, 80)),
    ("stone", .init(125, 125, 125)), ("andesite", .init(135, 135, 135)),
    ("obsidian", .init(25, 20, 40)), ("iron", .init(215, 215, 215)),
    ("gold", .init(245, 205, 60)), ("diamond", .init(95, 220, 215)),
    ("quartz", .init(235, 230, 225)), ("snow", .init(245, 250, 250)),
    ("ice", .init(150, 185, 250, alpha: 200)), ("dark_oak", .init(70, 45, 20)),
    ("oak", .init(160, 130, 80)), ("spruce", .init(115, 85, 50)),
    ("birch", .init(195, 180, 120)), ("jungle", .init(160, 115, 80)),
    ("acacia", .init(170, 90, 50)), ("mangrove", .init(120, 55, 50)),
    ("crimson", .init(100, 45, 70)), ("warped", .init(45, 105, 105)),
    ("cherry", .init(225, 175, 170)), ("bamboo", .init(195, 175, 80)),
    ("light_blue", .init(60, 175, 215)), ("light_gray", .init(145, 145, 135)),
    ("white", .init(235, 235, 235)), ("orange", .init(240, 120, 20)),
    ("magenta", .init(190, 70, 180)), ("yellow", .init(250, 200, 40)),
    ("lime", .init(115, 185, 25)), ("pink", .init(240, 140, 170)),
    ("gray", .init(65, 70, 75)), ("cyan", .init(20, 140, 145)),
    ("purple", .init(120, 40, 170)), ("blue", .init(55, 60, 160)),
    ("brown", .init(115, 70, 40)), ("green", .init(85, 110, 30)), ("red", .init(160, 40, 35)),
    ("black", .init(20, 20, 25)),
  ]

  /// The colours of all blocks, by their numbers in the table.
  private static let all = BlockTable.standard.blocks.map { block in
    words.first { block.name.contains($0.word) }?.colour ?? .init(150, 140, 130)
  }

  static func of(_ state: BlockState) -> Scene.Colour { all[Int(state.traits.block)] }
}
