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

  /// The endings of the files that can be built from.
  static var readable: [String] {
    BlueprintFormat.allCases.filter { $0 != .obj }.map { "." + $0.rawValue }
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

  // MARK: Reading

  private static let mostBytes = 64 << 20

  /// The plan of what a blueprint file holds. What could not be taken over as it stands there is
  /// said on standard error.
  static func plan(of file: String, on site: Site) throws -> Plan {
    guard let format = BlueprintFormat(named: file) else { throw WorkFailed(description: file) }
    let bytes = try Project.bytes(of: file, limit: mostBytes)
    do {
      let read = try format.contents(of: bytes, named: title(of: file))
      for note in read.notes { Output.note("\(file): \(note)") }
      return try Replica(read.blueprint, ground: read.ground).plan(on: site)
    } catch let error as BlueprintFileError {
      throw ContentError(file, line: 1, error.description, expected: "expected a blueprint")
    } catch let error as PlanError {
      throw ContentError(file, line: 1, error.message, expected: "expected another blueprint")
    }
  }

  /// The plan of a picture in the blocks nearest to its colours.
  static func plan(ofPicture file: String, on site: Site) throws -> Plan {
    let bytes = try Project.bytes(of: file, limit: mostBytes)
    do {
      return try PixelArt(try Picture(png: bytes)).plan(on: site)
    } catch let error as BlueprintFileError {
      throw ContentError(file, line: 1, error.description, expected: "expected a picture")
    } catch let error as PlanError {
      throw ContentError(file, line: 1, error.message, expected: "expected another picture")
    }
  }

  /// A file's name without folders and ending.
  private static func title(of file: String) -> String {
    let name = file.split(separator: "/").last ?? ""
    return String(name.prefix { $0 != "." })
  }
}
