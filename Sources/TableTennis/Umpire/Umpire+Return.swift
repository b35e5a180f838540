import Math

/// From the stroke of a return to the next: laws 2.7 (the return) and 2.10 (a point).
extension Umpire {
  /// `striker` has returned the ball, and it has to touch the court of the other.
  func returned(
    _ event: ContactEvent, by striker: Side, touchedNet: Bool
  ) -> RallyState {
    let other = striker.other
    switch event.kind {
    case .touchedNet:
      return .returned(by: striker, touchedNet: true)
    case .touchedTable(other, .top), .touchedTable(other, .edge):
      return isWinningReturn(by: striker)
        ? .point(striker, .thirteenReturns) : .returnLanded(by: striker)
    case .touchedTable(other, .side):
      return .point(other, .sideOfTable)
    case .touchedTable:
      return .point(other, touchedNet ? .intoNet : .ownCourt)
    case .struck(striker, _):
      return isSameStroke(event) ? state : .point(other, .struckTwice)
    case .struck, .touchedBody(other):
      return event.isOverOrTowardsTable
        ? .point(striker, .obstruction) : failure(of: striker, touchedNet, at: event)
    case .touchedBody:
      return .point(other, .struckOwnBody)
    case .passedThroughNet:
      return .point(other, .throughNet)
    case .tossed, .touchedSurroundings, .leftBounds:
      return failure(of: striker, touchedNet, at: event)
    case .ticked where isDead(event) || hasPassed(event, endLineOf: other):
      return failure(of: striker, touchedNet, at: event)
    case .ticked, .peaked, .freeHandTouchedTable, .movedTable, .playerTouchedNet, .interrupted:
      return state
    }
  }

  /// The ball of `striker` has touched the court of the other, who has to strike it. The ball may
  /// come back over the net by its own spin and be struck there (2.7.1).
  func landed(_ event: ContactEvent, struckBy striker: Side) -> RallyState {
    let other = striker.other
    switch event.kind {
    case .touchedNet:
      return state
    case .struck(other, let face):
      return face.isLegal
        ? .returned(by: other, touchedNet: false) : .point(striker, .illegalFace)
    case .struck:
      return .point(other, .struckTwice)
    case .touchedTable(other, .top), .touchedTable(other, .edge):
      return .point(striker, .secondBounce)
    case .touchedTable(striker, _):
      return .point(striker, .cameBackUnstruck)
    case .touchedBody(other):
      return .point(striker, .touchedBody)
    case .tossed, .touchedTable, .touchedBody, .touchedSurroundings, .leftBounds,
      .passedThroughNet:
      return .point(striker, .notReturned)
    case .ticked:
      return isDead(event) ? .point(striker, .notReturned) : state
    case .peaked, .freeHandTouchedTable, .movedTable, .playerTouchedNet, .interrupted:
      return state
    }
  }

  /// The point that `striker` loses with a ball that did not reach the other court.
  private func failure(
    of striker: Side, _ touchedNet: Bool, at event: ContactEvent
  ) -> RallyState {
    if touchedNet { return .point(striker.other, .intoNet) }
    let isPast = hasPassed(event, endLineOf: striker.other)
    return .point(striker.other, isPast ? .passedEndLine : .ballOut)
  }

  /// Whether a good return by `striker` now is the one that wins under the expedite system.
  private func isWinningReturn(by striker: Side) -> Bool {
    isExpedite && striker == receiver && receiverReturns + 1 >= rules.expediteReturns
  }

  /// Whether this contact with the racket belongs to the stroke before.
  func isSameStroke(_ event: ContactEvent) -> Bool {
    event.time - lastStroke <= rules.strokeDuration
  }

  /// Whether nothing has touched the ball for so long that nothing will.
  func isDead(_ event: ContactEvent) -> Bool {
    event.time - lastContact > rules.contactTimeout
  }

  /// Whether the whole ball is beyond an end line; it cannot touch that court any more.
  func hasPassed(_ event: ContactEvent, endLineOf side: Side) -> Bool {
    event.distanceBehindEndLine(of: side) > 0
  }
}
