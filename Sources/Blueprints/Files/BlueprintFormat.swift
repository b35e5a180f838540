import VoxelWorld

/// The files of other programs in which a blueprint can be written.
public enum BlueprintFormat: String, CaseIterable, Sendable {
  /// A Sponge schematic, version 2 (SpongePowered/Schematic-Specification).
  case schem
  /// A structure file of the game.
  case nbt
  /// A schematic of the program Litematica, version 6.
  case litematic
  /// A scene of the program MagicaVoxel, version 150, for sizes up to 256.
  case vox
  /// A Wavefront mesh of the visible faces, coloured by vertex.
  case obj

  /// The version of the game's data that the states belong to: 1.20.1.
  static let dataVersion: Int32 = 3465

  /// Whether a blueprint of this size can be written.
  public func fits(_ size: WorldSize) -> Bool {
    self != .vox || max(size.x, size.y, size.z) <= 256
  }

  /// A whole file.
  /// - Precondition: `fits`.
  public func file(of blueprint: Blueprint) -> [UInt8] {
    precondition(fits(blueprint.size), "a scene of this format has at most 256 cells a side")
    let cells = BlueprintCells(blueprint)
    switch self {
    case .schem: return Gzip.file(of: Self.schematic(cells).file(named: "Schematic"))
    case .nbt: return Gzip.file(of: Self.structure(cells).file(named: ""))
    case .litematic:
      return Gzip.file(of: Self.litematic(cells, named: blueprint.name).file(named: ""))
    case .vox: return Self.scene(cells)
    case .obj: return Self.mesh(cells)
    }
  }
}

extension BlueprintFormat {
  private static func schematic(_ cells: BlueprintCells) -> Tag {
    var data: [UInt8] = []
    for index in cells.indices {
      // Seven bits a byte, the lowest first; the eighth says that more follow.
      var rest = index
      while rest > 127 {
        data.append(UInt8(rest & 127 | 128))
        rest >>= 7
      }
      data.append(UInt8(rest))
    }
    let size = cells.size
    return .compound([
      ("Version", .int(2)), ("DataVersion", .int(dataVersion)),
      ("Width", .short(Int16(truncatingIfNeeded: size.x))),
      ("Height", .short(Int16(truncatingIfNeeded: size.y))),
      ("Length", .short(Int16(truncatingIfNeeded: size.z))),
      ("Offset", .ints([0, 0, 0])),
      (
        "Metadata",
        .compound([("WEOffsetX", .int(0)), ("WEOffsetY", .int(0)), ("WEOffsetZ", .int(0))])
      ),
      ("PaletteMax", .int(Int32(cells.palette.count))),
      (
        "Palette",
        .compound(
          cells.palette.enumerated().map { ($1.description, .int(Int32($0))) })
      ),
      ("BlockData", .bytes(data)), ("BlockEntities", .list([])),
    ])
  }

  private static func structure(_ cells: BlueprintCells) -> Tag {
    let size = cells.size
    var blocks: [Tag] = []
    cells.forEachCell { x, y, z, index in
      let place = [x, y, z].map { Tag.int(Int32($0)) }
      blocks.append(.compound([("state", .int(Int32(index))), ("pos", .list(place))]))
    }
    return .compound([
      ("DataVersion", .int(dataVersion)),
      ("size", .list([size.x, size.y, size.z].map { .int(Int32($0)) })),
      ("palette", .list(cells.palette.map(\.tag))), ("blocks", .list(blocks)),
      ("entities", .list([])),
    ])
  }

  private static func litematic(_ cells: BlueprintCells, named name: String) -> Tag {
    let size = cells.size
    func vector(_ x: Int, _ y: Int, _ z: Int) -> Tag {
      .compound([("x", .int(Int32(x))), ("y", .int(Int32(y))), ("z", .int(Int32(z)))])
    }
    let region = Tag.compound([
      ("Position", vector(0, 0, 0)), ("Size", vector(size.x, size.y, size.z)),
      ("BlockStatePalette", .list(cells.palette.map(\.tag))),
      ("BlockStates", .longs(packed(cells))), ("TileEntities", .list([])),
      ("Entities", .list([])), ("PendingBlockTicks", .list([])),
      ("PendingFluidTicks", .list([])),
    ])
    let total = cells.indices.count { $0 != 0 }
    return .compound([
      ("Version", .int(6)), ("SubVersion", .int(1)), ("MinecraftDataVersion", .int(dataVersion)),
      (
        "Metadata",
        .compound([
          ("Name", .string(name)), ("Author", .string("")), ("Description", .string("")),
          ("RegionCount", .int(1)), ("TotalBlocks", .int(Int32(total))),
          ("TotalVolume", .int(Int32(size.blockCount))), ("TimeCreated", .long(0)),
          ("TimeModified", .long(0)), ("EnclosingSize", vector(size.x, size.y, size.z)),
        ])
      ), ("Regions", .compound([("main", region)])),
    ])
  }

  /// The indices one after the other in as few bits as the palette needs, across the ends of words.
  private static func packed(_ cells: BlueprintCells) -> [Int64] {
    let bits = max(2, Int.bitWidth - (cells.palette.count - 1).leadingZeroBitCount)
    var words = [UInt64](repeating: 0, count: (cells.indices.count * bits + 63) / 64)
    var place = 0
    for index in cells.indices {
      let (word, shift) = (place >> 6, UInt64(place & 63))
      words[word] |= UInt64(index) << shift
      if Int(shift) + bits > 64 { words[word + 1] |= UInt64(index) >> (64 - shift) }
      place += bits
    }
    return words.map { Int64(bitPattern: $0) }
  }
}
