import Blueprints
import Catalog
import Console
import VoxelWorld

/// The files that `build` writes, by their extensions.
enum BuildFile: Hashable {
  case plan
  case blueprint(BlueprintFormat)

  static var extensions: [String] {
    [".plan"] + BlueprintFormat.allCases.map { "." + $0.rawValue }
  }

  /// The format that a file's name asks for; nil for one that nobody knows.
  static func format(of file: String) -> BuildFile? {
    file.hasSuffix(".plan") ? .plan : BlueprintFormat(named: file).map { .blueprint($0) }
  }

  static func write(_ commission: Commission, to file: String) throws {
    switch format(of: file) {
    case .plan: try WholeFile.write(Array(commission.plan.description.utf8), to: file)
    case .blueprint(let format):
      let construction = commission.construction
      guard format.fits(construction.blueprint.size) else {
        throw WorkFailed(
          description: "\(file): this format holds at most 256 cells a side")
      }
      try WholeFile.write(
        format.file(of: construction.blueprint, origin: construction.origin), to: file)
    case nil: return
    }
  }
}
