import Arena
import Control
import PlanarWorlds
import Testing

@testable import Training

@Suite struct LearningTests {
  /// Trains until the mean over 100 held-out episodes reaches `score`, and judges the best policy
  /// by 200 others.
  private func learn(
    _ world: some Environment, _ plan: TrainingPlan, seed: UInt64, until score: Double
  ) throws -> (reached: Bool, steps: Int, fresh: Double) {
    var plan = plan
    plan.evaluationInterval = 20_000
    var trainer = try Trainer(plan, on: Stage(world), seed: seed)
    let budget = TrainingBudget(steps: 400_000, score: score)
    while !trainer.isOver(budget) { trainer.advance(budget, threads: 2, seconds: 0) }
    let steps = trainer.progress.steps
    let result = trainer.finish(threads: 2)
    let mean = try #require(result.evaluation.mean(plan.measure))
    return ((trainer.progress.bestScore ?? -.infinity) >= score, steps, mean)
  }

  @Test(arguments: UInt64(1)...5) func ppoBalancesThePole(seed: UInt64) throws {
    let result = try learn(CartPole(.init()), TrainingPlan(), seed: seed, until: 475)
    #expect(result.reached && result.fresh > 440)
  }

  /// Without velocities the pole can be balanced by those alone who remember where it was.
  @Test(arguments: UInt64(1)...3) func aMemoryBalancesAPoleWhoseVelocityIsHidden(
    seed: UInt64
  ) throws {
    var setup = CartPole.Setup()
    setup.observesVelocity = false
    var plan = TrainingPlan()
    plan.ppo.network.kind = .recurrent
    let result = try learn(CartPole(setup), plan, seed: seed, until: 475)
    #expect(result.reached && result.fresh > 440)
  }

  @Test func noPolicyWithoutAMemoryDoes() throws {
    var setup = CartPole.Setup()
    setup.observesVelocity = false
    let result = try learn(CartPole(setup), TrainingPlan(), seed: 1, until: 475)
    #expect(!result.reached && result.fresh < 150)
  }

  @Test(arguments: UInt64(1)...3) func ppoSwingsThePendulumUp(seed: UInt64) throws {
    let result = try learn(Pendulum(.init()), TrainingPlan(), seed: seed, until: -200)
    #expect(result.reached && result.fresh > -240)
  }

  @Test(arguments: UInt64(1)...3) func evolutionBalancesThePole(seed: UInt64) throws {
    var plan = TrainingPlan()
    plan.algorithm = .bgs
    let result = try learn(CartPole(.init()), plan, seed: seed, until: 475)
    #expect(result.reached && result.fresh > 440)
  }

  /// Swinging up is nothing that small changes of a policy bring about: only with large ones, and
  /// scores that count by rank, does evolution find it every time.
  @Test(arguments: UInt64(1)...3) func evolutionSwingsThePendulumUp(seed: UInt64) throws {
    var plan = TrainingPlan()
    plan.algorithm = .bgs
    plan.evaluationInterval = 100_000
    plan.bgs.stepSize = 1.5
    plan.bgs.perturbation = 0.2
    plan.bgs.episodes = 8
    plan.bgs.kept = 0.5
    plan.bgs.usesRanks = true
    var trainer = try Trainer(plan, on: Stage(Pendulum(.init())), seed: seed)
    let budget = TrainingBudget(steps: 15_000_000, score: -200)
    while !trainer.isOver(budget) { trainer.advance(budget, threads: 2, seconds: 0) }
    #expect(try #require(trainer.progress.bestScore) >= -200)
    #expect(trainer.finish(threads: 2).evaluation.tally.meanReturn > -240)
  }

  /// Two means, a choice of three, and 1 to be had per step.
  @Test func ppoLearnsNumbersAndChoicesTogether() throws {
    let world = SteeringWorld(.init())
    var plan = TrainingPlan()
    plan.ppo.discount = 0.5
    plan.measure = "last-reward"
    let untrained = try Trainer(plan, on: Stage(world), seed: 4)
    let before = Stage(world).evaluate(untrained.policy, episodes: 100)
    #expect(try #require(before.mean("last-reward")) < 0)
    let result = try learn(world, plan, seed: 4, until: 0.85)
    #expect(result.reached && result.fresh > 0.8)
  }

  @Test func tableIXIsThePapers() throws {
    let settings = EvolutionConfiguration.tableIX
    #expect(settings.stepSize == 0.003_75 && settings.perturbation == 0.025)
    #expect(settings.directions == 200 && settings.episodes == 15 && settings.kept == 0.3)
    let seat = Seat(
      name: "robot", observation: [Field("seen", unit: "1", count: 16, in: -1...1)],
      action: [Field("joint-velocities", unit: "1", count: 8, in: -1...1)])
    let design = try PolicyDesign(for: seat, architecture: settings.network)
    #expect(design.network.parameterCount == 10_676)
  }

  @Test func budgetsEndWhereTheySay() {
    let budget = TrainingBudget(steps: 100, seconds: 10)
    #expect(budget.share(steps: 50, seconds: 2) == 0.5)
    #expect(budget.share(steps: 10, seconds: 7.5) == 0.75)
    #expect(!budget.isSpent(steps: 99, seconds: 9, score: 1000))
    #expect(budget.isSpent(steps: 99, seconds: 10, score: nil))
    #expect(TrainingBudget(score: 5).isSpent(steps: 0, seconds: 0, score: 5))
    #expect(!TrainingBudget(score: 5).isSpent(steps: 1_000_000, seconds: 1e9, score: nil))
  }

  @Test func impossiblePlansAreRefused() throws {
    let world = try CartPole(.init())
    func refuses(_ change: (inout TrainingPlan) -> Void) -> String? {
      var plan = TrainingPlan()
      change(&plan)
      do {
        try plan.validate(for: world)
        return nil
      } catch { return "\(error)" }
    }
    #expect(refuses { _ in } == nil)
    #expect(refuses { $0.measure = "landed" } == "training.measure: expected one of return, steps")
    #expect(refuses { $0.ppo.minibatch = 1 << 20 } != nil)
    #expect(refuses { $0.ppo.discount = 1.5 } == "training.ppo.discount: expected 0 ... 1")
    #expect(refuses { $0.ppo.learningRate = .nan } != nil)
    #expect(refuses { $0.bgs.directions = 0 } != nil)
    #expect(refuses { $0.ppo.network.kind = .gatedConvolution } != nil)
    func refusesMemory(_ change: (inout TrainingPlan) -> Void) -> String? {
      refuses {
        $0.ppo.network.kind = .recurrent
        change(&$0)
      }
    }
    #expect(refusesMemory { _ in } == nil)
    #expect(
      refusesMemory { $0.ppo.sequence = 48 }
        == "training.ppo.horizon: expected a multiple of sequence, 48")
    #expect(
      refusesMemory { $0.ppo.minibatch = 500 }
        == "training.ppo.minibatch: expected a multiple of sequence, 32")
    #expect(refusesMemory { $0.ppo.network.history = 2 } != nil)
    #expect(refuses { $0.clone.network.kind = .recurrent } != nil)
  }
}
