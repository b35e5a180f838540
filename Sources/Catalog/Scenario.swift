import Arena

/// What is run: an environment, its setup, and who sits in its seats. Read from a file such as
/// `Scenarios/table-tennis/return.yaml`; its catalog name is `table-tennis/return`.
public struct Scenario: Sendable {
  /// The catalog name, or the path it was given by.
  public var name: String
  /// What error messages call the file.
  public var file: String
  /// The catalog name of the environment.
  public var environment: String
  /// One sentence about what it is for.
  public var summary: String
  /// What the environment is built from, not decoded yet.
  public var setup: Tree
  /// Who sits where, by seat.
  public var policies: [(seat: String, choice: PolicyChoice)]
  /// How to train in it, for whoever trains.
  public var training: Tree?
  /// What to foresee, for whoever forecasts.
  public var forecasting: Tree?
  /// The skills to train in changed copies of it, for whoever trains.
  public var library: Tree?
  /// The whole file.
  public var root: Tree

  /// A policy by name, with what is to be different about it.
  public struct PolicyChoice: Sendable {
    /// A catalog name, a policy folder or a file of parameters.
    public var name: String
    /// Parameters that override the policy's own.
    public var parameters: Tree
    /// The line it was read from; 0 if it stands in no file.
    public var line: Int

    public init(_ name: String, parameters: Tree = .empty, line: Int = 0) {
      self.name = name
      self.parameters = parameters
      self.line = line
    }
  }

  private static let keys = [
    "environment", "summary", "setup", "policies", "training", "forecasting", "library",
  ]

  /// Reads a scenario from a tree; `file` is what error messages call it.
  public init(_ root: Tree, name: String, file: String) throws(ContentError) {
    self.root = root
    self.name = name
    self.file = file
    for pair in root.pairs ?? [] where !Self.keys.contains(pair.key) {
      throw ContentError(
        file, line: pair.line, "unknown key `\(pair.key)`",
        expected: NearestName.hint(for: pair.key, among: Self.keys))
    }
    environment = try Self.text("environment", in: root, file)
    summary = root["summary"] == nil ? "" : try Self.text("summary", in: root, file)
    setup = try Self.group("setup", in: root, file) ?? .empty
    training = try Self.group("training", in: root, file)
    forecasting = try Self.group("forecasting", in: root, file)
    library = try Self.group("library", in: root, file)
    policies = []
    for pair in try Self.group("policies", in: root, file)?.pairs ?? [] {
      policies.append((pair.key, try Self.choice(pair, file)))
    }
  }

  /// The policy for `seat`, if the scenario names one.
  public func policy(for seat: String) -> PolicyChoice? {
    policies.first { $0.seat == seat }?.choice
  }

  /// The scenario as YAML, with the setup and the policies as they are now.
  public var text: String {
    var tree = root
    tree["environment"] = .text(environment)
    if !summary.isEmpty { tree["summary"] = .text(summary) }
    tree["setup"] = setup
    tree["policies"] = Tree(
      .mapping(policies.map { Tree.Pair($0.seat, $0.choice.tree) }))
    return tree.yaml
  }

  private static func text(
    _ key: String, in root: Tree, _ file: String
  ) throws(ContentError) -> String {
    let place = Place(file: file, path: [], line: root.line, tree: root, fallback: nil)
    do {
      return try place.child(key).text()
    } catch let error as ContentError {
      throw error
    } catch {
      throw ContentError(file, line: root.line, "`\(key)` is missing", expected: "expected text")
    }
  }

  private static func group(
    _ key: String, in root: Tree, _ file: String
  ) throws(ContentError) -> Tree? {
    guard let tree = root[key] else { return nil }
    guard tree.pairs != nil else {
      throw ContentError(
        file, line: tree.line, "`\(key)` is \(tree.kindInWords)",
        expected: "expected a group of keys")
    }
    return tree
  }

  private static func choice(
    _ pair: Tree.Pair, _ file: String
  ) throws(ContentError) -> PolicyChoice {
    if case .scalar(let name, _) = pair.value.content, !pair.value.isNumberOrFlag {
      return PolicyChoice(name, line: pair.line)
    }
    var parameters = pair.value
    guard case .mapping = parameters.content, let name = parameters["name"]?.text else {
      throw ContentError(
        file, line: pair.line, "`policies.\(pair.key)` is \(pair.value.kindInWords)",
        expected: "expected the name of a policy, or a group with the key `name`")
    }
    parameters["name"] = nil
    return PolicyChoice(name, parameters: parameters, line: pair.line)
  }
}

extension Scenario.PolicyChoice {
  /// The choice as it stands in a scenario.
  var tree: Tree {
    guard let pairs = parameters.pairs, !pairs.isEmpty else { return .text(name) }
    return Tree(.mapping([Tree.Pair("name", .text(name))] + pairs))
  }
}
