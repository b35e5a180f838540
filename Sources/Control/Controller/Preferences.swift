import Arena
import Math

/// How much each skill is preferred beyond what is expected of it, learned from rewards by a
/// gradient bandit (Sutton and Barto, Reinforcement Learning, second edition, section 2.8; arXiv
/// 2408.03906, algorithms 1 and 2).
public struct Preferences: Sendable {
  /// One preference per skill: H.
  public private(set) var values: [Double]
  /// The mean reward so far.
  public private(set) var meanReward = 0.0
  /// Rewards so far.
  public private(set) var rewards = 0
  private let settings: PreferenceSettings

  public init(skills: Int, settings: PreferenceSettings = PreferenceSettings()) {
    self.settings = settings
    values = Array(repeating: settings.initial, count: skills)
  }

  /// Forgets everything: another opponent.
  public mutating func reset() {
    for skill in values.indices { values[skill] = settings.initial }
    meanReward = 0
    rewards = 0
  }

  /// The probabilities of a shortlist: softmax(H + weight R).
  ///
  /// - Parameters:
  ///   - skills: the skills on the shortlist.
  ///   - expectations: the reward R that is expected of each, 0 ... 1.
  ///   - probabilities: receives one number per skill on the shortlist; they sum to 1.
  public func choose(
    _ skills: Span<Int>, expectations: Span<Double>, into probabilities: inout MutableSpan<Double>
  ) {
    var greatest = -Double.infinity
    for index in 0..<skills.count {
      let value = score(skills[index], expectations[index])
      probabilities[index] = value
      greatest = max(greatest, value)
    }
    var sum = 0.0
    for index in 0..<skills.count {
      probabilities[index] = exp(probabilities[index] - greatest)
      sum += probabilities[index]
    }
    for index in 0..<skills.count { probabilities[index] /= sum }
  }

  private func score(_ skill: Int, _ expectation: Double) -> Double {
    (settings.isLearned ? values[skill] : settings.initial)
      + settings.expectationWeight * expectation
  }

  /// Learns from the reward of a choice: H += rate (reward - mean reward) (chosen - probability).
  ///
  /// The probabilities are those the choice was made with, which makes this the gradient of the
  /// expected reward. The paper takes softmax(H) over all skills instead, and says no rate.
  public mutating func learn(
    _ reward: Double, skills: Span<Int>, probabilities: Span<Double>, chosen: Int
  ) {
    rewards += 1
    meanReward += (reward - meanReward) / Double(rewards)
    guard settings.isLearned else { return }
    let advantage = settings.rate * (reward - meanReward)
    for index in 0..<skills.count {
      values[skills[index]] += advantage * ((index == chosen ? 1 : 0) - probabilities[index])
    }
  }
}

/// How preferences begin and are learned.
public struct PreferenceSettings: Configuration, Hashable {
  /// Whether they are learned at all.
  public var isLearned = true
  /// The step size of the bandit. Not published; at 0.5 some five failures in a row halve the odds
  /// of a skill twice, and a run of luck is forgotten within a game.
  public var rate = 0.5
  /// Every preference at the start of a match. Only differences matter.
  public var initial = 0.0
  /// What an expected reward of 1 adds to a preference. The paper adds the return probability as it
  /// is, which lets the best of a shortlist stand out by a factor of e at the very most; 6 makes a
  /// probability of 0.9 four times as likely as one of 0.67.
  public var expectationWeight = 6.0
  /// The part of the reward that needs a winner: a success the opponent has no answer to. The rest
  /// is for every success, as in the paper, where the part is 0.
  public var winnerShare = 0.5

  public init() {}

  func validate(at key: String) throws(PolicyError) {
    try require(rate, 0...10, "\(key).rate")
    try require(initial, -100...100, "\(key).initial")
    try require(expectationWeight, 0...100, "\(key).expectation-weight")
    try require(winnerShare, 0...1, "\(key).winner-share")
  }
}

/// Throws unless a number of a manifest lies in its range.
func require(
  _ value: Double, _ range: ClosedRange<Double>, _ key: String
) throws(PolicyError) {
  guard range.contains(value) else {
    throw .unusable(
      key: key, reason: "\(value) is not in \(range.lowerBound) ... \(range.upperBound)")
  }
}
