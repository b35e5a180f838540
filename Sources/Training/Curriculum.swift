import Arena
import Math

/// Which categories of episodes are worth playing more often: those that go wrong (arXiv 2408.03906,
/// section III-C, samples ball categories by how badly they are returned).
///
/// A world says what category an episode is of by a number of its outcome, which it must know as soon
/// as it is reset. Episodes are still drawn from the world's own distribution, by their seeds; a drawn
/// one is kept with a probability that falls with how well its category goes.
struct Curriculum: Sendable {
  /// The column of the category among the outcome's numbers, and of the success, 0 ... 1.
  private let category: Int
  private let success: Int
  private let lowest: Int
  private let floor: Double
  /// Per category: episodes and successes, older ones counting less.
  private(set) var episodes: [Double]
  private(set) var successes: [Double]
  /// Per category: with what probability a drawn episode is kept.
  private(set) var weights: [Double]

  /// How often another episode is drawn where one is not kept.
  static let attempts = 16
  /// What a round leaves of the numbers before it.
  private static let memory = 0.9
  private static let mostCategories = 4096

  /// Nil if the settings name no category; throws `SetupError` if the world has no such numbers.
  init?(_ configuration: CurriculumConfiguration, for outcome: [Field]) throws {
    guard !configuration.category.isEmpty else { return nil }
    let names = Evaluation.names(of: outcome)
    func column(_ name: String, _ key: String) throws -> Int {
      guard let column = names.firstIndex(of: name) else {
        throw SetupError(
          "training.ppo.curriculum.\(key)", "expected one of " + names.joined(separator: ", "))
      }
      return column
    }
    category = try column(configuration.category, "category")
    success = try column(configuration.success, "success")
    let range = outcome.ranges[category]
    let count = Double(range.upperBound) - Double(range.lowerBound) + 1
    guard count >= 1, count <= Double(Self.mostCategories) else {
      throw SetupError(
        "training.ppo.curriculum.category", "expected a number that counts at most 4096 categories")
    }
    lowest = Int(range.lowerBound.rounded())
    floor = configuration.floor
    episodes = Array(repeating: 0, count: Int(count.rounded()))
    successes = episodes
    weights = Array(repeating: 1, count: episodes.count)
  }

  /// How many categories there are.
  var count: Int { episodes.count }

  /// The category of an episode with this outcome.
  func category(of outcome: [Float]) -> Int {
    clamp(Int(clamp(outcome[category], -1e9...1e9).rounded()) - lowest, 0...count - 1)
  }

  /// How well the episode went, 0 ... 1.
  func success(of outcome: [Float]) -> Double { Double(clamp(outcome[success], 0...1)) }

  /// Whether an episode that begins like this is to be played.
  func keeps(_ outcome: [Float], random: inout Random) -> Bool {
    random.uniform() < weights[category(of: outcome)]
  }

  /// Takes in a round: per category its episodes, then its successes.
  mutating func update(_ numbers: [Double]) {
    for i in 0..<count {
      episodes[i] = Self.memory * episodes[i] + numbers[i]
      successes[i] = Self.memory * successes[i] + numbers[count + i]
    }
    refresh()
  }

  /// Takes up saved numbers.
  mutating func restore(episodes: [Double], successes: [Double]) {
    self.episodes = episodes
    self.successes = successes
    refresh()
  }

  private mutating func refresh() {
    // Nothing is known of a new category: it counts as one that always goes wrong.
    let wants = (0..<count).map { 1 / max(successes[$0] / max(episodes[$0], 1), floor) }
    let most = wants.max() ?? 1
    weights = wants.map { $0 / most }
  }
}

/// The settings of a curriculum.
public struct CurriculumConfiguration: Configuration, Hashable {
  /// The number of the outcome that says what category an episode is of; empty for no curriculum.
  public var category = ""
  /// The number of the outcome, 0 ... 1, that says how well it went.
  public var success = ""
  /// The least rate of success that counts: no category is drawn more than 1 / floor times as often,
  /// measured by its share in the world, as one that always goes well.
  public var floor = 0.1

  public init() {}
}
