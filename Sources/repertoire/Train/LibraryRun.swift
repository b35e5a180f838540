import Arena
import Catalog
import Control
import Foundation
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
  var progress = LibraryProgress()
  var result = LibraryResult()
  /// The newest checkpoint of every skill that was learned, and the fingerprint of its last lesson.
  var checkpoints: [String: String] = [:]
  var fingerprints: [String: String] = [:]

  /// Episodes of each kind of balls by which return rates are counted.
  static let countedEpisodes = 100
  /// Fresh episodes by which a finished skill is judged.
  static let judgedEpisodes = 1000

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

  var progressPath: String { folder + "/progress.yaml" }

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
    let lesson = try Lesson(first.scenario, options, in: catalog)
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
      on: Stage(world, seat: lesson.seat, companions: lesson.companions), seed: shared.seed,
      ranks: .alone)
    let start = Date()
    trainer.advance(TrainingBudget(), threads: shared.threadCount, seconds: 0)
    let seconds = max(Date().timeIntervalSince(start), 1e-6)
    return Double(trainer.progress.steps) / seconds
  }
}
