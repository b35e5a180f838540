import Arena
import Catalog

/// Opponents in rising order of strength.
struct Ladder: Configuration {
  /// What is played under the laws of the ITTF, and under the rules of arXiv 2408.03906.
  var scenario = "table-tennis/match"
  var paperScenario = "table-tennis/match-paper"
  var rungs: [Rung] = []

  struct Rung: Configuration {
    var opponent = ""
    /// Where it stands, from 1.
    var level = 1
  }

  /// The ladder that stands in for `--ladder`.
  private static let usual = "Assets/table-tennis/ladder.yaml"

  /// The ladder in a file, or the usual one.
  static func read(_ path: String?, in catalog: Catalog) throws -> Ladder {
    let path = path ?? catalog.project.path(usual)
    let ladder = try StrictDecoder.decode(
      Ladder.self, from: try Project.tree(of: path), file: path)
    guard !ladder.rungs.isEmpty else {
      throw ContentError(path, line: 1, "`rungs` is empty", expected: "expected opponents")
    }
    return ladder
  }

  /// The ladder with only one opponent.
  func only(_ opponent: String) -> Ladder {
    var ladder = self
    ladder.rungs = rungs.filter { $0.opponent == opponent }
    if ladder.rungs.isEmpty {
      var rung = Rung()
      rung.opponent = opponent
      ladder.rungs = [rung]
    }
    return ladder
  }
}
