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
    case .decided(let call): note(call, before: before)
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
      homeSpins.face(results[side.index].topspin)
    } else if umpire.state != .serviceLanded {
      homeSpins.succeed()
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

extension RallyState {
  func isReturned(by side: Side) -> Bool {
    if case .returned(side, _) = self { true } else { false }
  }

  /// Whether `side` has to return a service, or has struck it and it has not landed.
  func awaitsReturn(of side: Side) -> Bool { self == .serviceLanded || isReturned(by: side) }
}
