/// Collects what the deciding policies of an episode decide, as it goes on.
public struct DecisionJournal: Sendable {
  /// All decisions of the episode in the order they were made, with their results.
  public private(set) var decisions: [Decision] = []
  /// What has come up since the last look.
  public private(set) var news: [News] = []
  private var seats: [Seat] = []

  /// Something that was not known at the last look.
  public enum News: Hashable, Sendable {
    case decision(Decision)
    /// The result of the decision that `seat` made at step `decisionStep`.
    case result(Decision.Result, seat: Int, decisionStep: Int)
  }

  /// What has been seen of one deciding policy.
  private struct Seat: Sendable {
    let index: Int
    var decisions = 0
    var results = 0
  }

  public init() {}

  /// Starts another episode of `policies`.
  public mutating func begin(_ policies: [any Policy]) {
    decisions.removeAll(keepingCapacity: true)
    news.removeAll(keepingCapacity: true)
    seats = policies.indices.filter { policies[$0] is any DecidingPolicy }.map { Seat(index: $0) }
  }

  /// Looks at the policies after a step. Nothing happens where nobody decides.
  public mutating func look(at policies: [any Policy]) {
    if !news.isEmpty { news.removeAll(keepingCapacity: true) }
    for place in seats.indices {
      guard let policy = policies[seats[place].index] as? any DecidingPolicy else { continue }
      look(at: policy, place)
    }
  }

  private mutating func look(at policy: any DecidingPolicy, _ place: Int) {
    let seat = seats[place].index
    // A result settles an earlier decision, so it comes first.
    if policy.resultCount != seats[place].results, let (step, result) = policy.lastResult {
      seats[place].results = policy.resultCount
      news.append(.result(result, seat: seat, decisionStep: step))
      if let index = decisions.lastIndex(where: { $0.seat == seat && $0.step == step }) {
        decisions[index].result = result
      }
    }
    if policy.decisionCount != seats[place].decisions, var decision = policy.lastDecision {
      seats[place].decisions = policy.decisionCount
      decision.seat = seat
      decisions.append(decision)
      news.append(.decision(decision))
    }
  }
}
