import Arena

/// How one skill of a library is learned.
public struct SkillRecipe: Sendable {
  /// In kebab case; the name of its folder.
  public let name: String
  /// What it is for, one sentence.
  public let summary: String
  /// The skill it goes on from, if it does not begin from nothing.
  public let from: String
  /// The skill whose mirror image it is, if it is not learned by itself: a backhand to the left is
  /// a forehand to the right.
  public let mirrors: String
  /// Environment steps to learn from, over all cycles; 0 for a mirror image.
  public let steps: Int
  /// How many times the steps are cut, the return rates counted, and the balls drawn anew in
  /// proportion to one over them.
  public let cycles: Int
  /// What it is trained in.
  public let scenario: Scenario
  /// Where it stands in the file.
  public let line: Int

  /// The keys that are plain values.
  private struct Keys: Configuration {
    var name = ""
    var summary = ""
    var from = ""
    var mirrors = ""
    var environment = ""
    var steps = 1_000_000
    var cycles = 1
  }

  /// Reads one item of `library.skills`.
  ///
  /// - Parameters:
  ///   - cycles: what holds if the item says nothing.
  ///   - base: the scenario that the item changes.
  init(_ tree: Tree, path: String, cycles: Int, base: Scenario, in catalog: Catalog) throws {
    let file = base.file
    var plain = tree
    let setup = try Self.group("setup", in: tree, path, file)
    let training = try Self.group("training", in: tree, path, file)
    if plain.pairs != nil {
      plain["setup"] = nil
      plain["training"] = nil
      plain.line = tree.line
    }
    var defaults = Keys()
    defaults.cycles = cycles
    let keys = try StrictDecoder.decode(
      Keys.self, from: plain, file: file, path: path,
      defaults: try TreeEncoder.tree(of: defaults))
    line = tree.line
    name = keys.name
    summary = keys.summary
    from = keys.from
    mirrors = keys.mirrors
    steps = keys.mirrors.isEmpty ? keys.steps : 0
    self.cycles = keys.cycles
    func require(_ holds: Bool, _ key: String, _ expected: String) throws(ContentError) {
      guard !holds else { return }
      throw ContentError(
        file, line: tree.pairs?.first { $0.key == key }?.line ?? tree.line,
        "`\(path).\(key)` is missing or out of the question", expected: "expected \(expected)")
    }
    try require(Self.isName(name), "name", "a name of letters, digits and dashes")
    try require(
      (1...1_000_000_000_000).contains(keys.steps), "steps", "1 ... 1000000000000")
    try require(from.isEmpty || mirrors.isEmpty, "mirrors", "either `mirrors` or `from`")
    try require((1...100).contains(self.cycles), "cycles", "1 ... 100")
    scenario = try Self.scenario(
      base, environment: keys.environment, summary: summary, setup: setup, training: training,
      line: line, in: catalog)
  }

  /// The base with what the skill changes. In an environment of its own a skill shares with the base
  /// those groups of the setup that this environment has, too.
  private static func scenario(
    _ base: Scenario, environment: String, summary: String, setup: Tree, training: Tree, line: Int,
    in catalog: Catalog
  ) throws -> Scenario {
    var root = base.root
    root["library"] = nil
    root["summary"] = .text(summary.isEmpty ? base.summary : summary)
    var shared = base.setup
    if !environment.isEmpty {
      let name = Tree(.scalar(environment, isPlain: true), line: line)
      root = root.overlaid(by: Tree(.mapping([Tree.Pair("environment", name, line: line)])))
      let known =
        try catalog.environments.first { $0.name == environment }?.defaultSetup().pairs ?? []
      for pair in shared.pairs ?? [] where !known.contains(where: { $0.key == pair.key }) {
        shared[pair.key] = nil
      }
    }
    root["setup"] = shared.overlaid(by: setup)
    root["training"] = (base.training ?? .empty).overlaid(by: training)
    let scenario = try Scenario(root, name: base.name, file: base.file)
    _ = try catalog.environment(of: scenario)
    return scenario
  }

  private static func group(
    _ key: String, in tree: Tree, _ path: String, _ file: String
  ) throws(ContentError) -> Tree {
    guard let group = tree[key] else { return .empty }
    guard group.pairs != nil else {
      throw ContentError(
        file, line: group.line, "`\(path).\(key)` is \(group.kindInWords)",
        expected: "expected a group of keys")
    }
    return group
  }

  /// Whether `name` can be a folder's name everywhere.
  private static func isName(_ name: String) -> Bool {
    !name.isEmpty && name.count <= 64 && !name.hasPrefix("-")
      && name.allSatisfy { ("a"..."z").contains($0) || ("0"..."9").contains($0) || $0 == "-" }
  }
}
