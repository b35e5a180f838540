import Arena
import Control
import Networks

/// A training in progress: a learner, how it has done, and the best policy so far.
///
/// ```swift
/// var trainer = try Trainer(plan, on: stage, seed: 1)
/// while !trainer.isOver(budget) {
///   trainer.advance(budget, threads: 2, seconds: clock())
///   print(trainer.progress)
/// }
/// let result = trainer.finish(threads: 2)
/// ```
///
/// A trainer is a value that reads no clock and no file. Its `checkpoint` taken between two rounds
/// restores it bit for bit: parameters, optimiser, moments, random streams (which follow from the
/// seed and the round), and every world, which is played again from the actions of its episode.
public struct Trainer<World: Environment>: Sendable {
  public let plan: TrainingPlan
  public let stage: Stage<World>
  public let seed: UInt64
  /// The processes that train together. All hold the same trainer and make the same calls.
  public let ranks: Ranks
  /// What else must be equal for a checkpoint to be this training's: a digest of its settings.
  public let fingerprint: String
  public internal(set) var progress = TrainingProgress()
  /// The policy with the best score on held-out episodes; nil before the first evaluation.
  public internal(set) var best: NeuralPolicy?
  var learner: any Learner
  /// The steps and seconds at which this process began.
  private var origin = (steps: 0, seconds: 0.0)

  /// A training from nothing, or from a policy.
  ///
  /// Throws `SetupError` or `PolicyError` when plan, world and policy do not fit.
  ///
  /// - Parameter teacher: whom to imitate, for plans that ask for it.
  public init(
    _ plan: TrainingPlan, on stage: Stage<World>, from start: NeuralPolicy? = nil,
    teacher: (any Policy)? = nil, seed: UInt64,
    fingerprint: String = "", ranks: Ranks = .alone
  ) throws {
    try plan.validate(for: stage.world)
    self.ranks = ranks
    self.plan = plan
    self.stage = stage
    self.seed = seed
    self.fingerprint = fingerprint
    switch plan.algorithm {
    case .ppo:
      learner = try PPO(
        on: stage, observed: plan.observed, controlled: plan.controlled,
        configuration: plan.ppo, from: start, seed: seed, ranks: ranks)
    case .bgs:
      learner = try Evolution(
        on: stage, observed: plan.observed, controlled: plan.controlled,
        configuration: plan.bgs, from: start, seed: seed, ranks: ranks)
    case .clone:
      guard let teacher else {
        throw SetupError("training.teacher", "expected the name of a policy to imitate")
      }
      learner = try Cloning(
        on: stage, teacher: teacher, observed: plan.observed, controlled: plan.controlled,
        configuration: plan.clone, from: start, seed: seed)
    }
  }

  /// The policy as it is now.
  public var policy: NeuralPolicy { learner.policy }

  /// Everything that is learned, the value estimate included.
  public var network: Network { learner.network }

  /// Whether the budget is used up.
  public func isOver(_ budget: TrainingBudget) -> Bool {
    budget.isSpent(
      steps: progress.steps, seconds: progress.seconds, score: progress.bestScore)
  }

  /// Plays and learns for one round, and evaluates if it is time.
  ///
  /// - Parameter seconds: since this process began training, read before and after the round; added
  ///   to those of earlier processes.
  /// - Returns: false if the network's numbers are no longer finite: keep `best`, and stop.
  @discardableResult
  public mutating func advance(
    _ budget: TrainingBudget, threads: Int, seconds: @autoclosure () -> Double
  ) -> Bool {
    if progress.rounds == 0, progress.score == nil { evaluate(threads: threads) }
    let now = ranks.gather([seconds()])[0]
    progress.share = budget.share(steps: progress.steps, seconds: origin.seconds + now)
    let before = progress.steps
    let improvement = learner.improve(progress: progress.share, threads: threads)
    progress.steps += improvement.steps
    progress.rounds += 1
    progress.episodes += improvement.tally.episodes
    progress.figures = improvement.figures
    progress.isEvaluated = false
    note(improvement.tally)
    let interval = plan.evaluationInterval
    if !improvement.hasDiverged, progress.steps / interval > before / interval {
      evaluate(threads: threads)
    }
    keepTime(ranks.gather([seconds()])[0])
    return !improvement.hasDiverged
  }

  private mutating func keepTime(_ seconds: Double) {
    progress.seconds = origin.seconds + seconds
    if seconds > 0 {
      progress.stepsPerSecond = Double(progress.steps - origin.steps) / seconds
    }
  }

  private mutating func note(_ tally: Tally) {
    guard tally.episodes > 0 else { return }
    let names = Evaluation.names(of: stage.world.outcome)
    progress.roughScore = Evaluation(tally: tally, names: names).mean(plan.measure)
  }

  /// Plays the held-out episodes with the policy's most probable actions, and keeps the policy if
  /// none did better.
  private mutating func evaluate(threads: Int) {
    let policy = learner.policy
    let score = score(of: policy, set: 0, episodes: plan.evaluationEpisodes, threads: threads)
    progress.score = score
    progress.isEvaluated = true
    if score > progress.bestScore ?? -.infinity {
      progress.bestScore = score
      best = policy
    }
  }

  private func score(of policy: NeuralPolicy, set: UInt64, episodes: Int, threads: Int) -> Double {
    let evaluation = stage.evaluate(
      policy, episodes: episodes, seed: set, threads: threads, ranks: ranks)
    return evaluation.mean(plan.measure) ?? evaluation.tally.meanReturn
  }

  /// Evaluates the last policy too, and then the best of all on another set of episodes, which had
  /// no part in choosing it.
  public mutating func finish(threads: Int) -> (policy: NeuralPolicy, evaluation: Evaluation) {
    if !progress.isEvaluated, Networks.length(of: policy.parameters).isFinite {
      evaluate(threads: threads)
    }
    let policy = best ?? learner.policy
    let evaluation = stage.evaluate(
      policy, episodes: 2 * plan.evaluationEpisodes, seed: 1, threads: threads, ranks: ranks)
    return (policy, evaluation)
  }

  mutating func beginAgain() {
    origin = (progress.steps, progress.seconds)
  }
}
