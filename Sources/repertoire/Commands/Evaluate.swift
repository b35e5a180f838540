import Arena
import ArgumentParser
import Catalog
import Foundation
import Math

/// Plays a policy against every rung of a ladder of opponents, or measures a skill.
struct Evaluate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Play a policy against every rung of a ladder of opponents, or measure a skill.")

  /// Whose rules matches are played by.
  enum RuleBook: String, CaseIterable, ExpressibleByArgument {
    case ittf, paper
  }

  @Argument(help: "The policy: its name or its folder.")
  var policy: String

  @Option(
    help: ArgumentHelp(
      """
      A file with the key `scenario` and a list `rungs` of `opponent` and `level` (default: \
      Assets/table-tennis/ladder.yaml).
      """,
      valueName: "file"))
  var ladder: String?

  @Option(help: ArgumentHelp("How many matches to play on each rung.", valueName: "count"))
  var matches = 10

  @Option(help: "The laws of the ITTF, or the rules of arXiv 2408.03906.")
  var rules = RuleBook.ittf

  @Option(
    help: ArgumentHelp("Play this opponent only; may be repeated.", valueName: "opponent"))
  var against: [String] = []

  @Option(
    help: ArgumentHelp("Play in this scenario instead of the ladder's.", valueName: "scenario"))
  var scenario: String?

  @Option(
    help: ArgumentHelp("Change a setting of the policy; may be repeated.", valueName: "key=value"))
  var set: [String] = []

  @Flag(help: "Play with parts of the controller taken away, too.")
  var ablate = false

  @Flag(help: "Fit the controller's networks and write them into its folder.")
  var fit = false

  @Option(help: ArgumentHelp("Write a page with plots.", valueName: "file.html"))
  var report: String?

  @OptionGroup var measuring: MeasuringOptions
  @OptionGroup var shared: SharedOptions

  func validate() throws {
    guard (1...100_000).contains(matches) else {
      throw ValidationError("--matches is \(matches); expected 1 to 100000")
    }
    guard [ablate, fit, measuring.descriptor].count(where: { $0 }) < 2 else {
      throw ValidationError("--ablate, --fit and --descriptor exclude each other; expected one")
    }
  }

  func run() throws {
    let catalog = try shared.catalog()
    if measuring.descriptor { return try measuring.run(policy, catalog, shared) }
    if fit {
      return try FitRun(
        catalog: catalog, controller: policy, ladder: try Ladder.read(ladder, in: catalog),
        scenario: scenario ?? "table-tennis/openings", matches: matches, shared: shared
      ).run()
    }
    let run = try ladderRun(catalog)
    let choice = try Scenario.PolicyChoice(policy).setting(set)
    var variants: [(name: String, rungs: [RungResult])] = []
    for ablation in try ablations(of: choice, in: catalog) {
      variants.append((ablation.name, try run.run(ablation.choice, title: ablation.name)))
    }
    if let report {
      let page = EvaluationReport(
        policy: policy, rules: rules.rawValue, variants: variants, seed: shared.seed)
      try WholeFile.write(Array(page.html.utf8), to: report)
      if !shared.quiet { Notes.logger.info("report written to \(report)") }
    }
    print(variants)
  }

  private func ladderRun(_ catalog: Catalog) throws -> LadderRun {
    var ladder = try Ladder.read(ladder, in: catalog)
    if !against.isEmpty { ladder.rungs = against.flatMap { ladder.only($0).rungs } }
    let name = scenario ?? (rules == .paper ? ladder.paperScenario : ladder.scenario)
    return LadderRun(
      catalog: catalog, ladder: ladder, scenario: try catalog.scenario(name), matches: matches,
      shared: shared)
  }

  private func ablations(
    of choice: Scenario.PolicyChoice, in catalog: Catalog
  ) throws -> [Ablation] {
    guard ablate else { return [Ablation(name: policy, choice: choice)] }
    guard let controller = try catalog.controller(policy) else {
      throw MissingError("`\(policy)` is no controller; expected one for --ablate")
    }
    let skills = controller.manifest.skills.filter { $0.roles.contains(.answer) }.map(\.name)
    return try Ablation.all(of: choice, skills: skills)
  }

  private func print(_ variants: [(name: String, rungs: [RungResult])]) {
    let digest = LadderRun.digest(variants.flatMap(\.rungs))
    guard shared.json else {
      return Output.result(EvaluationText(variants: variants).text + "\ndigest \(digest)")
    }
    var pairs: [(String, JSON)] = [
      ("policy", .text(policy)), ("rules", .text(rules.rawValue)),
      ("rungs", .list(variants[0].rungs.map(\.json))),
    ]
    if ablate {
      let rows = variants.map { variant in
        JSON.object([
          ("variant", .text(variant.name)), ("rungs", .list(variant.rungs.map(\.json))),
        ])
      }
      pairs.append(("ablations", .list(rows)))
    }
    Output.result(.object(pairs + [("digest", .text("\(digest)"))]))
  }
}
