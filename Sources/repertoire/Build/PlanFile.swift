import Blueprints
import Catalog
import Foundation

/// Plans on disk.
enum PlanFile {
  /// Reads a plan; throws `ContentError` at the line that is wrong.
  static func read(_ file: String) throws -> Plan {
    let bytes = try Data(contentsOf: URL(fileURLWithPath: file))
    let text = String(decoding: bytes, as: UTF8.self)
    do {
      return try Plan(parsing: text)
    } catch {
      throw ContentError(
        file, line: error.line, error.message, expected: "expected a plan that can be built")
    }
  }
}
