import Math

extension Rules {
  /// Who has won a game that stands at `score`, or nil while it goes on.
  public func winner(at score: Score) -> Side? {
    guard let leader = score.leader else { return nil }
    let points = score[leader]
    if let pointCap, points >= pointCap { return leader }
    return points >= pointsPerGame && points - score[leader.other] >= lead ? leader : nil
  }

  /// Points after which the service changes in a game that stands at `score` (2.13.3).
  public func turn(at score: Score, isExpedite: Bool) -> Int {
    let isDeuce = min(score.home, score.away) >= pointsPerGame - 1
    return isDeuce || isExpedite ? 1 : servicesPerTurn
  }

  /// The points of the first player at which ends change in the last possible game: 5 of 11
  /// (2.13.7).
  public var pointsToChangeEnds: Int { pointsPerGame / 2 }

  /// Games that decide the match.
  public var gamesToWin: Int { games / 2 + 1 }

  /// Adds every rule to a digest.
  public func combine(into digest: inout Digest) {
    for number in [
      pointsPerGame, lead, pointCap ?? -1, games, servicesPerTurn, expeditePoints, expediteReturns,
      letLimit,
    ] { digest.combine(number) }
    for flag in [playsAllGames, changesEnds, usesWheelchairService] { digest.combine(flag) }
    digest.combine(service.rawValue)
    digest.combine(scoringServices.rawValue)
    for number in [
      leastToss, greatestTossAngle, greatestTossSpin, highBall ?? -1, strokeDuration,
      expediteTime ?? -1, serviceTimeout, contactTimeout, rallyTimeout ?? -1,
    ] { digest.combine(number) }
  }
}
