import Arena
import Math

/// One way of choosing among skills, as data: whom to look at, by what to rank them, and of how
/// many to draw one. A file of these keys is a strategy.
public struct Strategy: Configuration, Hashable {
  /// One sentence for lists.
  public var summary = ""
  /// Skills that are less likely to succeed are left out, unless none is left.
  public var leastSuccess = 0.0
  /// How many of the surest skills are looked at; 0 for all of them.
  public var among = 0
  /// What they are ranked by.
  public var rank = Rank.any
  /// Of how many at the top of the ranking one is drawn.
  public var keep = 1
  /// If the opponent returns no more than this share of balls, skills are ranked by success instead.
  public var opponentReturns = 0.0

  public init() {}

  /// What skills are ranked by.
  public enum Rank: String, Codable, Sendable, CaseIterable {
    /// Nothing: any is as good as another.
    case any
    /// The probability of success.
    case success
    /// How forceful they are.
    case pace
    /// How far from where the situation began they end.
    case distance
    /// Whether they end where the opponent returns least.
    case weakness
    /// The probability that they succeed and the opponent has no answer.
    case winner
  }

  public func validate() throws(PolicyError) {
    try require(leastSuccess, 0...1, "least-success")
    try require(opponentReturns, 0...1, "opponent-returns")
    guard (0...1000).contains(among) else {
      throw .unusable(key: "among", reason: "\(among) is not in 0 ... 1000")
    }
    guard (1...1000).contains(keep) else {
      throw .unusable(key: "keep", reason: "\(keep) is not in 1 ... 1000")
    }
  }
}

/// What strategies know of a skill when they choose.
struct Prospect: Sendable, Hashable {
  var estimate = Estimate.unknown
  /// From where the situation began to where the skill ends, metres.
  var distance = 0.0
  /// The probability that the opponent returns what the skill sends.
  var opponentReturn = 0.0
  /// The probability that the opponent returns balls to that side.
  var sideReturn = 0.0
  /// The reward that is expected of the skill.
  var reward = 0.0

  func value(of rank: Strategy.Rank) -> Double {
    switch rank {
    case .any: 0
    case .success: estimate.success
    case .pace: estimate.pace
    case .distance: distance
    case .weakness: -sideReturn
    case .winner: estimate.success * (1 - opponentReturn)
    }
  }
}

extension Strategy {
  /// The skill this strategy proposes.
  ///
  /// - Parameters:
  ///   - candidates: skills, at least one. Left in another order.
  ///   - prospects: by skill.
  ///   - opponentReturn: the share of balls that the opponent returns.
  func choose(
    _ candidates: inout MutableSpan<Int>, prospects: Span<Prospect>, opponentReturn: Double,
    random: inout Random
  ) -> Int {
    sort(&candidates, candidates.count, by: .success, prospects)
    var count = candidates.count
    while count > 1, prospects[candidates[count - 1]].estimate.success < leastSuccess {
      count -= 1
    }
    if prospects[candidates[0]].estimate.success < leastSuccess { count = candidates.count }
    if among > 0 { count = min(count, among) }
    let isWorthIt = opponentReturns == 0 || opponentReturn > opponentReturns
    if rank == .any, isWorthIt { return candidates[random.index(below: count)] }
    sort(&candidates, count, by: isWorthIt ? rank : .success, prospects)
    return candidates[random.index(below: min(keep, count))]
  }

  /// Sorts the first `count` candidates, the highest value first; of equal ones the lower skill
  /// comes first.
  private func sort(
    _ candidates: inout MutableSpan<Int>, _ count: Int, by rank: Rank, _ prospects: Span<Prospect>
  ) {
    for end in 1..<max(count, 1) {
      let candidate = candidates[end]
      let value = prospects[candidate].value(of: rank)
      var place = end
      while place > 0 {
        let other = prospects[candidates[place - 1]].value(of: rank)
        guard value > other || value == other && candidate < candidates[place - 1] else { break }
        candidates[place] = candidates[place - 1]
        place -= 1
      }
      candidates[place] = candidate
    }
  }
}
