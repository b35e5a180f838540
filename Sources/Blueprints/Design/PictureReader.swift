import VoxelWorld

/// Reads pictures of blocks: rows that were drawn, and pictures that have a name.
struct PictureReader {
  /// Pictures everybody knows, 8 by 8 or 7 by 6; the first material named is for `#`, the second
  /// for `o`.
  private static let known: [(name: String, rows: [String])] = [
    (
      "creeper",
      [
        "oooooooo", "oooooooo", "o##oo##o", "o##oo##o", "ooo##ooo", "oo####oo", "oo####oo",
        "oo#oo#oo",
      ]
    ),
    ("heart", [".##.##.", "#######", "#######", ".#####.", "..###..", "...#..."]),
    (
      "smiley",
      [
        "..####..", ".#oooo#.", "#o#oo#o#", "#oooooo#", "#o#oo#o#", "#oo##oo#", ".#oooo#.",
        "..####..",
      ]
    ),
    ("star", ["...#...", "...#...", "#######", ".#####.", "..###..", ".##.##.", "##...##"]),
    (
      "mushroom",
      [
        "..####..", ".#oo##o.", "##oo####", "####oo##", "oo##oo#o", "..oooo..", "..oooo..",
        "..oooo..",
      ]
    ),
    ("crown", ["#..#..#", "#.###.#", "#######", "#######", "#ooooo#"]),
    (
      "apple",
      [
        "....o...", "...o....", ".##.##..", "#######.", "#######.", "#######.", ".#####..",
        "..###...",
      ]
    ),
    (
      "flower",
      [".##.##.", "#######", ".##o##.", "#######", ".##.##.", "...o...", ".o.o.o.", "..ooo.."]
    ),
    ("arrow", ["...#...", "..###..", ".#####.", "...#...", "...#...", "...#..."]),
  ]

  /// The picture that a thing describes; nil if it has no rows and no known name.
  static func picture(_ survey: Survey) -> PixelArt? {
    let whole = survey.whole
    var art = PixelArt()
    let parts = survey.parts.map(\.thing)
    let names = ([whole.concept].compactMap { $0 } + whole.qualifiers + parts.compactMap(\.concept))
      .map(\.name)
    let facing = ([whole] + parts).flatMap(\.links).filter { $0.relation == .facing }.flatMap(
      \.sides)
    art.facing = facing.compactMap { Compass.direction($0) }.first ?? .south
    let traits = ([whole] + parts).flatMap(\.traits)
    art.isLying = traits.contains("flat") || traits.contains("horizontal")
    if let border = survey.first("border").flatMap({ Palette.block($0) }) { art.border = border }
    if let rows = ([whole] + parts).first(where: { !$0.picture.isEmpty })?.picture {
      art.rows = rows
      for part in parts {
        if let letter = part.letter?.first, part.traits.contains("hollow") {
          // This letter stays empty.
          art.rows = art.rows.map { row in String(row.map { $0 == letter ? " " : $0 }) }
        } else if let letter = part.letter?.first {
          art.legend[letter] = block(part, among: parts)
        }
      }
      fill(&art, parts)
    } else if let part = ([whole] + parts).first(where: { $0.inscription != nil }),
      let text = part.inscription
    {
      art.rows = Lettering.rows(of: text)
      readLettering(survey, &art)
    } else if let known = known.first(where: { names.contains($0.name) }) {
      art.rows = known.rows
      let blocks = materials(whole, parts)
      let usual: [BlockState] =
        known.name == "creeper" ? ["black_concrete", "lime_concrete"] : ["red_wool", "white_wool"]
      // Lines are black where black is named, in whatever order the two were named.
      let hasFill = known.rows.joined().contains("o")
      var paints = blocks.count > 1 ? blocks : blocks + usual.dropFirst(blocks.count)
      if hasFill, blocks.count > 1, !paints[0].block.name.hasPrefix("black") { paints.swapAt(0, 1) }
      art.legend = ["#": paints[0], "o": paints[1]]
      art.rows = known.rows.map { $0.replacingDots(with: !hasFill && blocks.count > 1 ? "o" : " ") }
    } else {
      return nil
    }
    scale(&art, survey)
    return art
  }

  /// The material of letters, of what is behind them, and how large they are.
  private static func readLettering(_ survey: Survey, _ art: inout PixelArt) {
    let things = [survey.whole] + survey.parts.map(\.thing)
    let behind = ["background", "wall", "field"]
    let background = things.first { behind.contains($0.concept?.name ?? "") }
      .flatMap { Palette.block($0) }
    let letters = things.filter {
      !behind.contains($0.concept?.name ?? "") && $0.concept?.name != "border"
    }
    let main = letters.lazy.compactMap { Palette.block($0) }.first
    art.legend = ["#": main ?? "black_wool"]
    if let background { art.legend["."] = background }
    art.rows = art.rows.map { $0.replacingDots(with: background == nil ? " " : ".") }
    if let height = things.lazy.compactMap({ Survey.height($0) ?? $0.measure(.size) }).first {
      art.scale = min(max(1, height / art.rows.count), 16)
    }
  }

  /// The block of a legend entry: a colour alone takes the material that the text names with it.
  private static func block(_ part: Entity, among parts: [Entity]) -> BlockState {
    if let block = part.materials.isEmpty ? nil : Palette.block(part) { return block }
    guard let colour = part.colours.first else { return "stone" }
    let family = parts.flatMap(\.materials).lazy.compactMap { name in
      ["concrete", "wool", "terracotta", "stained_glass"].first { name.hasSuffix($0) }
    }.first
    let named =
      parts.flatMap(\.materials).first { $0.hasPrefix(colour + "_") }
      ?? family.map { colour + "_" + $0 }
    return named.flatMap { BlockTable.standard.block(named: $0)?.usual } ?? Palette.block(part)
      ?? "stone"
  }

  /// Letters without an entry: the background material for dots, the first material for others.
  private static func fill(_ art: inout PixelArt, _ parts: [Entity]) {
    let background = parts.first { $0.concept?.name == "background" }.flatMap { Palette.block($0) }
    let main = parts.first { $0.concept == nil && $0.letter == nil }.flatMap { Palette.block($0) }
    for letter in art.rows.joined() where art.legend[letter] == nil && letter != " " {
      if letter == "." || letter == "_" {
        if let background { art.legend[letter] = background }
      } else if let main {
        art.legend[letter] = main
      }
    }
    art.rows = art.rows.map { row in
      String(row.map { art.legend[$0] == nil ? " " : $0 })
    }
  }

  private static func materials(_ whole: Entity, _ parts: [Entity]) -> [BlockState] {
    var blocks: [BlockState] = []
    for thing in [whole] + parts where thing.concept == nil || thing.concept?.category == .picture {
      let kinds = thing.materials
      let family =
        kinds.last.map { name in
          ["_wool", "_concrete", "_terracotta", "_stained_glass"].first { name.hasSuffix($0) }
            ?? "_" + name
        } ?? "_wool"
      for colour in thing.colours {
        if let block = BlockTable.standard.block(named: colour + family) {
          blocks.append(block.usual)
        }
      }
      for name in kinds {
        if let block = BlockTable.standard.block(named: name) { blocks.append(block.usual) }
      }
    }
    return blocks
  }

  /// How many blocks a cell of the picture has: said of its pixels, or from the whole size.
  private static func scale(_ art: inout PixelArt, _ survey: Survey) {
    let parts = [survey.whole] + survey.parts.map(\.thing)
    let columns = art.rows.map(\.count).max() ?? 1
    for part in parts {
      if let box = part.measures.first(where: { $0.dimension == .footprint }),
        box.values[0] > columns,
        box.values[0] % columns == 0
      {
        art.scale = min(box.values[0] / columns, 16)
        return
      }
      if part.concept?.name == "picturepixel",
        let size = part.measure(.size) ?? part.measure(.width) ?? part.linked(.with).first?.count
          ?? survey.parts.first(where: { $0.thing.concept?.name == "block" })?.thing.count
      {
        art.scale = min(max(size, 1), 16)
      }
      // Two blocks per pixel.
      if part.linked(.per).contains(where: { $0.concept?.name == "picturepixel" }),
        let count = part.count
      {
        art.scale = min(max(count, 1), 16)
      }
    }
  }
}

extension String {
  fileprivate func replacingDots(with letter: Character) -> String {
    String(map { $0 == "." ? letter : $0 })
  }
}
