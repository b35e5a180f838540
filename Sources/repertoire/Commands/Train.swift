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

      Every setting has a default in the program, which the scenario overrides under `training` \
      and --set on the command line.
      """)

  @OptionGroup var options: TrainOptions
  @OptionGroup var shared: SharedOptions

  func run() throws {
    let catalog = try shared.catalog()
    let scenario = try catalog.scenario(options.scenario)
    if scenario.library != nil { return try run(library: scenario, in: catalog) }
    let lesson = try Lesson(scenario, options, in: catalog)
    try run(lesson, in: lesson.world, commit: catalog.project.commit ?? "")
  }

  private func run(library scenario: Scenario, in catalog: Catalog) throws {
    guard options.until == nil else {
      throw ValidationError("--until is for one policy; expected --minutes or --budget")
    }
    guard !options.dryRun else {
      throw ValidationError("--dry-run is for one policy; a library says its time when it begins")
    }
    try Ranks.launched().requireOne(for: "a library of skills")
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

  private func run<World: Environment>(
    _ lesson: Lesson, in world: World, commit: String
  ) throws {
    let stage = Stage(world, seat: lesson.seat, companions: lesson.companions)
    let ranks = try Ranks.launched()
    if lesson.plan.algorithm == .clone { try ranks.requireOne(for: "cloning") }
    let trainer = try lesson.trainer(on: stage, seed: shared.seed, ranks: ranks)
    // Processes that share a machine would fight for its cores.
    let threads = shared.threads ?? (ranks.count > 1 ? 1 : shared.threadCount)
    if options.dryRun {
      let trial = TrainTrial(trainer, lesson, budget(for: lesson.plan), threads: threads)
      ranks.leave()
      guard ranks.isFirst else { return }
      return Output.result(shared.json ? trial.json.text : trial.text)
    }
    var run = TrainRun(
      trainer: trainer,
      folder: TrainFolder(options.out ?? "runs/" + lesson.scenario.name), lesson: lesson,
      budget: budget(for: lesson.plan), threads: threads,
      saveInterval: options.saveEvery, isSilent: shared.quiet || !ranks.isFirst,
      record: PolicyManifest.Training(
        of: lesson, seed: shared.seed, command: command, commit: commit))
    RankWatch.begin(ranks, advice: run.record.resumption(by: ranks))
    try run.prepare(resuming: options.resume)
    let result = try run.run()
    // An error ends without this, on purpose: the launcher then ends the other processes, which
    // would wait for this one for ever.
    ranks.leave()
    guard ranks.isFirst else { return }
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
  init(of lesson: Lesson, seed: UInt64, command: String, commit: String) {
    self.init()
    environment = lesson.scenario.environment
    scenario = lesson.scenario.name
    seat = lesson.world.seats[lesson.seat].name
    algorithm = lesson.plan.algorithm.rawValue
    self.seed = seed
    self.command = command
    version = Catalog.version
    self.commit = commit
    measure = lesson.plan.measure
  }
}
