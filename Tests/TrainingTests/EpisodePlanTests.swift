import Arena
import Control
import Math
import TestSupport
import Testing

@testable import Training

/// Episodes of three categories, drawn with probabilities 1/2, 1/4 and 1/4: the first always goes
/// well, the second never, the third in half of the cases.
private struct Lottery: Environment {
  struct Setup: Configuration {}
  static let name = "toy/lottery"
  private var random = Random(seed: 0)
  private var category = 0
  private var steps = 0
  private var isWon = false

  init(_ setup: Setup) {}

  let seats = [
    Seat(
      name: "player", observation: [Field("sight", unit: "1", in: -1...1)],
      action: [Field("bet", unit: "1", in: -1...1)])
  ]
  let outcome = [Field("category", unit: "1", in: 5...7), Field("won", unit: "1", in: 0...1)]
  let stepDuration = 1.0

  mutating func reset(seed: UInt64) {
    random = Random(seed: seed)
    category = [0, 0, 1, 2][random.index(below: 4)]
    steps = 0
    isWon = category == 0 || (category == 2 && random.uniform() < 0.5)
  }

  mutating func step(_ actions: Span<Float>, rewards: inout MutableSpan<Float>) -> Status {
    steps += 1
    rewards[0] = isWon ? 1 : 0
    return steps == 3 ? .finished : .running
  }

  func observe(seat: Int, into observation: inout MutableSpan<Float>) { observation[0] = 0 }

  func score(into outcome: inout MutableSpan<Float>) {
    outcome[0] = Float(5 + category)
    outcome[1] = isWon ? 1 : 0
  }

  func hash(into digest: inout Digest) {
    digest.combine(random)
    digest.combine(category)
    digest.combine(steps)
  }

  func draw(into scene: inout Scene) {}
}

@Suite struct EpisodePlanTests {
  private func lotteryPlan() -> TrainingPlan {
    var plan = RepeatabilityTests.plan
    plan.ppo.curriculum.category = "category"
    plan.ppo.curriculum.success = "won"
    return plan
  }

  /// Categories are kept with 1 / rate, so at rates 1, 0 (counted as 0.1) and 1/2 they are played in
  /// the ratio 1/2 x 1 : 1/4 x 10 : 1/4 x 2.
  @Test func whatGoesWrongIsPlayedMoreOften() throws {
    let ppo = try PPO(
      on: Stage(Lottery(.init())), configuration: lotteryPlan().ppo, seed: 1)
    var learner = ppo
    var counts = [0.0, 0, 0]
    for round in 0..<12 {
      let tally = learner.improve(progress: 0, threads: 2).tally
      guard round >= 6 else { continue }
      // From the sums of categories and wins: n episodes, s the sum of the category's index.
      let curriculum = try #require(learner.curriculum)
      for i in 0..<3 { counts[i] = curriculum.episodes[i] }
      #expect(tally.episodes > 100)
    }
    let total = counts.reduce(0, +)
    let expected = [0.5, 2.5, 0.5].map { $0 / 3.5 }
    for i in 0..<3 { #expect(abs(counts[i] / total - expected[i]) < 0.06, "\(counts)") }
  }

  @Test func aCurriculumTakenUpAgainGoesOnTheSame() throws {
    try expectResumption(on: Stage(Lottery(.init())), lotteryPlan())
  }

  @Test func curriculaOfOtherWorldsAreRefused() throws {
    var plan = lotteryPlan()
    plan.ppo.curriculum.category = "colour"
    #expect(throws: SetupError.self) {
      try Trainer(plan, on: Stage(Lottery(.init())), seed: 1)
    }
  }

  private func duel() throws -> (Stage<TugOfWar>, TrainingPlan) {
    var plan = RepeatabilityTests.plan
    plan.ppo.league.seat = "away"
    plan.ppo.league.size = 3
    plan.ppo.league.interval = 1
    return (Stage(try TugOfWar(.init()), companions: [PullingPolicy()]), plan)
  }

  @Test func pastSelvesAreOpponents() throws {
    let (stage, plan) = try duel()
    var learner = try PPO(on: stage, configuration: plan.ppo, seed: 2)
    for _ in 0..<8 { _ = learner.improve(progress: 0, threads: 2) }
    let league = try #require(learner.league)
    #expect(league.members.filter { !$0.isRetired }.count == 3)
    #expect(league.members.last?.number == 8)
    #expect(league.members.last?.parameters == learner.policy.parameters)
    #expect(league.members.reduce(0) { $0 + $1.games } > 0)
    #expect(league.members.allSatisfy { $0.wins <= $0.games })
  }

  @Test func aLeagueTakenUpAgainGoesOnTheSame() throws {
    let (stage, plan) = try duel()
    try expectResumption(on: stage, plan)
  }

  @Test func hardOpponentsAreDrawnMoreOften() throws {
    let (stage, plan) = try duel()
    let policy = try PPO(on: stage, configuration: plan.ppo, seed: 2).policy
    var settings = LeagueConfiguration()
    settings.seat = "away"
    settings.size = 2
    settings.newestShare = 0
    var league = try #require(
      try League(settings, seats: stage.world.seats, own: 0, policy: policy))
    league.join(policy)
    // Against the first 89 of 98 games are won, against the second 9.
    league.update([0, 98, 89, 1, 98, 9], inUse: [])
    var random = Random(seed: 1)
    let hard = (0..<10_000).reduce(0) { sum, _ in sum + league.choose(random: &random) }
    // (1 - 0.9)^2 against (1 - 0.1)^2.
    #expect(abs(Double(hard) / 10_000 - 0.81 / 0.82) < 0.01)
    // The one that is beaten most makes room, and goes when nobody plays against it.
    league.join(policy)
    #expect(league.members.map(\.isRetired) == [true, false, false])
    league.update([], inUse: [0])
    #expect(league.members.count == 3)
    league.update([], inUse: [1, 2])
    #expect(league.members.map(\.number) == [1, 2])
  }

  @Test func leaguesNeedAnotherSeat() throws {
    var (stage, plan) = try duel()
    for seat in ["home", "referee"] {
      plan.ppo.league.seat = seat
      #expect(throws: SetupError.self) { try Trainer(plan, on: stage, seed: 1) }
    }
    _ = stage
  }

  private func expectResumption<World>(on stage: Stage<World>, _ plan: TrainingPlan) throws {
    func train(_ trainer: inout Trainer<World>, rounds: Int, threads: Int) {
      for _ in 0..<rounds {
        trainer.advance(TrainingBudget(steps: 50_000), threads: threads, seconds: 0)
      }
    }
    var whole = try Trainer(plan, on: stage, seed: 11)
    train(&whole, rounds: 9, threads: 1)
    var stopped = try Trainer(plan, on: stage, seed: 11)
    train(&stopped, rounds: 5, threads: 2)
    let bytes = stopped.checkpoint()
    var resumed = try Trainer(plan, on: stage, seed: 11)
    try resumed.restore(bytes, threads: 2)
    #expect(resumed.checkpoint() == bytes)
    train(&resumed, rounds: 4, threads: 1)
    #expect(resumed.checkpoint() == whole.checkpoint())
  }
}
