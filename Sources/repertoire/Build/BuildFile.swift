import Blueprints
import Catalog
import Console
import VoxelWorld

/// The files that `build` writes, by their extensions.
enum BuildFile: Hashable {
  case plan
  case json
  case foreign(BlueprintFormat)

  static var extensions: [String] {
    [".plan", ".json"] + BlueprintFormat.allCases.map { "." + $0.rawValue }
  }

  /// The format that a file's name asks for; nil for one that nobody knows.
  static func format(of file: String) -> BuildFile? {
    guard let dot = file.lastIndex(of: ".") else { return nil }
    let suffix = String(file[file.index(after: dot)...])
    return suffix == "plan"
      ? .plan : suffix == "json" ? .json : BlueprintFormat(rawValue: suffix).map { .foreign($0) }
  }

  static func write(_ commission: Commission, to file: String) throws {
    switch format(of: file) {
    case .plan: try WholeFile.write(Array(commission.plan.description.utf8), to: file)
    case .json: try WholeFile.write(Array((json(commission).text + "\n").utf8), to: file)
    case .foreign(let format):
      let blueprint = commission.construction.blueprint
      guard format.fits(blueprint.size) else {
        throw WorkFailed(
          description: "\(file): this format holds at most 256 cells a side")
      }
      try WholeFile.write(format.file(of: blueprint), to: file)
    case nil: return
    }
  }

  /// The blueprint: palette, and for each cell, in the order y, z, x, its place in the palette; -1
  /// for what stays as it is.
  private static func json(_ commission: Commission) -> JSON {
    let construction = commission.construction
    let blueprint = construction.blueprint
    var cells: [JSON] = []
    var palette: [BlockState] = []
    for y in 0..<blueprint.size.y {
      for z in 0..<blueprint.size.z {
        for x in 0..<blueprint.size.x {
          guard let state = blueprint[Cell(x, y, z)] else {
            cells.append(.whole(-1))
            continue
          }
          let index = palette.firstIndex(of: state) ?? palette.count
          if index == palette.count { palette.append(state) }
          cells.append(.whole(index))
        }
      }
    }
    return .object([
      ("format", .text("repertoire-blueprint")), ("version", .whole(1)),
      ("name", .text(blueprint.name)),
      ("size", .list([blueprint.size.x, blueprint.size.y, blueprint.size.z].map(JSON.whole))),
      ("ground", .whole(construction.ground)),
      (
        "origin",
        .list(
          [construction.origin.x, construction.origin.y, construction.origin.z].map(JSON.whole))
      ),
      ("palette", .list(palette.map { .text($0.description) })),
      ("parts", .list(blueprint.parts.map(part))), ("cells", .list(cells)),
    ])
  }

  private static func part(_ part: Blueprint.Part) -> JSON {
    .object([
      ("name", .text(part.name)),
      ("lower", .list([part.lower.x, part.lower.y, part.lower.z].map(JSON.whole))),
      ("upper", .list([part.upper.x, part.upper.y, part.upper.z].map(JSON.whole))),
    ])
  }
}
