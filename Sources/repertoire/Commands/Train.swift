import Arena
import ArgumentParser
import Catalog
import Control
import Math
import Training

/// Learns a policy in a scenario and writes it to a folder.
struct Train: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Learn a policy in a scenario and write it to a folder.",
    discussion: """
      What is learned, how and by which measure stands in the scenario under `training`. The \
      folder gets `manifest.yaml` and `weights.safetensors`, which together are the best policy so \
      far, `metrics.csv` with a line per round, and `checkpoints`, from which --resume goes on bit \
      for bit.
      """)

  @OptionGroup var options: TrainOptions
  @OptionGroup var shared: SharedOptions

  func run() throws {
    let catalog = try shared.catalog()
    let scenario = try catalog.scenario(options.scenario)
    if scenario.library != nil { return try run(library: scenario, in: catalog) }
    let lesson = try Lesson(scenario, algorithm: options.algorithm, in: catalog)
    try run(lesson, in: lesson.world)
  }

  private func run(library scenario: Scenario, in catalog: Catalog) throws {
    guard options.until == nil else {
      throw ValidationError("--until is for one policy; expected --minutes or --budget")
    }
    let plan = try LibraryPlan(scenario, in: catalog)
    var run = LibraryRun(
      plan: plan, catalog: catalog, options: options, shared: shared,
      folder: options.out ?? "runs/" + scenario.name, command: command)
    let result = try run.run()
    Output.result(shared.json ? result.json.text : result.text)
  }

  private var command: String {
    (["repertoire"] + CommandLine.arguments.dropFirst()).joined(separator: " ")
  }

  private func run<World: Environment>(_ lesson: Lesson, in world: World) throws {
    let stage = Stage(world, seat: lesson.seat, companions: lesson.companions)
    var run = TrainRun(
      trainer: try lesson.trainer(on: stage, seed: shared.seed),
      folder: TrainFolder(options.out ?? "runs/" + lesson.scenario.name), lesson: lesson,
      budget: budget(for: lesson.plan), threads: shared.threadCount, isSilent: shared.quiet,
      record: PolicyManifest.Training(of: lesson, seed: shared.seed, command: command))
    try run.prepare(resuming: options.resume)
    let result = try run.run()
    Output.result(shared.json ? result.json.text : result.text)
  }

  private func budget(for plan: TrainingPlan) -> TrainingBudget {
    if options.budget == nil, options.minutes == nil, options.until == nil {
      return TrainingBudget(steps: plan.steps)
    }
    return TrainingBudget(
      steps: options.budget, seconds: options.minutes.map { 60 * $0 }, score: options.until)
  }
}

extension PolicyManifest.Training {
  /// What the manifest will say about a training, as far as it is known when it begins.
  init(of lesson: Lesson, seed: UInt64, command: String) {
    self.init()
    environment = lesson.scenario.environment
    scenario = lesson.scenario.name
    seat = lesson.world.seats[lesson.seat].name
    algorithm = lesson.plan.algorithm.rawValue
    self.seed = seed
    self.command = command
    version = Catalog.version
    measure = lesson.plan.measure
  }
}
