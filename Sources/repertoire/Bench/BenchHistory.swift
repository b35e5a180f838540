import Catalog
import Foundation

/// The figures of an earlier run of `bench --json`, to be read beside new ones.
struct BenchHistory {
  private struct Entry: Decodable {
    let name: String
    let ratio: Double
  }

  private let entries: [Entry]

  init(file: String) throws {
    let bytes = try Project.bytes(of: file, limit: 1 << 20)
    do {
      entries = try JSONDecoder().decode([Entry].self, from: Data(bytes))
    } catch {
      throw ContentError(
        file, line: 1, "the file holds no figures", expected: "expected what `bench --json` prints")
    }
  }

  /// To the reference kernel of that run.
  func ratio(of name: String) -> Double? {
    entries.first { $0.name == name }?.ratio
  }
}
