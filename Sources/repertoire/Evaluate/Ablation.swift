import Catalog
import Control

/// A controller with a part of it taken away or exchanged, to see what the part is worth.
struct Ablation {
  let name: String
  let choice: Scenario.PolicyChoice

  /// The controller itself, and every variant of it.
  static func all(
    of policy: Scenario.PolicyChoice, skills: [String]
  ) throws -> [Ablation] {
    let variants: [(String, [String])] = [
      ("full", []),
      ("without descriptors", ["uses-descriptors=false", "corrects=false"]),
      ("without correction", ["corrects=false"]),
      ("without preferences", ["preferences.is-learned=false"]),
      ("without opponent model", ["opponent.is-used=false"]),
      ("waits 3 steps", ["wait=3"]), ("chooses again every step", ["rechoose=1"]),
      ("style by eye", ["style=rule"]), ("no style", ["style=none"]),
      ("answers every ball", ["leaves=false"]), ("best expected reward", ["selection=best"]), ("random", ["selection=uniform"]),
    ]
    return try variants.map { name, settings in
      Ablation(name: name, choice: try policy.setting(settings))
    }
      + skills.map {
        Ablation(name: "only \($0)", choice: try policy.setting(["only=\($0)", "style=none"]))
      }
  }
}

extension Scenario.PolicyChoice {
  /// The policy with other parameters, each given as `path.to.key=value`.
  func setting(_ settings: [String]) throws -> Scenario.PolicyChoice {
    var choice = self
    for setting in settings { choice.parameters = try choice.parameters.setting(setting) }
    return choice
  }
}

extension Tree {
  /// The tree with one value set, given as `path.to.key=value`.
  func setting(_ text: String) throws -> Tree {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let path = parts[0].split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, !path.contains("") else {
      throw MissingError("`\(text)` sets nothing; expected key=value")
    }
    let value = try TreeParser.parse(Array("value: \(parts[1])\n".utf8), file: "--set \(text)")
    return setting(path[...], to: value["value"] ?? Tree(.null))
  }

  private func setting(_ path: ArraySlice<String>, to value: Tree) -> Tree {
    guard let key = path.first else { return value }
    var tree = self
    tree[key] = (self[key] ?? .empty).setting(path.dropFirst(), to: value)
    return tree
  }
}
