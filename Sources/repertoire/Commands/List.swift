import ArgumentParser
import Catalog

/// Prints the catalog.
struct List: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List what the catalog holds.")

  enum Kind: String, CaseIterable, ExpressibleByArgument {
    case environments, policies, opponents, skills, generators, scenarios
  }

  @Argument(help: "Which part of it (default: all).")
  var kind: Kind?

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let catalog = try shared.catalog()
    let kinds = kind.map { [$0] } ?? Kind.allCases
    let lists = try kinds.map { kind in (kind, try Self.entries(of: kind, in: catalog)) }
    if shared.json {
      Output.result(
        .object(
          lists.map { kind, entries in
            let items = entries.map { name, summary in
              JSON.object([("name", .text(name)), ("summary", .text(summary))])
            }
            return (kind.rawValue, .list(items))
          }))
      return
    }
    for (kind, entries) in lists where kinds.count == 1 || !entries.isEmpty {
      let rows = entries.map { ["  " + $0, $1] }
      Output.result(kind.rawValue + (rows.isEmpty ? ": none" : "\n" + Output.table(rows)))
    }
  }

  private static func entries(
    of kind: Kind, in catalog: Catalog
  ) throws -> [(name: String, summary: String)] {
    switch kind {
    case .environments: catalog.environments.map { ($0.name, $0.summary) }
    case .policies: try policies(.policy, in: catalog) + folders(in: catalog)
    case .opponents: try policies(.opponent, in: catalog)
    case .skills: try policies(.skill, in: catalog)
    case .generators: []
    case .scenarios:
      try catalog.scenarioNames.map { ($0, try catalog.scenario($0).summary) }
    }
  }

  private static func policies(
    _ kind: PolicyEntry.Kind, in catalog: Catalog
  ) throws -> [(name: String, summary: String)] {
    try catalog.policies().filter { $0.kind == kind }.map { ($0.name, $0.summary) }
  }

  private static func folders(in catalog: Catalog) throws -> [(name: String, summary: String)] {
    try catalog.folderNames.map { name in
      let world = String(name.prefix { $0 != "/" })
      return (name, try catalog.policy(name, world: world).summary)
    }
  }
}
