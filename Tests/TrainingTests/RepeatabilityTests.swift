import Arena
import Control
import PlanarWorlds
import TestSupport
import Testing

@testable import Training

@Suite struct RepeatabilityTests {
  /// Small rounds with minibatches large enough to be split between threads.
  static var plan: TrainingPlan {
    var plan = TrainingPlan()
    plan.ppo.worlds = 40
    plan.ppo.horizon = 48
    plan.ppo.epochs = 2
    plan.ppo.minibatch = 960
    plan.evaluationInterval = 4000
    plan.evaluationEpisodes = 6
    plan.bgs.directions = 6
    plan.bgs.episodes = 2
    return plan
  }
  static let budget = TrainingBudget(steps: 20_000)

  private func train<World>(
    _ trainer: inout Trainer<World>, rounds: Int, threads: Int = 1
  ) {
    for _ in 0..<rounds { trainer.advance(Self.budget, threads: threads, seconds: 0) }
  }

  /// Checkpoints hold all parameters, moments, optimiser's numbers and worlds.
  private func expectEqualCheckpoints<World>(
    on stage: Stage<World>, plan: TrainingPlan = RepeatabilityTests.plan
  ) throws {
    var whole = try Trainer(plan, on: stage, seed: 11)
    train(&whole, rounds: 5)
    let expected = whole.checkpoint()

    var again = try Trainer(plan, on: stage, seed: 11)
    train(&again, rounds: 5)
    #expect(again.checkpoint() == expected, "a second run")

    var parallel = try Trainer(plan, on: stage, seed: 11)
    train(&parallel, rounds: 5, threads: 2)
    #expect(parallel.checkpoint() == expected, "two threads")

    var stopped = try Trainer(plan, on: stage, seed: 11)
    train(&stopped, rounds: 2)
    let bytes = stopped.checkpoint()
    var resumed = try Trainer(plan, on: stage, seed: 11)
    try resumed.restore(bytes, threads: 2)
    #expect(resumed.checkpoint() == bytes, "nothing is lost on the way")
    train(&resumed, rounds: 3)
    #expect(resumed.checkpoint() == expected, "stopped and resumed")

    var other = try Trainer(plan, on: stage, seed: 12)
    train(&other, rounds: 5)
    #expect(other.checkpoint() != expected, "another seed")
  }

  @Test func continuousActionsRepeat() throws {
    try expectEqualCheckpoints(on: Stage(Pendulum(.init())))
  }

  @Test func choicesRepeat() throws {
    try expectEqualCheckpoints(on: Stage(CartPole(.init())))
  }

  @Test func mixedActionsWithAHistoryRepeat() throws {
    var plan = Self.plan
    plan.ppo.network.history = 3
    try expectEqualCheckpoints(on: Stage(SteeringWorld(.init())), plan: plan)
  }

  @Test func convolutionsRepeat() throws {
    var plan = Self.plan
    plan.ppo.network = .tableTennis
    plan.ppo.network.hidden = [8, 8]
    try expectEqualCheckpoints(on: Stage(SteeringWorld(.init())), plan: plan)
  }

  /// What the networks had in mind when training stopped is brought back with the worlds.
  @Test func memoriesRepeat() throws {
    var plan = Self.plan
    plan.ppo.network.kind = .recurrent
    plan.ppo.network.hidden = [16]
    plan.ppo.sequence = 16
    var setup = CartPole.Setup()
    setup.observesVelocity = false
    try expectEqualCheckpoints(on: Stage(CartPole(setup)), plan: plan)
  }

  /// The policy in the other seat has a memory, which a resumed training must bring back too.
  @Test func secondSeatsRepeat() throws {
    try expectEqualCheckpoints(
      on: Stage(TugOfWar(.init()), seat: 1, companions: [PullingPolicy()]))
  }

  @Test func evolutionRepeats() throws {
    var plan = Self.plan
    plan.algorithm = .bgs
    try expectEqualCheckpoints(on: Stage(Pendulum(.init())), plan: plan)
  }

  @Test func evaluationsDoNotDependOnThreads() throws {
    let stage = try Stage(CartPole(.init()))
    let policy = try Trainer(Self.plan, on: stage, seed: 1).policy
    let one = stage.evaluate(policy, episodes: 22, threads: 1)
    #expect(one.tally.episodes == 22)
    #expect(one == stage.evaluate(policy, episodes: 22, threads: 2))
    #expect(one != stage.evaluate(policy, episodes: 22, seed: 1))
  }

  @Test func checkpointsOfAnotherTrainingAreRefusedAndChangeNothing() throws {
    let stage = try Stage(Pendulum(.init()))
    var trainer = try Trainer(Self.plan, on: stage, seed: 1)
    train(&trainer, rounds: 1)
    let own = trainer.checkpoint()
    var other = try Trainer(Self.plan, on: stage, seed: 2)
    let error = #expect(throws: PolicyError.self) { try other.restore(own) }
    #expect("\(error!)" == "the checkpoint's seed is 1; 2 is needed")
    var larger = Self.plan
    larger.ppo.network.hidden = [64, 65]
    var wide = try Trainer(larger, on: stage, seed: 1)
    let shape = #expect(throws: PolicyError.self) { try wide.restore(own) }
    #expect("\(shape!)" == "tensor 'policy.1.weight' has shape [64, 64]; [65, 64] is needed")
    for length in [0, 7, 100, own.count / 2, own.count - 1] {
      #expect(throws: PolicyError.self) { try trainer.restore(Array(own[0..<length])) }
    }
    #expect(trainer.checkpoint() == own)
  }
}
