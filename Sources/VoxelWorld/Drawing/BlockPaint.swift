import Arena

/// The colours and the grain a block is drawn with, told from the words of its name: first the dye
/// or the wood, then what it is made of.
struct BlockPaint {
  typealias Colour = Scene.Colour
  typealias Grain = Scene.BlockLook.Grain

  var side: Colour
  var top: Colour?
  var grain: Grain

  private init(_ side: Colour, _ grain: Grain, top: Colour? = nil) {
    self.side = side
    self.top = top
    self.grain = grain
  }

  /// The paint of the block called `name`.
  init(named name: String) {
    if let (dye, rest) = Self.split(name, among: Self.dyes), let paint = Self.dyed(dye, rest) {
      self = paint
    } else if let (wood, rest) = Self.split(Self.unstripped(name), among: Self.woods) {
      self = Self.wooden(wood, rest, isStripped: name.hasPrefix("stripped_"))
    } else {
      let entry = Self.materials.first { name.contains($0.word) }
      self =
        entry.map { BlockPaint($0.colour, $0.grain, top: $0.top) }
        ?? BlockPaint(Colour(150, 140, 130), .plain)
    }
    if name.contains("cobble") { grain = .cobbles }
    if name.contains("brick") { grain = .bricks }
    if name.contains("tile") { grain = .tiles }
    if name.hasSuffix("_ore") { grain = .ore }
  }

  private static func unstripped(_ name: String) -> String {
    name.hasPrefix("stripped_") ? String(name.dropFirst("stripped_".count)) : name
  }

  private static func split(
    _ name: String, among words: [(word: String, colour: Colour)]
  ) -> (Colour, Substring)? {
    for entry in words where name.hasPrefix(entry.word + "_") {
      return (entry.colour, name.dropFirst(entry.word.count + 1))
    }
    return nil
  }

  private static func dyed(_ dye: Colour, _ rest: Substring) -> BlockPaint? {
    switch rest {
    case "wool", "carpet", "bed", "banner", "wall_banner": BlockPaint(dye, .cloth)
    case "concrete", "candle": BlockPaint(dye, .plain)
    case "concrete_powder": BlockPaint(dye, .speckled)
    case "terracotta": BlockPaint(dye.mixed(with: Colour(150, 92, 66), by: 0.55), .plain)
    case "glazed_terracotta": BlockPaint(dye, .tiles)
    case "stained_glass", "stained_glass_pane": BlockPaint(dye.withAlpha(120), .pane)
    default: nil
    }
  }

  private static func wooden(
    _ wood: Colour, _ rest: Substring, isStripped: Bool
  ) -> BlockPaint {
    switch rest {
    case "leaves": BlockPaint(wood.mixed(with: Colour(62, 128, 48), by: 0.85), .leaves)
    case "sapling": BlockPaint(Colour(84, 150, 62), .leaves)
    case "log", "wood", "stem", "hyphae":
      isStripped
        ? BlockPaint(wood, .bark, top: wood)
        : BlockPaint(wood.mixed(with: Colour(52, 38, 24), by: 0.55), .bark, top: wood)
    default: BlockPaint(wood, .planks)
    }
  }
}

extension Scene.Colour {
  /// This colour with a share of another in it.
  func mixed(with other: Scene.Colour, by share: Double) -> Scene.Colour {
    func mix(_ a: UInt8, _ b: UInt8) -> UInt8 {
      UInt8((Double(a) + share * (Double(b) - Double(a))).rounded())
    }
    return Scene.Colour(
      mix(red, other.red), mix(green, other.green), mix(blue, other.blue), alpha: alpha)
  }

  func withAlpha(_ alpha: UInt8) -> Scene.Colour {
    Scene.Colour(red, green, blue, alpha: alpha)
  }
}
