/// A rule that cannot be played by.
public struct RuleProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// The property of `Rules`, in kebab case as in a scenario file: `point-cap`.
  public let rule: String
  /// What is wrong and what was expected, without a full stop.
  public let message: String

  public var description: String { "\(rule): \(message)" }
}

extension Rules {
  /// Throws the first `RuleProblem` if nobody could play by these rules.
  public func validate() throws(RuleProblem) {
    try require("points-per-game", 1...1_000, pointsPerGame)
    try require("lead", 1...pointsPerGame, lead)
    if let pointCap { try require("point-cap", pointsPerGame...10_000, pointCap) }
    try require("games", 1...99, games)
    guard !games.isMultiple(of: 2) else {
      throw RuleProblem(
        rule: "games",
        message: "a match needs an odd number of games to have a winner, not \(games)")
    }
    try require("services-per-turn", 1...1_000, servicesPerTurn)
    try require("least-toss", 0...3, leastToss)
    try require("greatest-toss-angle", 0...1.58, greatestTossAngle)
    try require("greatest-toss-spin", 0...1_000, greatestTossSpin)
    if let highBall { try require("high-ball", 0.3...100, highBall) }
    try require("stroke-duration", 0...1, strokeDuration)
    if let expediteTime { try require("expedite-time", 0...1e6, expediteTime) }
    try require("expedite-points", 0...10_000, expeditePoints)
    try require("expedite-returns", 1...1_000, expediteReturns)
    try require("service-timeout", 0.1...1e6, serviceTimeout)
    try require("contact-timeout", 0.1...1e6, contactTimeout)
    if let rallyTimeout { try require("rally-timeout", 0.1...1e6, rallyTimeout) }
    try require("let-limit", 1...1_000_000, letLimit)
  }

  private func require<Number: Comparable>(
    _ rule: String, _ range: ClosedRange<Number>, _ value: Number
  ) throws(RuleProblem) {
    guard range.contains(value) else {
      throw RuleProblem(
        rule: rule,
        message: "\(value) is not in \(range.lowerBound) ... \(range.upperBound)")
    }
  }
}
