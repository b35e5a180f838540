import VoxelWorld

/// Reads schematics of the program Litematica: one or more regions with a palette each.
///
/// Where regions overlap, what a later one holds wins over an earlier one, except air. Cells outside
/// all of them stay as they are.
struct LitematicReader {
  fileprivate struct Region {
    var name: String
    var lower: Cell
    var size: WorldSize
    /// Where its palette starts in the palette of all.
    var firstState: Int
    var stateCount: Int
    var words: StoredTag
  }

  private var palette = StoredPalette()
  private var regions: [Region] = []
  private var volume = 0

  static func contents(
    _ root: StoredTag, _ name: String
  ) throws(BlueprintFileError) -> ImportedBlueprint {
    var reader = LitematicReader()
    try root["Regions"].forEachMember { title, region throws(BlueprintFileError) in
      try reader.add(region, title)
    }
    let title = try root.optional("Metadata")?.optional("Name")
    let stored = title?.kind == .string ? try title?.text() ?? "" : ""
    return try reader.blueprint(named: stored.isEmpty ? name : stored)
  }

  private mutating func add(_ tag: StoredTag, _ name: String) throws(BlueprintFileError) {
    let position = try tag["Position"].vector()
    let sides = try tag["Size"].vector()
    let size = try ImportedBlueprint.checked(abs(sides.x), abs(sides.y), abs(sides.z))
    // A side below zero goes from the position towards lesser coordinates.
    volume += size.blockCount
    guard volume <= 2 * Blueprint.mostBlocks else {
      throw BlueprintFileError("the regions hold more than \(2 * Blueprint.mostBlocks) cells")
    }
    let lower = Cell(
      position.x + min(0, sides.x + 1), position.y + min(0, sides.y + 1),
      position.z + min(0, sides.z + 1))
    let first = palette.states.count
    let states = try tag["BlockStatePalette"]
    try states.forEachElement { entry throws(BlueprintFileError) in
      try palette.add(try entry.stateText())
    }
    guard palette.states.count > first else { throw states.problem("at least one state") }
    let region = Region(
      name: name, lower: lower, size: size, firstState: first,
      stateCount: palette.states.count - first, words: try tag["BlockStates"])
    let expected = (size.blockCount * region.bits + 63) / 64
    guard try region.words.longCount() == expected else {
      throw region.words.problem("\(expected) words of \(region.bits) bits a cell")
    }
    regions.append(region)
  }

  private func blueprint(named name: String) throws(BlueprintFileError) -> ImportedBlueprint {
    guard let first = regions.first else { throw BlueprintFileError("there are no regions") }
    var lower = first.lower
    var upper = first.lower
    for region in regions {
      let far = region.lower + Cell(region.size.x, region.size.y, region.size.z)
      lower = Cell(
        min(lower.x, region.lower.x), min(lower.y, region.lower.y), min(lower.z, region.lower.z))
      upper = Cell(max(upper.x, far.x), max(upper.y, far.y), max(upper.z, far.z))
    }
    let size = try ImportedBlueprint.checked(
      upper.x - lower.x, upper.y - lower.y, upper.z - lower.z)
    let absent = UInt16(palette.states.count)
    var cells = [UInt16](repeating: absent, count: size.blockCount)
    for region in regions { try write(region, from: lower, size, absent, into: &cells) }
    var blueprint = Blueprint(
      name, size: size, palette: palette.states + [nil], places: cells)
    if regions.count > 1 {
      blueprint.parts = regions.map { region in
        let corner = region.lower - lower
        return Blueprint.Part(
          region.name, corner,
          corner + Cell(region.size.x - 1, region.size.y - 1, region.size.z - 1))
      }
    }
    return ImportedBlueprint(blueprint: blueprint, notes: palette.summary)
  }

  private func write(
    _ region: Region, from lower: Cell, _ size: WorldSize, _ absent: UInt16,
    into cells: inout [UInt16]
  ) throws(BlueprintFileError) {
    let corner = region.lower - lower
    var bit = 0
    for y in corner.y..<corner.y + region.size.y {
      for z in corner.z..<corner.z + region.size.z {
        let row = (y * size.z + z) * size.x
        for x in corner.x..<corner.x + region.size.x {
          let state = region.state(atBit: bit)
          bit += region.bits
          guard state < region.stateCount else {
            throw region.words.problem("states below \(region.stateCount), not \(state)")
          }
          let entry = region.firstState + state
          if palette.states[entry] == .air, cells[row + x] != absent { continue }
          cells[row + x] = UInt16(entry)
        }
      }
    }
  }
}

extension LitematicReader.Region {
  /// How many bits a cell takes.
  var bits: Int { max(2, Int.bitWidth - (stateCount - 1).leadingZeroBitCount) }

  /// The number that starts at a bit, perhaps across the ends of words.
  func state(atBit bit: Int) -> Int {
    let (word, shift) = (bit >> 6, bit & 63)
    var number = words.long(word) >> UInt64(shift)
    if shift + bits > 64 { number |= words.long(word + 1) << UInt64(64 - shift) }
    return Int(number & (1 << UInt64(bits) - 1))
  }
}

extension StoredTag {
  /// The compound of `x`, `y` and `z`.
  fileprivate func vector() throws(BlueprintFileError) -> Cell {
    let cell = Cell(try self["x"].whole(), try self["y"].whole(), try self["z"].whole())
    guard [cell.x, cell.y, cell.z].allSatisfy({ abs($0) <= 1 << 30 }) else {
      throw problem("coordinates below 2^30")
    }
    return cell
  }
}
