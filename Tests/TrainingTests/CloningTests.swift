import Arena
import Control
import Math
import Networks
import PlanarWorlds
import Testing

@testable import Training

/// Pushes under the pole's top: a rule that balances for ever.
private struct Balancer: Policy {
  mutating func reset(seed: UInt64) {}

  mutating func act(on observation: Span<Float>, into action: inout MutableSpan<Float>) {
    let lean = 0.05 * observation[0] + 0.1 * observation[1] + observation[2] + 0.3 * observation[3]
    action[0] = lean > 0 ? 1 : 0
  }
}

@Suite struct CloningTests {
  private func trainer(_ change: (inout TrainingPlan) -> Void = { _ in }) throws -> Trainer<
    CartPole
  > {
    var plan = TrainingPlan()
    plan.algorithm = .clone
    plan.clone.episodes = 8
    plan.evaluationInterval = 1_000_000
    plan.evaluationEpisodes = 20
    change(&plan)
    return try Trainer(plan, on: Stage(CartPole(.init())), teacher: Balancer(), seed: 3)
  }

  @Test func aStudentBalancesLikeItsTeacher() throws {
    let stage = Stage(try CartPole(.init()))
    #expect(stage.evaluate(Balancer(), episodes: 20).tally.meanReturn == 500)
    var trainer = try trainer()
    let budget = TrainingBudget(steps: 30_000)
    while !trainer.isOver(budget) { trainer.advance(budget, threads: 2, seconds: 0) }
    #expect(trainer.finish(threads: 2).evaluation.tally.meanReturn > 480)
    let share = try #require(trainer.progress.figures.first { $0.name == "teacher-share" })
    #expect(share.value < 1)
  }

  @Test func aLessonTakenUpAgainEndsTheSame() throws {
    let budget = TrainingBudget(steps: 100_000)
    var whole = try trainer()
    for _ in 0..<4 { whole.advance(budget, threads: 1, seconds: 0) }
    var stopped = try trainer()
    for _ in 0..<2 { stopped.advance(budget, threads: 2, seconds: 0) }
    var resumed = try trainer()
    try resumed.restore(stopped.checkpoint())
    for _ in 0..<2 { resumed.advance(budget, threads: 2, seconds: 0) }
    #expect(resumed.checkpoint() == whole.checkpoint())
  }

  @Test func cloningNeedsATeacher() throws {
    var plan = TrainingPlan()
    plan.algorithm = .clone
    #expect(throws: SetupError.self) {
      try Trainer(plan, on: Stage(CartPole(.init())), seed: 0)
    }
  }

  /// Numbers and choices: the derivatives by the parameters, against differences of the loss.
  @Test func gradientsAgreeWithFiniteDifferences() throws {
    let seat = Seat(
      name: "driver", observation: [Field("sight", unit: "1", count: 3, in: -1...1)],
      action: [
        Field("gear", unit: "choice", in: 2...4), Field("turn", unit: "rad", count: 2, in: -2...1),
      ])
    let design = try PolicyDesign(for: seat, architecture: NetworkArchitecture(hidden: [5]))
    var random = Random(seed: 1)
    let parameters = design.network.initialParameters(random: &random)
      .map { $0 + 0.5 * Float(random.normal()) }
    let observations = (0..<8 * 3).map { _ in Float(random.normal()) }
    let commands = (0..<8).flatMap { row -> [Float] in
      [Float(2 + row % 3), Float(random.uniform(-2, 1)), Float(random.uniform(-3, 2))]
    }
    var batch = try ImitationBatch(design, in: seat, rows: 8)
    let rows = [5, 0, 3, 7][...]
    _ = batch.differentiate(observations, commands, rows, parameters)
    let gradient = batch.gradient
    for index in parameters.indices {
      func loss(_ shift: Float) -> Double {
        var moved = parameters
        moved[index] += shift
        return batch.differentiate(observations, commands, rows, moved)
      }
      let slope = (loss(1e-2) - loss(-1e-2)) / 2e-2
      #expect(abs(slope - Double(gradient[index])) < 2e-3 * max(1, abs(slope)))
    }
  }

  /// What the head writes it reads again, and what no head can write as the nearest it can.
  @Test func commandsAreReadAsTheyWereWritten() throws {
    let fields = [
      Field("gear", unit: "choice", in: 2...4), Field("turn", unit: "rad", count: 2, in: -2...1),
    ]
    let head = try ActionHead(of: fields, in: fields, seat: "driver")
    func read(_ command: [Float]) -> [Float] {
      var action: [Float] = [9, 9, 9]
      var span = action.mutableSpan
      head.read(command.span, into: &span)
      return action
    }
    #expect(read([3, -0.5, 1]) == [0, 1, 1])
    #expect(read([9, -7, 0.25]) == [-1, 0.5, 2])
    #expect(read([-.infinity, .nan, -2]) == [0, -1, 0])
  }
}
