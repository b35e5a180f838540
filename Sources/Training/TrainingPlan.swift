import Arena
import Control

/// A scenario's `training` mapping: what is learned, how, and how it is judged. Every key has a
/// default.
public struct TrainingPlan: Configuration, Hashable {
  /// The algorithms.
  public enum Algorithm: String, Sendable, Hashable, Codable, CaseIterable {
    /// Proximal policy optimisation.
    case ppo
    /// Blackbox gradient sensing, an evolution strategy.
    case bgs
    /// Imitation of a teacher.
    case clone
  }

  public var algorithm = Algorithm.ppo
  /// The name of the seat to learn; empty for the first.
  public var seat = ""
  /// The observation fields the policy reads; empty for all.
  public var observed: [String] = []
  /// The action fields it writes; empty for all. The others get 0.
  public var controlled: [String] = []
  /// What is to be raised: "return", or a number of the environment's outcome.
  public var measure = "return"
  /// Environment steps to learn from, if no other budget is given.
  public var steps = 1_000_000
  /// Environment steps between two evaluations.
  public var evaluationInterval = 200_000
  /// Episodes per evaluation.
  public var evaluationEpisodes = 100
  public var ppo = PPOConfiguration()
  public var bgs = EvolutionConfiguration()
  public var clone = CloningConfiguration()
  /// The name of the policy to imitate, for cloning.
  public var teacher = ""

  public init() {}

  /// Throws `SetupError` for a plan that cannot be carried out in `world`.
  public func validate(for world: some Environment, at key: String = "training") throws {
    func require(_ holds: Bool, _ name: String, _ expected: String) throws {
      if !holds { throw SetupError("\(key).\(name)", "expected \(expected)") }
    }
    try ppo.validate(at: "\(key).ppo")
    try bgs.validate(at: "\(key).bgs")
    try clone.validate(at: "\(key).clone")
    try require(
      seat.isEmpty || world.seats.contains { $0.name == seat }, "seat",
      "one of " + world.seats.map(\.name).joined(separator: ", "))
    let measures = ["return"] + Evaluation.names(of: world.outcome)
    try require(
      measures.contains(measure), "measure", "one of " + measures.joined(separator: ", "))
    try require(steps >= 1, "steps", "a positive number of steps")
    try require(evaluationInterval >= 1, "evaluation-interval", "a positive number of steps")
    try require(
      (1...1_000_000).contains(evaluationEpisodes), "evaluation-episodes", "1 ... 1000000")
  }

  /// The index of the seat to learn.
  public func seatIndex(in world: some Environment) -> Int {
    world.seats.firstIndex { $0.name == seat } ?? 0
  }
}
