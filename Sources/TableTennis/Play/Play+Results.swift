import Math
import Physics

extension Play {
  /// Nobody has struck the ball in this rally.
  mutating func clearResults() {
    for index in results.indices { results[index] = StrokeResult() }
  }

  /// Keeps the results of the players' strokes: the umpire's state has just changed from `before`.
  mutating func noteResult(before: RallyState, at position: Vector3) {
    switch umpire.state {
    case .served: note(strokeBy: umpire.server)
    case .returned(let striker, touchedNet: false) where !before.isReturned(by: striker):
      note(strokeBy: striker)
    case .serviceLanded: note(landingOf: umpire.server, at: position)
    case .returnLanded(let striker): note(landingOf: striker, at: position)
    case .decided(let call):
      note(call, before: before)
      noteFailure(before: before)
    default: break
    }
  }

  private mutating func note(strokeBy side: Side) {
    guard results.indices.contains(side.index) else { return }
    results[side.index].struck = true
    results[side.index].speed = court.ball.velocity.length
    results[side.index].topspin = court.ball.topspin()
  }

  private mutating func note(landingOf side: Side, at position: Vector3) {
    guard results.indices.contains(side.index) else { return }
    results[side.index].landed = true
    results[side.index].landing = Court.frame(position, of: side)
    // A ball counts as faced once it has landed on the court of the player who has to return it, by
    // the spin it was struck with: the bounce has changed that.
    if side == .away {
      homeReturns.face(
        topspin: results[side.index].topspin, speed: results[side.index].speed)
    } else if umpire.state != .serviceLanded {
      homeReturns.succeed()
    }
  }

  private mutating func note(_ call: Call, before: RallyState) {
    var loser = call.winner?.other
    // Where services do not score, who does not return one fails all the same.
    if call.reason == .serviceWithoutScore, before.awaitsReturn(of: umpire.server.other) {
      loser = umpire.server.other
    }
    guard let loser, results.indices.contains(loser.index), !results[loser.index].landed else {
      return
    }
    results[loser.index].failed = true
  }
}

extension Play {
  /// Counts how the loser of a rally failed, whether or not it cost a point.
  private mutating func noteFailure(before: RallyState) {
    guard let call = umpire.lawfulCall, let loser = call.winner?.other,
      failures.indices.contains(loser.index)
    else { return }
    let isServing = loser == umpire.server && !before.isPastService
    let failure = Failure(call.reason, isServing: isServing, nearest: nearest[loser.index])
    // The second stroke of a rally answers the service.
    let isReception = loser == umpire.receiver && umpire.strokes <= 2
    failures[loser.index][failure, inReception: isReception] += 1
  }

  /// Follows how near the ball, which was at `start` a step ago, comes to the racket that has to
  /// strike it.
  mutating func follow(from start: Vector3) {
    guard failures.count > 1, let striker = umpire.nextStriker, court.holder == nil else { return }
    let limit = nearest[striker.index]
    nearest[striker.index] = approach(of: striker, from: start, limit: limit)
  }
}

extension RallyState {
  func isReturned(by side: Side) -> Bool {
    if case .returned(side, _) = self { true } else { false }
  }

  /// Whether the service was good.
  var isPastService: Bool {
    switch self {
    case .serviceLanded, .returned, .returnLanded: true
    case .awaitingService, .tossed, .served, .serviceCrossing, .decided: false
    }
  }

  /// Whether `side` has to return a service, or has struck it and it has not landed.
  func awaitsReturn(of side: Side) -> Bool { self == .serviceLanded || isReturned(by: side) }
}
