import VoxelWorld

/// The files in which a blueprint can be written, each but the mesh to be read as well.
public enum BlueprintFormat: String, CaseIterable, Sendable {
  /// A Sponge schematic, version 2 (SpongePowered/Schematic-Specification).
  case schem
  /// A Sponge schematic, version 3: `cabin.v3.schem`.
  case schemThree = "v3.schem"
  /// A structure file of the game.
  case nbt
  /// A schematic of the program Litematica, version 6.
  case litematic
  /// A scene of the program MagicaVoxel, version 150, for sizes up to 256.
  case vox
  /// A Wavefront mesh of the visible faces, coloured by vertex.
  case obj
  /// The project's own text, which keeps names, parts and cells that are to stay as they are.
  case json

  /// The version of the game's data that the states belong to: 1.20.1.
  static let dataVersion: Int32 = 3465

  /// The format that the end of a file's name asks for; nil for one that nobody knows.
  public init?(named file: String) {
    let name = file.lowercased()
    let formats = Self.allCases.filter { name.hasSuffix("." + $0.rawValue) }
    guard let format = formats.max(by: { $0.rawValue.count < $1.rawValue.count }) else {
      return nil
    }
    self = format
  }

  /// Whether a blueprint of this size can be written.
  public func fits(_ size: WorldSize) -> Bool {
    self != .vox || max(size.x, size.y, size.z) <= 256
  }

  /// A whole file. Schematics and meshes have no word for cells that are to stay as they are and
  /// hold air there; structures leave them out.
  ///
  /// - Parameter origin: where the blueprint's cell (0, 0, 0) lies in the coordinates of its plan,
  ///   whose layer 0 is the first above the ground; only the project's own format keeps it.
  /// - Precondition: `fits`.
  public func file(of blueprint: Blueprint, origin: Cell = Cell(0, 0, 0)) -> [UInt8] {
    precondition(fits(blueprint.size), "a scene of this format has at most 256 cells a side")
    if self == .json { return BlueprintText.file(of: blueprint, origin: origin) }
    let cells = BlueprintCells(blueprint)
    switch self {
    case .json: return []
    case .schemThree: return Gzip.file(of: Self.schematicThree(cells).file(named: ""))
    case .schem: return Gzip.file(of: Self.schematic(cells).file(named: "Schematic"))
    case .nbt:
      return Gzip.file(of: Self.structure(cells, of: blueprint).file(named: ""))
    case .litematic:
      return Gzip.file(of: Self.litematic(cells, named: blueprint.name).file(named: ""))
    case .vox: return Self.scene(cells)
    case .obj: return Self.mesh(cells)
    }
  }
}

extension BlueprintFormat {
  private static func schematic(_ cells: BlueprintCells) -> Tag {
    .compound(
      head(cells, version: 2) + [
        ("PaletteMax", .int(Int32(cells.palette.count))), ("Palette", palette(cells)),
        ("BlockData", .bytes(varints(cells))), ("BlockEntities", .list([])),
        ("Entities", .list([])),
      ])
  }

  private static func schematicThree(_ cells: BlueprintCells) -> Tag {
    let blocks = Tag.compound([
      ("Palette", palette(cells)), ("Data", .bytes(varints(cells))),
      ("BlockEntities", .list([])),
    ])
    return .compound([
      (
        "Schematic",
        .compound(head(cells, version: 3) + [("Blocks", blocks), ("Entities", .list([]))])
      )
    ])
  }

  /// What both versions have in common. Readers ask for the offset of WorldEdit as well.
  private static func head(
    _ cells: BlueprintCells, version: Int32
  ) -> [(name: String, value: Tag)] {
    [
      ("Version", .int(version)), ("DataVersion", .int(dataVersion)),
      ("Width", .short(Int16(truncatingIfNeeded: cells.size.x))),
      ("Height", .short(Int16(truncatingIfNeeded: cells.size.y))),
      ("Length", .short(Int16(truncatingIfNeeded: cells.size.z))), ("Offset", .ints([0, 0, 0])),
      (
        "Metadata",
        .compound([("WEOffsetX", .int(0)), ("WEOffsetY", .int(0)), ("WEOffsetZ", .int(0))])
      ),
    ]
  }

  private static func palette(_ cells: BlueprintCells) -> Tag {
    .compound(cells.palette.enumerated().map { ($1.description, .int(Int32($0))) })
  }

  /// The places in the palette, seven bits a byte, the lowest first; the eighth bit says that more
  /// follow.
  private static func varints(_ cells: BlueprintCells) -> [UInt8] {
    var data: [UInt8] = []
    data.reserveCapacity(cells.indices.count)
    for index in cells.indices {
      var rest = index
      while rest > 127 {
        data.append(UInt8(rest & 127 | 128))
        rest >>= 7
      }
      data.append(UInt8(rest))
    }
    return data
  }

  private static func structure(_ cells: BlueprintCells, of blueprint: Blueprint) -> Tag {
    let size = cells.size
    var blocks: [Tag] = []
    cells.forEachCell { x, y, z, index in
      guard index != 0 || blueprint[Cell(x, y, z)] != nil else { return }
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
