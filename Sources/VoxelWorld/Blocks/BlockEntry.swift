/// One entry of the table's text: blocks that differ in their names alone.
struct BlockEntry {
  let kind: BlockKind
  let hardness: Double
  let tool: Tool
  let light: UInt8
  let names: [String]

  private static let families: [(tag: String, members: [String])] = [
    (
      "{wood}",
      [
        "oak", "spruce", "birch", "jungle", "acacia", "cherry", "dark_oak", "mangrove", "bamboo",
        "crimson", "warped",
      ]
    ),
    (
      "{tree}",
      ["oak", "spruce", "birch", "jungle", "acacia", "cherry", "dark_oak", "mangrove"]
    ),
    (
      "{colour}",
      [
        "white", "orange", "magenta", "light_blue", "yellow", "lime", "pink", "gray",
        "light_gray", "cyan", "purple", "blue", "brown", "green", "red", "black",
      ]
    ),
  ]

  /// Reads all entries. A line that starts with blanks goes on with the one before.
  static func entries(in text: String) throws(BlockNameError) -> [BlockEntry] {
    var lines: [String] = []
    for line in text.split(separator: "\n") {
      if line.hasPrefix(" "), let last = lines.popLast() {
        lines.append(last + line)
      } else {
        lines.append(String(line))
      }
    }
    var entries: [BlockEntry] = []
    for line in lines { entries.append(try BlockEntry(line)) }
    return entries
  }

  private init(_ line: String) throws(BlockNameError) {
    let sides = line.split(separator: ":", maxSplits: 1)
    let head = sides[0].split(separator: " ")
    guard sides.count == 2, head.count >= 3, let kind = BlockKind(rawValue: String(head[0])),
      let hardness = Double(String(head[1])), hardness.isFinite,
      let tool = Tool(rawValue: String(head[2]))
    else {
      throw BlockNameError(
        description: "`\(line.prefix(40))` is no entry of kind, hardness, tool and names")
    }
    self.kind = kind
    self.hardness = hardness
    self.tool = tool
    var light: UInt8 = 0
    for word in head.dropFirst(3) {
      guard word.hasPrefix("light="), let level = UInt8(word.dropFirst(6)), level < 16 else {
        throw BlockNameError(description: "`\(word)` is not a light of 0 to 15")
      }
      light = level
    }
    self.light = light
    names = sides[1].split(separator: " ").flatMap { Self.expanded(String($0)) }
  }

  private static func expanded(_ name: String) -> [String] {
    for family in families {
      guard let range = name.firstRange(of: family.tag) else { continue }
      return family.members.map { name.replacingCharacters(in: range, with: $0) }
    }
    return [name]
  }
}

extension String {
  fileprivate func firstRange(of tag: String) -> Range<Index>? {
    guard let start = firstIndex(of: "{"), self[start...].hasPrefix(tag) else { return nil }
    return start..<index(start, offsetBy: tag.count)
  }

  fileprivate func replacingCharacters(in range: Range<Index>, with text: String) -> String {
    String(self[..<range.lowerBound]) + text + String(self[range.upperBound...])
  }
}
