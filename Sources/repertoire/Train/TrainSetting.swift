import Arena
import ArgumentParser
import Catalog
import Training

/// One `--set KEY=VALUE`: a setting under a scenario's `training`, its value written as in the file.
struct TrainSetting: ExpressibleByArgument {
  /// As in `ppo.network.hidden`.
  let key: String
  let value: String

  init?(argument: String) {
    guard let mark = argument.firstIndex(of: "=") else { return nil }
    key = String(argument[..<mark])
    value = String(argument[argument.index(after: mark)...])
    let parts = key.split(separator: ".", omittingEmptySubsequences: false)
    guard !parts.contains(where: \.isEmpty), parts.count <= 16,
      !argument.contains(where: \.isNewline)
    else { return nil }
  }

  /// What error messages call the place of the setting.
  var place: String { "--set \(key)=\(value)" }

  /// The setting as it would stand in a file under `training`.
  func tree() throws -> Tree {
    let line = try TreeParser.parse(Array("value: \(value)".utf8), file: place)
    var tree = line["value"] ?? Tree(.null)
    tree.line = 1
    for part in key.split(separator: ".").reversed() {
      tree = Tree(.mapping([Tree.Pair(String(part), tree, line: 1)]), line: 1)
    }
    return tree
  }

  /// Throws `ContentError` if no plan has such a setting or it takes no such value. What the world
  /// makes of `setup`, which is the world's own, is told later.
  func check() throws {
    var tree = try tree()
    tree["setup"] = nil
    _ = try StrictDecoder.decode(TrainingPlan.self, from: tree, file: place, path: "training")
  }
}

extension [TrainSetting] {
  /// `training` with every setting in the order given.
  func overlaid(on training: Tree) throws -> Tree {
    try reduce(training) { tree, setting in
      try setting.check()
      return tree.overlaid(by: try setting.tree())
    }
  }

  /// The error of a setting that decodes but cannot be carried out, if it is one of these.
  func explaining(_ error: SetupError) -> ContentError? {
    guard let setting = last(where: { "training." + $0.key == error.path }) else { return nil }
    return ContentError(error, under: "", in: .empty, file: setting.place)
  }
}
