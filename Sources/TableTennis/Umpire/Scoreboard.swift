import Math

/// The score of a match, and the order of serving, receiving and ends that follows from it.
///
/// A match is played by asking for an umpire with `beginRally(at:)`, showing it events until it
/// calls, and giving that call to `award(_:duration:)`.
public struct Scoreboard: Hashable, Sendable {
  /// The rules in force.
  public let rules: Rules
  /// Points in the present game; when the match is over, in its last one.
  public internal(set) var points = Score()
  /// Games won.
  public internal(set) var games = Score()
  /// The points of every finished game, in order.
  public internal(set) var finishedGames: [Score] = []
  /// Who serves the next rally.
  public internal(set) var server: Side
  /// Who served first in this game (2.13.6).
  public internal(set) var firstServer: Side
  /// Points since the service last changed.
  public internal(set) var servicesTaken = 0
  /// Whether home plays at the end where away began (2.13.7).
  public internal(set) var hasChangedEnds = false
  /// Whether the expedite system is in operation; once introduced it stays for the match (2.15.6).
  public internal(set) var isExpedite = false
  /// Seconds of play in this game.
  public internal(set) var playTime = 0.0
  /// Lets since the last point.
  public internal(set) var lets = 0
  /// Whether the match is over.
  public internal(set) var isFinished = false

  /// A match that stands at love all. `firstServer` counts only where the service alternates.
  ///
  /// Throws a `RuleProblem` if nobody could play by the rules.
  public init(rules: Rules, firstServer: Side = .home) throws(RuleProblem) {
    try rules.validate()
    self.rules = rules
    let server: Side =
      switch rules.service {
      case .alternate: firstServer
      case .home: .home
      case .away: .away
      }
    self.firstServer = server
    self.server = server
    finishedGames.reserveCapacity(rules.games)
  }

  /// Who receives the next rally.
  public var receiver: Side { server.other }

  /// Who has won the match: who has more games when it is over. Nil before, and for a match that
  /// was abandoned after too many lets.
  public var winner: Side? {
    guard isFinished, lets < rules.letLimit else { return nil }
    return games.leader
  }

  /// Whether the present game is the last possible one.
  public var isLastPossibleGame: Bool { finishedGames.count == rules.games - 1 }

  /// The umpire for the next rally, who waits for the service from `time` on.
  public func beginRally(at time: Double) -> Umpire {
    var expediteStart = Double.infinity
    if let limit = rules.expediteTime, isExpediteOpen { expediteStart = time + limit - playTime }
    return Umpire(
      rules: rules, server: server, time: time, isExpedite: isExpedite,
      expediteStart: expediteStart)
  }

  /// Enters the call that ended a rally of `duration` seconds. Does nothing when the match is over.
  public mutating func award(_ call: Call, duration: Double = 0) {
    guard !isFinished else { return }
    playTime += max(duration, 0)
    switch call {
    case .let(let reason):
      lets += 1
      isFinished = lets >= rules.letLimit
      // Play resumes with service by the player who served (2.15.3).
      if reason == .expediteBegins, isExpediteOpen { beginExpedite(with: server) }
    case .point(let side, _):
      lets = 0
      points[side] += 1
    }
    let lastServer = server
    if call.winner != nil { advance(after: call) }
    if let limit = rules.expediteTime, isExpediteOpen, playTime >= limit {
      // Between rallies, play resumes with service by the player who received (2.15.3).
      beginExpedite(with: lastServer.other)
    }
  }
}

extension Scoreboard {
  /// Adds everything that affects the rest of the match, except the rules.
  public func combine(into digest: inout Digest) {
    points.combine(into: &digest)
    games.combine(into: &digest)
    digest.combine(finishedGames.count)
    for score in finishedGames { score.combine(into: &digest) }
    digest.combine(server.index)
    digest.combine(firstServer.index)
    digest.combine(servicesTaken)
    digest.combine(hasChangedEnds)
    digest.combine(isExpedite)
    digest.combine(isFinished)
    digest.combine(playTime)
    digest.combine(lets)
  }
}

extension Scoreboard: CustomStringConvertible {
  /// `11-9 8-11 4-2, away to serve`.
  public var description: String {
    var parts = finishedGames.map(\.description)
    if !isFinished { parts.append(points.description) }
    let score = parts.joined(separator: " ")
    return isFinished ? score : "\(score), \(server) to serve"
  }
}
