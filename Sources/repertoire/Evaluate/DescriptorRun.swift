import Arena
import Catalog
import Control
import Foundation
import Math
import Training

/// Measures a skill and writes its descriptor: the work of `evaluate --descriptor`.
struct DescriptorRun {
  let catalog: Catalog
  let skill: String
  let scenario: String
  let situations: Int
  let repetitions: Int
  let wait: Int
  /// Where to write; nil for the skill's own folder.
  let folder: String?
  let shared: SharedOptions

  /// The scenario in which skills of a world are measured unless another is asked for.
  static func usualScenario(of world: String) -> String { "\(world)/measure" }

  func run() throws {
    let scenario = try catalog.scenario(scenario)
    let world = try catalog.environment(of: scenario).world
    let cast = try catalog.cast(scenario, overrides: [0: skill])
    guard let stage = cast.world as? any RepeatableEnvironment else {
      throw WorkFailed(
        description: "`\(scenario.environment)` cannot meet the same situation twice; "
          + "expected a scenario of another environment")
    }
    let measurement = SkillMeasurement(
      situations: situations, repetitions: repetitions, wait: wait, seed: shared.seed,
      interface: try catalog.controlInterface(of: world))
    let start = Date()
    let result = try measure(cast, stage, measurement)
    let descriptor = describe(result, measurement, scenario)
    let target = try folder ?? catalog.descriptorFolder(of: skill, world: world)
    try DescriptorFolder.write(
      result.table,
      DescriptorManifest(
        key: try SkillTrial.keyNames(measurement.interface, in: cast.world.seats[0]),
        descriptor: descriptor),
      to: target)
    report(result, descriptor, target, seconds: Date().timeIntervalSince(start))
  }

  private func measure(
    _ cast: Cast, _ world: any RepeatableEnvironment, _ measurement: SkillMeasurement
  ) throws -> SkillMeasurement.Result {
    let progress = Progress("measuring", total: Double(situations), isSilent: shared.quiet)
    func run<World: RepeatableEnvironment>(_ world: World) throws -> SkillMeasurement.Result? {
      try measurement.run(
        cast.policies[0],
        on: Stage(world, seat: 0, companions: Array(cast.policies.dropFirst())),
        threads: shared.threadCount, isStopped: { Interruption.isRequested },
        progress: { progress.report(Double($0)) })
    }
    let result = try run(world)
    progress.finish()
    try Interruption.check()
    guard let result else {
      throw WorkFailed(description: "no situation called for the skill; nothing was written")
    }
    return result
  }

  private func describe(
    _ result: SkillMeasurement.Result, _ measurement: SkillMeasurement, _ scenario: Scenario
  ) -> SkillDescriptor {
    SkillDescriptor(
      name: skill, summary: summary, trials: result.trials, measures: result.measures,
      measurement: SkillDescriptor.Measurement(
        scenario: scenario.name, seed: measurement.seed, situations: result.table.count,
        repetitions: repetitions, wait: wait, digest: "\(result.table.digest)",
        version: Catalog.version, commit: catalog.project.commit ?? ""))
  }

  private var summary: String {
    for world in Set(catalog.environments.map(\.world)).sorted() {
      if let entry = try? catalog.policy(skill, world: world) { return entry.summary }
    }
    return ""
  }

  private func report(
    _ result: SkillMeasurement.Result, _ descriptor: SkillDescriptor, _ folder: String,
    seconds: Double
  ) {
    if shared.json {
      Output.result(
        .object([
          ("skill", .text(skill)), ("situations", .whole(result.table.count)),
          ("trials", .whole(result.trials)),
          (
            "measures",
            .object(
              descriptor.measures.map {
                (
                  $0.name.replacing("-", with: "_"),
                  .object([("mean", .number($0.mean)), ("deviation", .number($0.deviation))])
                )
              })
          ), ("folder", .text(folder)), ("digest", .text("\(result.table.digest)")),
          ("timing", .object([("seconds", .number(seconds))])),
        ]))
      return
    }
    let rows = descriptor.measures.map {
      [$0.name, Output.rounded($0.mean), Output.rounded($0.deviation), $0.unit]
    }
    Output.result(
      "\(skill): \(result.trials) trials in \(result.table.count) situations\n"
        + Output.table([["measure", "mean", "deviation", "unit"]] + rows)
        + "\nwritten to \(folder), digest \(result.table.digest)")
  }
}
