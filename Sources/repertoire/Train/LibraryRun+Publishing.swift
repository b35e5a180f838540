import Arena
import Catalog
import Control
import Foundation
import TableTennis
import Training

extension LibraryRun {
  /// The mirror image of a skill that was learned.
  mutating func mirror(_ recipe: SkillRecipe) throws {
    let source = try PolicyFolder(folder + "/" + recipe.mirrors)
    let lesson = try Lesson(recipe.scenario, options, in: catalog)
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
  func publish(
    _ recipe: SkillRecipe, _ lessons: [LibraryProgress.Lesson]
  ) throws -> LibraryResult.Skill {
    let source = try PolicyFolder(lessonPath(recipe.name, recipe.cycles - 1))
    let lesson = try Lesson(recipe.scenario, options, in: catalog)
    var training = source.manifest.training
    training.steps = lessons.reduce(0) { $0 + $1.steps }
    let curve = try curve(of: recipe, lessons)
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
    let lesson = try Lesson(recipe.scenario, options, in: catalog)
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

  /// The evaluations of all cycles, a line each, and at the end of each cycle that of the policy
  /// that was kept: the rest of the tables of rounds is left out.
  private func curve(
    of recipe: SkillRecipe, _ lessons: [LibraryProgress.Lesson]
  ) throws -> String {
    var text = "cycle,steps,seconds,score\n"
    for lesson in lessons {
      let table = TrainFolder(lessonPath(recipe.name, lesson.cycle)).metricsPath
      let lines = try String(contentsOfFile: table, encoding: .utf8).split(separator: "\n")
      for line in lines.dropFirst() {
        let cells = line.split(separator: ",", omittingEmptySubsequences: false)
        guard cells.count > 6, !cells[6].isEmpty else { continue }
        text += "\(lesson.cycle),\(cells[0]),\(cells[3]),\(cells[6])\n"
      }
      text += "\(lesson.cycle),\(lesson.steps),\(lesson.seconds),\(lesson.score)\n"
    }
    return text
  }

  /// Plays fresh episodes of a scenario.
  func judge(
    _ policy: NeuralPolicy, in scenario: Scenario, episodes: Int
  ) throws -> Evaluation {
    let lesson = try Lesson(scenario, options, in: catalog)
    func play<World: Environment>(_ world: World) -> Evaluation {
      Stage(world, seat: lesson.seat, companions: lesson.companions).evaluate(
        policy, episodes: episodes, seed: 2, threads: shared.threadCount)
    }
    return play(lesson.world)
  }
}
