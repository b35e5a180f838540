/// Who serves, from which end, and when games and the match end: laws 2.11 to 2.15.
extension Scoreboard {
  /// Whether the expedite system may still be introduced in this game (2.15.2).
  var isExpediteOpen: Bool { !isExpedite && points.total < rules.expeditePoints }

  mutating func beginExpedite(with next: Side) {
    isExpedite = true
    servicesTaken = 0
    if rules.service == .alternate { server = next }
  }

  /// Moves service, ends and games on after a point.
  mutating func advance(after call: Call) {
    guard let scorer = call.winner else { return }
    if let gameWinner = rules.winner(at: points) {
      finishGame(wonBy: gameWinner)
      return
    }
    servicesTaken += 1
    if servicesTaken >= rules.turn(at: points, isExpedite: isExpedite) {
      servicesTaken = 0
      if rules.service == .alternate { server = server.other }
    }
    let turningPoint = rules.pointsToChangeEnds
    let isFirstThere = points[scorer] == turningPoint && points[scorer.other] < turningPoint
    if rules.changesEnds, isLastPossibleGame, isFirstThere { hasChangedEnds.toggle() }
  }

  private mutating func finishGame(wonBy side: Side) {
    games[side] += 1
    finishedGames.append(points)
    let isDecided = !rules.playsAllGames && games[side] >= rules.gamesToWin
    isFinished = isDecided || finishedGames.count == rules.games
    guard !isFinished else { return }
    points = Score()
    playTime = 0
    servicesTaken = 0
    if rules.service == .alternate { firstServer = firstServer.other }
    server = firstServer
    if rules.changesEnds { hasChangedEnds.toggle() }
  }
}
