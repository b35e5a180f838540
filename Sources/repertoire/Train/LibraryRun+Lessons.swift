import Arena
import Catalog
import Control
import Foundation
import Training

extension LibraryRun {
  /// All cycles of one skill, and its policy folder.
  mutating func learn(_ recipe: SkillRecipe) throws {
    guard recipe.mirrors.isEmpty else { return try mirror(recipe) }
    var scenario = recipe.scenario
    var lessons: [LibraryProgress.Lesson] = []
    for cycle in 0..<recipe.cycles {
      let lesson = try Lesson(
        scenario, options, in: catalog, cycle: cycle, of: recipe.cycles,
        after: "\(fingerprints[cycle > 0 ? recipe.name : recipe.from] ?? "-") \(budget(of: recipe))"
      )
      let record = try learn(recipe, cycle, lesson, in: lesson.world)
      lessons.append(record)
      scenario = scenario.drawing(by: record.rates.map { ($0.category, $0.rate) })
    }
    result.skills.append(try publish(recipe, lessons))
  }

  /// One cycle, unless it is over.
  private mutating func learn<World: Environment>(
    _ recipe: SkillRecipe, _ cycle: Int, _ lesson: Lesson, in world: World
  ) throws -> LibraryProgress.Lesson {
    let path = lessonPath(recipe.name, cycle)
    let before = cycle > 0 ? checkpoints[recipe.name] : checkpoints[recipe.from]
    defer {
      checkpoints[recipe.name] = TrainFolder(path).checkpoints.first
      fingerprints[recipe.name] = lesson.fingerprint
    }
    let isKept = PolicyFolder.exists(at: path) && !TrainFolder(path).checkpoints.isEmpty
    if isKept,
      let record = progress.lesson(recipe.name, cycle, fingerprint: lesson.fingerprint)
    {
      return record
    }
    let stage = Stage(world, seat: lesson.seat, companions: lesson.companions)
    var run = TrainRun(
      trainer: try lesson.trainer(on: stage, seed: shared.seed, ranks: .alone),
      folder: TrainFolder(path),
      lesson: lesson, budget: budget(of: recipe), threads: shared.threadCount,
      saveInterval: options.saveEvery, isSilent: shared.quiet,
      record: PolicyManifest.Training(
        of: lesson, seed: shared.seed, command: command, commit: catalog.project.commit ?? ""))
    try prepare(&run, at: path, before)
    if !shared.quiet {
      Notes.logger.notice("\(recipe.name), cycle \(cycle + 1) of \(recipe.cycles)")
    }
    let outcome = try run.run()
    return try enter(recipe, cycle, lesson, outcome)
  }

  /// Goes on from a checkpoint of this very lesson, or begins with what the one before has learned.
  private func prepare<World: Environment>(
    _ run: inout TrainRun<World>, at path: String, _ before: String?
  ) throws {
    if options.resume, !TrainFolder(path).checkpoints.isEmpty {
      do { return try run.prepare(resuming: true) } catch is ContentError {
        Notes.logger.notice("\(path) was trained with other settings and is trained again")
      }
    }
    try run.prepare(resuming: false)
    if let before { try run.begin(from: before) }
  }

  /// Counts return rates and remembers that the lesson is over.
  private mutating func enter(
    _ recipe: SkillRecipe, _ cycle: Int, _ lesson: Lesson, _ outcome: TrainResult
  ) throws -> LibraryProgress.Lesson {
    var record = LibraryProgress.Lesson()
    record.skill = recipe.name
    record.cycle = cycle
    record.fingerprint = lesson.fingerprint
    record.steps = outcome.progress.steps
    record.seconds = outcome.progress.seconds
    record.measure = outcome.measure
    record.score = outcome.score
    for category in lesson.scenario.categories {
      let rate = try judge(
        outcome.policy, in: lesson.scenario.drawing(only: category),
        episodes: Self.countedEpisodes
      ).mean("landed")
      record.rates.append(.init(category, rate ?? 0))
    }
    progress.enter(record)
    try progress.write(to: progressPath)
    try WholeFile.write(
      Array(progress.rateTable.utf8), to: folder + "/return-rates.csv")
    return record
  }

  func lessonPath(_ skill: String, _ cycle: Int) -> String {
    "\(folder)/training/\(skill)/\(cycle)"
  }

  /// The skill's share of what there is.
  private func budget(of recipe: SkillRecipe) -> TrainingBudget {
    let share = Double(recipe.steps) / Double(max(plan.steps, 1)) / Double(recipe.cycles)
    if let minutes = options.minutes { return TrainingBudget(seconds: 60 * minutes * share) }
    if let steps = options.budget {
      return TrainingBudget(steps: max(1, Int(Double(steps) * share)))
    }
    return TrainingBudget(steps: max(1, recipe.steps / recipe.cycles))
  }
}
