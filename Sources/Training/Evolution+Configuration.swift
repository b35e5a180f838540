import Arena
import Control

/// The settings of `Evolution`, with defaults for two cores and a few minutes. A scenario's
/// `training` mapping and flags override them.
public struct EvolutionConfiguration: Configuration, Hashable {
  /// The policy's network.
  public var network = NetworkArchitecture(hidden: [32, 32])
  /// How far the parameters move along the estimated gradient of the standardised score.
  public var stepSize = 0.02
  /// What is left of the step size at the end, as a share; it falls evenly.
  public var finalStepSize = 1.0
  /// The deviation of every parameter in a perturbation (sigma).
  public var perturbation = 0.05
  /// How many directions are tried per round, each forwards and backwards.
  public var directions = 32
  /// How many episodes each perturbed policy plays.
  public var episodes = 2
  /// The share of the directions that counts: those with the largest differences.
  public var kept = 0.3
  /// Whether a score counts by its rank among all scores of the round (Wierstra et al., 2014,
  /// section 3.1), so that no single episode, however bad, decides the direction.
  public var usesRanks = false
  /// Steps after which an episode counts as it stands.
  public var stepLimit = 1000
  /// Whether directions stand at right angles to each other, as far as there is room.
  public var isOrthogonal = true
  /// Whether observations are standardised by the moments of all that was seen.
  public var standardizesObservations = true
  /// What is scored: "return", or a number of the environment's outcome.
  public var objective = "return"

  public init() {}

  /// Table IX of arXiv 2408.03906, simulation: what the table-tennis robot's skills were made
  /// with, on 6,000 workers.
  public static let tableIX: EvolutionConfiguration = {
    var settings = EvolutionConfiguration()
    settings.network = .tableTennis
    settings.stepSize = 0.003_75
    settings.perturbation = 0.025
    settings.directions = 200
    settings.episodes = 15
    settings.kept = 0.3
    settings.stepLimit = 200
    return settings
  }()

  /// Table IX of arXiv 2408.03906, sim-to-sim adapter.
  public static let tableIXAdapter: EvolutionConfiguration = {
    var settings = tableIX
    settings.stepSize = 0.001_25
    settings.directions = 5
    settings.episodes = 3
    settings.kept = 0.6
    return settings
  }()

  /// Throws `SetupError` for settings that nothing can be learned with.
  public func validate(at key: String = "bgs") throws {
    do {
      try network.validate(at: "\(key).network")
    } catch {
      throw SetupError("\(key).network", "\(error)")
    }
    func require(_ holds: Bool, _ name: String, _ expected: String) throws {
      if !holds { throw SetupError("\(key).\(name)", "expected \(expected)") }
    }
    try require(stepSize > 0 && stepSize <= 100, "step-size", "a number in 0 ... 100")
    try require(perturbation > 0 && perturbation <= 100, "perturbation", "a number in 0 ... 100")
    try require(finalStepSize >= 0 && finalStepSize <= 1, "final-step-size", "0 ... 1")
    try require((1...100_000).contains(directions), "directions", "1 ... 100000")
    try require((1...100_000).contains(episodes), "episodes", "1 ... 100000")
    try require(kept > 0 && kept <= 1, "kept", "a share above 0, at most 1")
    try require((1...10_000_000).contains(stepLimit), "step-limit", "1 ... 10000000")
  }
}
