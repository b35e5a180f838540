import VoxelWorld

/// Reads flags: by country, by their stripes, or with a cross or a disc on a field.
enum FlagReader {
  /// Countries with flags of few plain parts: the device and the colours.
  private static let countries = """
    french: upright blue white red
    italian: upright green white red
    irish: upright green white orange
    belgian: upright black yellow red
    german: level black red yellow
    dutch: level red white blue
    russian: level white blue red
    austrian: level red white red
    hungarian: level red white green
    polish: level white red
    ukrainian: level blue yellow
    swiss: short red white
    english: cross white red
    swedish: nordic blue yellow
    danish: nordic red white
    finnish: nordic white blue
    japanese: disc white red
    """

  static func flag(_ survey: Survey) -> Flag {
    var flag = Flag()
    let whole = survey.whole
    let family = (survey.parts.map(\.thing) + [whole]).flatMap(\.materials).compactMap { name in
      ["wool", "concrete", "terracotta"].first { name.hasSuffix($0) }
    }.first
    for thing in [whole] + survey.parts.map(\.thing) {
      readCountry(thing, family ?? "wool", into: &flag)
    }
    readDevice(survey, family, into: &flag)
    readSize(survey, into: &flag)
    let facing = ([whole] + survey.parts.map(\.thing)).flatMap(\.links)
      .filter { $0.relation == .facing }.flatMap(\.sides)
    flag.facing = facing.compactMap { Compass.direction($0) }.first ?? .south
    if let pole = survey.first("pole", "flagpole", "pillar", "post") {
      flag.pole = max(1, (Survey.height(pole) ?? flag.height + 5) - flag.height)
      if let block = Palette.block(pole, as: .fence) { flag.poleBlock = block }
    } else if whole.concept?.name == "flagpole" {
      flag.pole = max(1, (Survey.height(whole) ?? flag.height + 5) - flag.height)
      if let block = Palette.block(whole, as: .fence) { flag.poleBlock = block }
    }
    return flag
  }

  private static func readCountry(_ whole: Entity, _ family: String, into flag: inout Flag) {
    for line in countries.split(separator: "\n") {
      let words = line.split(whereSeparator: { $0 == ":" || $0 == " " }).map(String.init)
      guard whole.traits.contains(words[0]) else { continue }
      flag.device =
        switch words[1] {
        case "upright": .upright
        case "level": .level
        case "short": .shortCross
        case "cross": .cross
        case "nordic": .nordicCross
        default: .disc
        }
      flag.colours = words.dropFirst(2).compactMap {
        BlockTable.standard.block(named: $0 + "_" + family)?.usual
      }
    }
  }

  /// Stripes, a cross or a disc, in the colours named with them.
  private static func readDevice(_ survey: Survey, _ family: String?, into flag: inout Flag) {
    func block(_ thing: Entity) -> BlockState? {
      guard let colour = thing.colours.first, thing.materials.isEmpty, let family else {
        return Palette.block(thing)
      }
      return BlockTable.standard.block(named: colour + "_" + family)?.usual
    }
    if let device = survey.first("cross", "disc", "circle"), let figure = block(device) {
      let field = survey.parts.map(\.thing).first { thing in
        thing.concept != device.concept && block(thing) != nil && block(thing) != figure
      }
      let ground = field.flatMap(block) ?? Palette.blocks(survey.whole).first ?? "white_wool"
      if device.concept?.name != "cross" {
        flag.device = .disc
      } else if ![.shortCross, .nordicCross].contains(flag.device) {
        flag.device = .cross
      }
      flag.colours = [ground, figure]
      return
    }
    let stripes = survey.first("stripe", "line")
    var named = stripes.map { Palette.blocks($0) } ?? []
    if named.count < 2 { named = Palette.blocks(survey.whole) }
    if let family { named = named.map { dyed($0, family) } }
    if named.count > 1 { flag.colours = named }
    let traits = survey.whole.traits + (stripes?.traits ?? [])
    if stripes != nil || traits.contains("striped") {
      flag.device = traits.contains("vertical") ? .upright : .level
    }
  }

  /// The same colour in another family of blocks, where a text names that once for all.
  private static func dyed(_ block: BlockState, _ family: String) -> BlockState {
    guard block.block.name.hasSuffix("_wool") else { return block }
    return BlockTable.standard.block(named: block.block.name.dropLast(4) + family)?.usual ?? block
  }

  private static func readSize(_ survey: Survey, into flag: inout Flag) {
    for thing in [survey.whole] + survey.parts.map(\.thing) {
      guard let box = thing.measures.first(where: { $0.dimension == .footprint })?.values else {
        continue
      }
      (flag.width, flag.height) = (box[0], box[1])
      return
    }
    if let width = survey.whole.measure(.width) ?? survey.whole.measure(.length) {
      flag.width = width
      flag.height = max(2, width * 2 / 3)
    }
    if survey.whole.concept?.name != "flagpole", let height = Survey.height(survey.whole) {
      flag.height = height
      if survey.whole.measure(.width) == nil, survey.whole.measure(.length) == nil {
        flag.width = max(2, height * 3 / 2)
      }
    }
  }
}
