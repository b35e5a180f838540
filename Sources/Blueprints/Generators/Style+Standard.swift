extension Style {
  /// The styles that come with the library; `Assets/blueprints/styles.yaml` holds the same.
  public static let all: [Style] = [
    Style(
      name: "medieval", walls: "white_terracotta", base: "cobblestone", posts: "spruce_log",
      floor: "spruce_planks", roof: .gable, roofMaterial: "dark_oak_planks",
      window: "glass_pane", door: "spruce_door", light: "wall_torch"),
    Style(
      name: "modern", walls: "white_concrete", base: nil, posts: nil,
      floor: "smooth_stone", roof: .flat, roofMaterial: "light_gray_concrete",
      window: "light_blue_stained_glass", door: "birch_door", light: "wall_torch"),
    Style(
      name: "desert", walls: "sandstone", base: "smooth_sandstone", posts: "chiseled_sandstone",
      floor: "birch_planks", roof: .flat, roofMaterial: "smooth_sandstone",
      window: "glass_pane", door: "acacia_door", light: "wall_torch"),
    Style(
      name: "nordic", walls: "spruce_planks", base: "cobblestone", posts: "stripped_spruce_log",
      floor: "spruce_planks", roof: .gable, roofMaterial: "spruce_planks",
      window: "glass_pane", door: "spruce_door", light: "wall_torch"),
    Style(
      name: "japanese", walls: "white_terracotta", base: nil, posts: "dark_oak_log",
      floor: "birch_planks", roof: .pagoda, roofMaterial: "dark_prismarine",
      window: "white_stained_glass_pane", door: "dark_oak_door", light: "wall_torch"),
    Style(
      name: "fantasy", walls: "purpur_block", base: "amethyst_block", posts: "quartz_pillar",
      floor: "purpur_block", roof: .hip, roofMaterial: "prismarine_bricks",
      window: "magenta_stained_glass_pane", door: "warped_door", light: "wall_torch"),
  ]
}
