import Arena
import Catalog
import Control
import Foundation
import TableTennis
import Training

/// The training of a whole library: skill by skill and cycle by cycle, each a training of its own
/// in a folder of its own. What is over is not done again, and what was stopped goes on.
///
/// The folder holds a policy folder per skill, `progress.yaml`, `return-rates.csv` with the return
/// rate per kind of balls after every cycle, and `training` with checkpoints and tables of rounds.
struct LibraryRun {
  let plan: LibraryPlan
  let catalog: Catalog
  let options: TrainOptions
  let shared: SharedOptions
  let folder: String
  let command: String
  private var progress = LibraryProgress()
  private var result = LibraryResult()
  /// The newest checkpoint of every skill that was learned, and the fingerprint of its last lesson.
  private var checkpoints: [String: String] = [:]
  private var fingerprints: [String: String] = [:]

  /// Episodes of each kind of balls by which return rates are counted.
  private static let countedEpisodes = 100
  /// Fresh episodes by which a finished skill is judged.
  private static let judgedEpisodes = 1000

  init(
    plan: LibraryPlan, catalog: Catalog, options: TrainOptions, shared: SharedOptions,
    folder: String, command: String
  ) {
    self.plan = plan
    self.catalog = catalog
    self.options = options
    self.shared = shared
    self.folder = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    self.command = command
  }

  private var progressPath: String { folder + "/progress.yaml" }

  mutating func run() throws -> LibraryResult {
    try prepare()
    let skills = try chosen()
    let start = Date()
    try announce(skills)
    for recipe in skills { try learn(recipe) }
    result.folder = folder
    result.seconds = Date().timeIntervalSince(start)
    return result
  }

  /// Takes up what was learned before, or makes room.
  private mutating func prepare() throws {
    guard !options.resume else {
      guard Project.isFile(progressPath) else {
        throw MissingError("`\(progressPath)` is not there; expected a library to resume")
      }
      progress = try LibraryProgress(file: progressPath)
      return
    }
    if Project.isFile(progressPath), let old = try TrainFolder.makeRoom(at: folder), !shared.quiet {
      Notes.logger.notice("the library that lay in \(folder) is now in \(old)")
    }
    try progress.write(to: progressPath)
  }

  /// The skills to learn: all, or one and its ancestors.
  private func chosen() throws -> [SkillRecipe] {
    guard let wanted = options.skill else { return plan.skills }
    guard plan.skills.contains(where: { $0.name == wanted }) else {
      throw MissingError("skill of the library", wanted, among: plan.skills.map(\.name))
    }
    var names = [wanted]
    for recipe in plan.skills.reversed() where names.contains(recipe.name) {
      names += [recipe.from, recipe.mirrors]
    }
    return plan.skills.filter { names.contains($0.name) }
  }

  /// Says what is going to happen and how long it will take, by the speed of the first round.
  private func announce(_ skills: [SkillRecipe]) throws {
    guard !shared.quiet, let first = skills.first(where: { $0.mirrors.isEmpty }) else {
      return
    }
    let steps = skills.reduce(0) { $0 + $1.steps }
    let total = options.budget ?? steps
    let lesson = try Lesson(first.scenario, algorithm: options.algorithm, in: catalog)
    let rate = try speed(of: lesson, in: lesson.world)
    let minutes = options.minutes ?? Double(total) / rate / 60
    Notes.logger.notice(
      """
      \(skills.count) skills, \(total) steps; about \(Output.rounded(minutes)) minutes at the \
      \(Output.rounded(rate)) steps/s of now
      """)
  }

  private func speed<World: Environment>(of lesson: Lesson, in world: World) throws -> Double {
    var trainer = try lesson.trainer(
      on: Stage(world, seat: lesson.seat, companions: lesson.companions), seed: shared.seed)
    let start = Date()
    trainer.advance(TrainingBudget(), threads: shared.threadCount, seconds: 0)
    let seconds = max(Date().timeIntervalSince(start), 1e-6)
    return Double(trainer.progress.steps) / seconds
  }
}

extension LibraryRun {
  /// All cycles of one skill, and its policy folder.
  private mutating func learn(_ recipe: SkillRecipe) throws {
    guard recipe.mirrors.isEmpty else { return try mirror(recipe) }
    var scenario = recipe.scenario
    var lessons: [LibraryProgress.Lesson] = []
    for cycle in 0..<recipe.cycles {
      let lesson = try Lesson(
        scenario, algorithm: options.algorithm, in: catalog, cycle: cycle, of: recipe.cycles,
        after: fingerprints[cycle > 0 ? recipe.name : recipe.from] ?? "")
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
      trainer: try lesson.trainer(on: stage, seed: shared.seed), folder: TrainFolder(path),
      lesson: lesson, budget: budget(of: recipe), threads: shared.threadCount,
      isSilent: shared.quiet,
      record: PolicyManifest.Training(of: lesson, seed: shared.seed, command: command))
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

  /// Plays fresh episodes of a scenario.
  private func judge(
    _ policy: NeuralPolicy, in scenario: Scenario, episodes: Int
  ) throws -> Evaluation {
    let lesson = try Lesson(scenario, algorithm: options.algorithm, in: catalog)
    func play<World: Environment>(_ world: World) -> Evaluation {
      Stage(world, seat: lesson.seat, companions: lesson.companions).evaluate(
        policy, episodes: episodes, seed: 2, threads: shared.threadCount)
    }
    return play(lesson.world)
  }

  /// The mirror image of a skill that was learned.
  private mutating func mirror(_ recipe: SkillRecipe) throws {
    let source = try PolicyFolder(folder + "/" + recipe.mirrors)
    let lesson = try Lesson(recipe.scenario, algorithm: options.algorithm, in: catalog)
    guard let world = lesson.world as? any TableTennisWorld,
      let reflection = world.reflection(of: lesson.seat)
    else {
      throw ContentError(
        recipe.scenario.file, line: recipe.line,
        "`\(recipe.name)` has no mirror image in its environment",
        expected: "expected a robot with the same rubber on both faces")
    }
    let seat = lesson.world.seats[lesson.seat]
    let policy = try source.policy(in: seat).reflected(by: reflection, in: seat)
    var training = source.manifest.training
    training.algorithm = "mirror image of \(recipe.mirrors)"
    training.steps = 0
    result.skills.append(try publish(recipe, policy, training, seconds: 0))
  }

  /// Publishes what the last of the skill's lessons came to, with the curve of all.
  private func publish(
    _ recipe: SkillRecipe, _ lessons: [LibraryProgress.Lesson]
  ) throws -> LibraryResult.Skill {
    let source = try PolicyFolder(lessonPath(recipe.name, recipe.cycles - 1))
    let lesson = try Lesson(recipe.scenario, algorithm: options.algorithm, in: catalog)
    var training = source.manifest.training
    training.steps = lessons.reduce(0) { $0 + $1.steps }
    let curve = try curve(of: recipe)
    try WholeFile.write(Array(curve.utf8), to: "\(folder)/\(recipe.name)/curve.csv")
    return try publish(
      recipe, try source.policy(in: lesson.world.seats[lesson.seat]), training,
      seconds: lessons.reduce(0) { $0 + $1.seconds })
  }

  /// Judges a skill on balls as its recipe draws them, and writes its folder.
  private func publish(
    _ recipe: SkillRecipe, _ policy: NeuralPolicy, _ record: PolicyManifest.Training,
    seconds: Double
  ) throws -> LibraryResult.Skill {
    let lesson = try Lesson(recipe.scenario, algorithm: options.algorithm, in: catalog)
    let evaluation = try judge(policy, in: recipe.scenario, episodes: Self.judgedEpisodes)
    let measure = evaluation.names.contains("landed") ? "landed" : lesson.plan.measure
    var training = record
    training.command = command
    training.measure = measure
    training.score = evaluation.mean(measure) ?? 0
    training.episodes = evaluation.tally.episodes
    let path = folder + "/" + recipe.name
    try PolicyFolder.write(policy, summary: recipe.summary, training: training, to: path)
    return LibraryResult.Skill(
      name: recipe.name, steps: training.steps, seconds: seconds, evaluation: evaluation)
  }

  /// The evaluations of all cycles, a line each: the rest of the tables of rounds is left out.
  private func curve(of recipe: SkillRecipe) throws -> String {
    var text = "cycle,steps,seconds,score\n"
    for cycle in 0..<recipe.cycles {
      let table = TrainFolder(lessonPath(recipe.name, cycle)).metricsPath
      let lines = try String(contentsOfFile: table, encoding: .utf8).split(separator: "\n")
      for line in lines.dropFirst() {
        let cells = line.split(separator: ",", omittingEmptySubsequences: false)
        guard cells.count > 6, !cells[6].isEmpty else { continue }
        text += "\(cycle),\(cells[0]),\(cells[3]),\(cells[6])\n"
      }
    }
    return text
  }

  private func lessonPath(_ skill: String, _ cycle: Int) -> String {
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
