import Arena
import Control

/// The settings of `PPO`, with defaults that learn most small tasks. A scenario's `training` mapping
/// and flags override them.
public struct PPOConfiguration: Configuration, Hashable {
  /// The policy's network.
  public var network = NetworkArchitecture()
  /// The widths of the value estimate's hidden layers, in a tower of its own.
  public var critic = [64, 64]
  /// Whether the value estimate reads the policy's last hidden layer instead, for half the work;
  /// `critic` has no effect then.
  public var sharesTower = false
  /// How many worlds are played side by side.
  public var worlds = 64
  /// How many steps of each world make a round.
  public var horizon = 128
  /// How many steps in a row a recurrent network learns from together: as far as gradients go
  /// back in time. Other networks learn from single steps.
  public var sequence = 32
  /// How many times each step is learned from.
  public var epochs = 6
  /// How many steps make one move of the optimiser.
  public var minibatch = 512
  /// How much a reward one step later is worth, 0 ... 1.
  public var discount = 0.99
  /// The share of the advantage that later steps estimate instead of the value, 0 ... 1 (lambda).
  public var trace = 0.95
  /// How far the optimiser moves a parameter at the start.
  public var learningRate = 1e-3
  /// What is left of the learning rate at the end, as a share; it falls evenly.
  public var finalLearningRate = 0.0
  /// How far the probability of an action may move from 1 times what it was (epsilon).
  public var clip = 0.2
  /// How far a value may move from what it was, in units of scaled rewards; 0 for as far as it
  /// likes.
  public var valueClip = 0.0
  /// The weight of the value's squared error in the loss.
  public var valueWeight = 0.5
  /// The weight of the entropy, which keeps the policy trying.
  public var entropyWeight = 0.0
  /// The longest gradient; longer ones are shortened.
  public var gradientLimit = 0.5
  /// The divergence from the policy that acted, in nats, beyond which a round ends early; 0 for
  /// never.
  public var targetDivergence = 0.02
  /// Where the logarithm of the actions' standard deviation starts, in units of half their range.
  public var logDeviation = -0.5
  /// Whether observations are standardised by the moments of all that was seen.
  public var standardizesObservations = true
  /// Whether rewards are divided by the deviation of discounted returns.
  public var scalesRewards = true
  /// Which categories of episodes are played more often.
  public var curriculum = CurriculumConfiguration()
  /// Past selves as opponents.
  public var league = LeagueConfiguration()

  public init() {}

  /// How many steps in a row are learned from together.
  var sequenceLength: Int { network.stateWidth > 0 ? sequence : 1 }

  /// Throws `SetupError` for settings that nothing can be learned with.
  public func validate(at key: String = "ppo") throws {
    do {
      try network.validate(at: "\(key).network")
    } catch {
      throw SetupError("\(key).network", "\(error)")
    }
    func require(_ holds: Bool, _ name: String, _ expected: String) throws {
      if !holds { throw SetupError("\(key).\(name)", "expected \(expected)") }
    }
    try require(
      critic.count <= 16 && critic.allSatisfy { (1...8192).contains($0) }, "critic",
      "at most 16 widths, each in 1 ... 8192")
    try require((1...65_536).contains(worlds), "worlds", "1 ... 65536")
    try require((1...65_536).contains(horizon), "horizon", "1 ... 65536")
    try require((1...65_536).contains(sequence), "sequence", "1 ... 65536")
    try require((1...1000).contains(epochs), "epochs", "1 ... 1000")
    try require(
      minibatch >= 1 && minibatch <= worlds * horizon, "minibatch",
      "1 ... worlds times horizon, which is \(worlds * horizon)")
    if sequenceLength > 1 {
      try require(
        horizon.isMultiple(of: sequence), "horizon", "a multiple of sequence, \(sequence)")
      try require(
        minibatch.isMultiple(of: sequence), "minibatch", "a multiple of sequence, \(sequence)")
    }
    for (name, value) in [
      ("discount", discount), ("trace", trace), ("final-learning-rate", finalLearningRate),
    ] { try require(value >= 0 && value <= 1, name, "0 ... 1") }
    try require(learningRate > 0 && learningRate <= 1, "learning-rate", "a number in 0 ... 1")
    try require(clip > 0 && clip <= 10, "clip", "a number in 0 ... 10")
    for (name, value) in [
      ("value-clip", valueClip), ("value-weight", valueWeight),
      ("entropy-weight", entropyWeight), ("target-divergence", targetDivergence),
    ] { try require(value >= 0 && value <= 1e6, name, "0 ... 1000000") }
    try require(
      curriculum.floor > 0 && curriculum.floor <= 1, "curriculum.floor", "a number in 0 ... 1")
    try require(gradientLimit > 0, "gradient-limit", "a positive number")
    try require(abs(logDeviation) <= 10, "log-deviation", "-10 ... 10")
  }
}
