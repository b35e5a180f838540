import ArgumentParser
import Catalog

/// How to measure a skill.
struct MeasuringOptions: ParsableArguments {
  @Flag(help: "Measure a skill in many situations and write its descriptor.")
  var descriptor = false

  @Option(help: ArgumentHelp("How many situations to measure it in.", valueName: "count"))
  var situations = 1000

  @Option(help: ArgumentHelp("How often to play each situation.", valueName: "count"))
  var repetitions = 10

  @Option(
    help: ArgumentHelp(
      "Control steps from the event that calls for the skill to its start.", valueName: "steps"))
  var wait = 1

  @Option(
    help: ArgumentHelp(
      "The scenario to measure in (default: measure of its world).", valueName: "scenario"))
  var within: String?

  @Option(
    help: ArgumentHelp(
      "Where to write the descriptor (default: the skill's folder).", valueName: "folder"))
  var out: String?

  func validate() throws {
    for (name, number, range) in [
      ("situations", situations, 1...1_000_000), ("repetitions", repetitions, 1...10_000),
      ("wait", wait, 0...50),
    ] where !range.contains(number) {
      throw ValidationError(
        "--\(name) is \(number); expected \(range.lowerBound) to \(range.upperBound)")
    }
  }

  func run(_ skill: String, _ catalog: Catalog, _ shared: SharedOptions) throws {
    try DescriptorRun(
      catalog: catalog, skill: skill,
      scenario: within ?? DescriptorRun.usualScenario(of: "table-tennis"), situations: situations,
      repetitions: repetitions, wait: wait, folder: out, shared: shared
    ).run()
  }
}
