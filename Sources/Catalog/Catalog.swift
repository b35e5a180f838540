import Arena

/// Everything that can be named. Adding a thing is one file somewhere and one line in this one.
public struct Catalog: Sendable {
  /// The version of the program, as recordings and `--version` give it.
  public static let version = "0.1.0"

  public let project: Project
  public let environments: [EnvironmentEntry]
  public let families: [PolicyFamily]
  private let builtIn: [PolicyEntry]

  /// The catalog of a project. Tests hand in lists of their own.
  public init(
    _ project: Project, environments: [EnvironmentEntry] = Self.environments,
    policies: [PolicyEntry] = Self.policies, families: [PolicyFamily] = Self.families
  ) {
    self.project = project
    self.environments = environments
    self.families = families
    builtIn = policies
  }

  public static let environments: [EnvironmentEntry] = []

  public static let policies: [PolicyEntry] = [
    PolicyEntry("still", .policy, world: "", "Answers everything with zero") {
      StillPolicy(for: $0.interface)
    },
    PolicyEntry("random", .policy, world: "", "Draws every action from its range") {
      RandomPolicy(for: $0.interface)
    },
  ]

  public static let families: [PolicyFamily] = []

  /// Every policy that needs no folder of its own: those above and the members of the families.
  public func policies() throws -> [PolicyEntry] {
    try builtIn + families.flatMap { try $0.entries(in: project) }
  }
}
