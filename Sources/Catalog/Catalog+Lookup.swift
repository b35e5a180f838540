import Arena

extension Catalog {
  /// The catalog names of all scenarios in the project, in order.
  public var scenarioNames: [String] { project.names(in: "Scenarios", suffix: ".yaml") }

  /// The catalog names of all policy folders in the project, in order.
  public var folderNames: [String] { project.names(in: "Policies", suffix: "/manifest.yaml") }

  /// The scenario of a catalog name or a path.
  public func scenario(_ name: String) throws -> Scenario {
    try bareScenario(name).withFiles(of: project)
  }

  /// The scenario as it is written.
  private func bareScenario(_ name: String) throws -> Scenario {
    let inside = "Scenarios/\(name).yaml"
    if Project.isFile(name) || Self.isPath(name) {
      guard Project.isFile(name) || !Project.isFile(project.path(name)) else {
        return try Scenario(
          try Project.tree(of: project.path(name)), name: Self.catalogName(name), file: name)
      }
      return try Scenario(
        try Project.tree(of: name), name: catalogName(ofPath: name), file: name)
    }
    guard scenarioNames.contains(name) else {
      throw MissingError("scenario", name, among: scenarioNames)
    }
    return try Scenario(
      try TreeParser.parse(
        try Project.bytes(of: project.path(inside), limit: TreeParser.largestFile), file: inside),
      name: name, file: inside)
  }

  /// The environment a scenario names.
  public func environment(of scenario: Scenario) throws(ContentError) -> EnvironmentEntry {
    guard let entry = environments.first(where: { $0.name == scenario.environment }) else {
      throw ContentError(
        scenario.file, line: scenario.root.line(of: "environment"),
        "no environment is called `\(scenario.environment)`",
        expected: NearestName.hint(for: scenario.environment, among: environments.map(\.name)))
    }
    return entry
  }

  /// The policy that `name` means in `world`: a built-in one, a member of a family, a folder in
  /// the project, a folder by path, or a file of parameters by path.
  public func policy(_ name: String, world: String) throws -> PolicyEntry {
    let known = try policies().filter { $0.world == world || $0.world.isEmpty }
    let short = name.hasPrefix(world + "/") ? String(name.dropFirst(world.count + 1)) : name
    if let entry = known.first(where: { $0.name == short }) { return entry }
    if let folder = policyFolder(name, world: world) {
      return try ControllerFolder.exists(at: folder)
        ? ControllerFolder(folder).entry(name: name, world: world, in: self)
        : PolicyFolder(folder).entry(name: name, world: world)
    }
    if Project.isFile(name), name.hasSuffix(".yaml"), let family = family(of: name, world) {
      return try family.entry(name: name, file: name)
    }
    throw MissingError(
      "policy of \(world)", name,
      among: known.map(\.name)
        + folderNames.filter { $0.hasPrefix(world + "/") }.map {
          // As short or as long as it was asked for.
          name.contains("/") ? $0 : String($0.dropFirst(world.count + 1))
        })
  }

  /// The policy folder that `name` means, by path or inside the project.
  func policyFolder(_ name: String, world: String) -> String? {
    [name, project.path("Policies/\(name)"), project.path("Policies/\(world)/\(name)")]
      .first(where: PolicyFolder.exists)
  }

  /// The family whose folder a file of parameters lies in, or the first of the world.
  private func family(of file: String, _ world: String) -> PolicyFamily? {
    let known = families.filter { $0.world == world }
    func isHome(_ family: PolicyFamily) -> Bool {
      let folder = family.folder.split(separator: "/").last.map(String.init) ?? ""
      return file.split(separator: "/").dropLast().contains { $0 == folder }
    }
    return known.first(where: isHome) ?? known.first
  }

  private static func isPath(_ name: String) -> Bool {
    name.hasSuffix(".yaml") || name.hasSuffix(".yml") || name.hasPrefix("/")
      || name.hasPrefix("./") || name.hasPrefix("../")
  }

  /// `table-tennis/match` for `Scenarios/table-tennis/match.yaml`, else the path itself.
  private static func catalogName(_ path: String) -> String {
    guard path.hasPrefix("Scenarios/"), path.hasSuffix(".yaml") else { return path }
    return String(path.dropFirst("Scenarios/".count).dropLast(".yaml".count))
  }

  private func catalogName(ofPath path: String) -> String {
    let root = project.path("")
    let inside = path.hasPrefix(root) ? String(path.dropFirst(root.count)) : path
    let name = Self.catalogName(inside.hasPrefix("./") ? String(inside.dropFirst(2)) : inside)
    return scenarioNames.contains(name) ? name : path
  }
}
