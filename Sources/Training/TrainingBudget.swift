/// When training is over: whichever of the limits that are set is reached first.
public struct TrainingBudget: Sendable, Hashable {
  /// Environment steps.
  public var steps: Int?
  /// Seconds of training, those before a resumption included.
  public var seconds: Double?
  /// A score on held-out episodes.
  public var score: Double?

  public init(steps: Int? = nil, seconds: Double? = nil, score: Double? = nil) {
    self.steps = steps
    self.seconds = seconds
    self.score = score
  }

  /// The share of the budget that is used up, 0 ... 1, by which schedules go. A budget of seconds
  /// makes them, and with them the result, depend on the machine's speed.
  public func share(steps: Int, seconds: Double) -> Double {
    let byStep = self.steps.map { Double(steps) / Double(max($0, 1)) } ?? 0
    let byTime = self.seconds.map { seconds / max($0, 1e-9) } ?? 0
    return min(max(byStep, byTime), 1)
  }

  /// Whether a run that has come this far is over.
  public func isSpent(steps: Int, seconds: Double, score: Double?) -> Bool {
    if let limit = self.score, let score, score >= limit { return true }
    return share(steps: steps, seconds: seconds) >= 1
  }
}
