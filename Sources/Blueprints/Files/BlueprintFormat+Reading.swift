import VoxelWorld

extension BlueprintFormat {
  /// The blueprint that a file holds, named `name` unless the file itself has a name for it.
  ///
  /// - Throws: `BlueprintFileError`, one line, for a file that is damaged, too large or of another
  ///   format. Whatever a file says, no more than a few hundred megabytes are taken.
  public func contents(
    of file: [UInt8], named name: String
  ) throws(BlueprintFileError) -> ImportedBlueprint {
    switch self {
    case .schem, .schemThree:
      return try Self.schematic(try StoredTag(try Gzip.contents(of: file)), named: name)
    case .nbt: return try Self.structure(try StoredTag(try Gzip.contents(of: file)), named: name)
    case .litematic:
      return try LitematicReader.contents(try StoredTag(try Gzip.contents(of: file)), name)
    case .vox: return try VoxelSceneReader.contents(of: file, named: name)
    case .json: return try BlueprintText.contents(of: file)
    case .obj:
      throw BlueprintFileError("a mesh holds no blocks; expected another format to read from")
    }
  }

  // MARK: Sponge schematics, versions 1 to 3

  private static func schematic(
    _ root: StoredTag, named name: String
  ) throws(BlueprintFileError) -> ImportedBlueprint {
    let schematic = try root.optional("Schematic") ?? root
    let version = try schematic["Version"].whole()
    guard (1...3).contains(version) else {
      throw BlueprintFileError("the schematic has version \(version); expected 1, 2 or 3")
    }
    // The sides are stored without a sign.
    let size = try ImportedBlueprint.checked(
      try schematic["Width"].whole() & 0xFFFF, try schematic["Height"].whole() & 0xFFFF,
      try schematic["Length"].whole() & 0xFFFF)
    let blocks = version == 3 ? try schematic["Blocks"] : schematic
    let (palette, places) = try palette(try blocks["Palette"])
    let data = try blocks[version == 3 ? "Data" : "BlockData"]
    let cells = try unpacked(data, count: size.blockCount, places)
    let title = try schematic.optional("Metadata")?.optional("Name")
    return ImportedBlueprint(
      blueprint: Blueprint(
        title?.kind == .string ? try title?.text() ?? name : name, size: size,
        palette: palette.states, places: cells),
      notes: palette.summary)
  }

  /// The states by name, and for each number in the file the place of its state; nil where no state
  /// has the number.
  private static func palette(
    _ tag: StoredTag
  ) throws(BlueprintFileError) -> (StoredPalette, [UInt16?]) {
    var palette = StoredPalette()
    var places: [UInt16?] = []
    try tag.forEachMember { text, value throws(BlueprintFileError) in
      let number = try value.whole()
      guard (0..<StoredPalette.mostEntries).contains(number) else {
        throw value.problem("a place in the palette, 0 to \(StoredPalette.mostEntries - 1)")
      }
      if number >= places.count {
        places += Array(repeating: nil, count: number + 1 - places.count)
      }
      places[number] = UInt16(palette.states.count)
      try palette.add(text)
    }
    return (palette, places)
  }

  /// Numbers of seven bits a byte, the lowest first.
  private static func unpacked(
    _ tag: StoredTag, count: Int, _ places: [UInt16?]
  ) throws(BlueprintFileError) -> [UInt16] {
    let range = try tag.bytes()
    // Before anything is taken for the cells: each has a byte at least.
    guard range.count >= count else {
      throw tag.problem("\(count) cells or more, not \(range.count) bytes")
    }
    var cells: [UInt16] = []
    cells.reserveCapacity(count)
    var number = 0
    var shift = 0
    for place in range {
      let byte = tag.file[place]
      number |= Int(byte & 127) << shift
      if byte >= 128 {
        shift += 7
        guard shift <= 14 else {
          throw BlueprintFileError("byte \(place): a number has more than three bytes")
        }
        continue
      }
      guard number < places.count, let state = places[number] else {
        throw BlueprintFileError("byte \(place): the palette has no state \(number)")
      }
      cells.append(state)
      number = 0
      shift = 0
    }
    guard cells.count == count, shift == 0 else {
      throw tag.problem("\(count) cells, not \(cells.count)")
    }
    return cells
  }

  // MARK: Structures

  private static func structure(
    _ root: StoredTag, named name: String
  ) throws(BlueprintFileError) -> ImportedBlueprint {
    let sides = try root["size"].triple()
    let size = try ImportedBlueprint.checked(sides.0, sides.1, sides.2)
    var palette = StoredPalette()
    try firstPalette(of: root).forEachElement { entry throws(BlueprintFileError) in
      try palette.add(try entry.stateText())
    }
    let blocks = try root["blocks"]
    // What the file leaves out stays as it is.
    let absent = UInt16(palette.states.count)
    var cells = [UInt16](repeating: absent, count: size.blockCount)
    try blocks.forEachElement { block throws(BlueprintFileError) in
      let state = try block["state"].whole()
      guard (0..<Int(absent)).contains(state) else {
        throw block.problem("a state below \(absent), not \(state)")
      }
      let (x, y, z) = try block["pos"].triple()
      guard size.contains(Cell(x, y, z)) else {
        throw block.problem("a place inside the structure, not \(x), \(y), \(z)")
      }
      cells[(y * size.z + z) * size.x + x] = UInt16(state)
    }
    return ImportedBlueprint(
      blueprint: Blueprint(name, size: size, palette: palette.states + [nil], places: cells),
      notes: palette.summary)
  }

  /// Ships and villages have several palettes, of which the game draws one; this takes the first.
  private static func firstPalette(of root: StoredTag) throws(BlueprintFileError) -> StoredTag {
    if let palette = try root.optional("palette") { return palette }
    var first: StoredTag?
    try root["palettes"].forEachElement { palette in
      if first == nil { first = palette }
    }
    guard let first else { throw root.problem("a palette") }
    return first
  }
}

extension StoredTag {
  /// The state that a compound of `Name` and `Properties` describes, as people write it.
  func stateText() throws(BlueprintFileError) -> String {
    let name = try self["Name"].text()
    guard let properties = try optional("Properties") else { return name }
    var pairs: [String] = []
    try properties.forEachMember { key, value throws(BlueprintFileError) in
      pairs.append(key + "=" + (try value.text()))
    }
    return pairs.isEmpty ? name : name + "[" + pairs.joined(separator: ",") + "]"
  }
}
