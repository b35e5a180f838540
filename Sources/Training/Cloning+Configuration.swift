import Arena
import Control

/// The settings of `Cloning`. A scenario's `training` mapping and flags override them.
public struct CloningConfiguration: Configuration, Hashable {
  /// The policy's network.
  public var network = NetworkArchitecture()
  /// How many episodes make a round.
  public var episodes = 32
  /// Steps after which an episode is broken off.
  public var stepLimit = 1000
  /// The share of steps in which the teacher acts in the second round; it acts in all of the first,
  /// and in the share to the power of the round in later ones. 1 for behaviour cloning as such.
  public var teacherShare = 0.5
  /// How many times each step is learned from.
  public var epochs = 4
  /// How many steps make one move of the optimiser.
  public var minibatch = 256
  /// How far the optimiser moves a parameter at the start.
  public var learningRate = 1e-3
  /// What is left of the learning rate at the end, as a share; it falls evenly.
  public var finalLearningRate = 0.0
  /// The longest gradient; longer ones are shortened.
  public var gradientLimit = 1.0
  /// Whether observations are standardised by the moments of all that was seen.
  public var standardizesObservations = true

  public init() {}

  /// Throws `SetupError` for settings that nothing can be learned with.
  public func validate(at key: String = "clone") throws {
    do {
      try network.validate(at: "\(key).network")
    } catch {
      throw SetupError("\(key).network", "\(error)")
    }
    if network.stateWidth > 0 {
      throw SetupError("\(key).network.kind", "expected a network without a state to imitate with")
    }
    func require(_ holds: Bool, _ name: String, _ expected: String) throws {
      if !holds { throw SetupError("\(key).\(name)", "expected \(expected)") }
    }
    try require((1...100_000).contains(episodes), "episodes", "1 ... 100000")
    try require((1...10_000_000).contains(stepLimit), "step-limit", "1 ... 10000000")
    try require(teacherShare >= 0 && teacherShare <= 1, "teacher-share", "0 ... 1")
    try require((1...1000).contains(epochs), "epochs", "1 ... 1000")
    try require((1...1_000_000).contains(minibatch), "minibatch", "1 ... 1000000")
    try require(learningRate > 0 && learningRate <= 1, "learning-rate", "a number in 0 ... 1")
    try require(
      finalLearningRate >= 0 && finalLearningRate <= 1, "final-learning-rate", "0 ... 1")
    try require(gradientLimit > 0, "gradient-limit", "a positive number")
  }
}
