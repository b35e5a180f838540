import Math

/// From the palm to the receiver's court: laws 2.6 (the service) and 2.9.1 (lets in service).
extension Umpire {
  /// The ball is in the server's palm.
  func awaitingService(_ event: ContactEvent) -> RallyState {
    switch event.kind {
    case .tossed(server, let palm):
      if let fault = fault(ofToss: event, from: palm) { return .point(receiver, fault) }
      return .tossed(from: event.position.z, peak: nil)
    case .struck(server, _):
      return .point(receiver, .serviceWithoutToss)
    case .ticked where event.time - lastContact > rules.serviceTimeout:
      return .point(receiver, .serviceTooLate)
    default:
      return state  // The ball is not in play: players may bounce it.
    }
  }

  /// The ball has left the palm.
  func tossed(_ event: ContactEvent, palm: Double, peak: Double?) -> RallyState {
    switch event.kind {
    case .peaked:
      return .tossed(from: palm, peak: event.position.z)
    case .struck(server, let face):
      let fault = fault(ofServiceStroke: event, with: face, palm: palm, peak: peak)
      return fault.map { .point(receiver, $0) } ?? .served
    case .struck, .touchedBody(receiver):
      return .point(server, .obstruction)
    case .tossed, .touchedBody, .touchedTable, .touchedNet, .passedThroughNet,
      .touchedSurroundings, .leftBounds:
      return .point(receiver, .tossNotStruck)
    case .ticked:
      return isDead(event) ? .point(receiver, .tossNotStruck) : state
    case .freeHandTouchedTable, .movedTable, .playerTouchedNet, .interrupted:
      return state
    }
  }

  /// The service has been struck, and has to touch the server's court.
  func served(_ event: ContactEvent) -> RallyState {
    switch event.kind {
    case .touchedTable(server, .top), .touchedTable(server, .edge):
      return .serviceCrossing(touchedNet: false)
    case .struck(server, _):
      return isSameStroke(event) ? state : .point(receiver, .struckTwice)
    case .struck, .touchedBody(receiver):
      return event.isOverOrTowardsTable
        ? .point(server, .obstruction) : .point(receiver, .serviceMissedOwnCourt)
    case .passedThroughNet:
      return .point(receiver, .throughNet)
    case .tossed, .touchedTable, .touchedNet, .touchedBody, .touchedSurroundings, .leftBounds:
      return .point(receiver, .serviceMissedOwnCourt)
    case .ticked:
      return isDead(event) ? .point(receiver, .serviceMissedOwnCourt) : state
    case .peaked, .freeHandTouchedTable, .movedTable, .playerTouchedNet, .interrupted:
      return state
    }
  }

  /// The service has touched the server's court, and has to touch the receiver's.
  func serviceCrossing(_ event: ContactEvent, touchedNet: Bool) -> RallyState {
    let failure = RallyState.point(
      receiver, touchedNet ? .serviceIntoNet : .serviceMissedOtherCourt)
    switch event.kind {
    case .touchedNet:
      return .serviceCrossing(touchedNet: true)
    case .touchedTable(receiver, .top), .touchedTable(receiver, .edge):
      return touchedNet ? .let(.serviceNet) : .serviceLanded
    case .touchedTable(server, .top), .touchedTable(server, .edge):
      return touchedNet ? failure : .point(receiver, .serviceBouncedTwiceOnOwnCourt)
    case .struck(server, _):
      return .point(receiver, .struckTwice)
    case .struck, .touchedBody(receiver):
      guard event.isOverOrTowardsTable else { return failure }
      return touchedNet ? .let(.serviceNet) : .point(server, .obstruction)
    case .passedThroughNet:
      return .point(receiver, .throughNet)
    case .tossed, .touchedTable, .touchedBody, .touchedSurroundings, .leftBounds:
      return failure
    case .ticked:
      return isDead(event) || hasPassed(event, endLineOf: receiver) ? failure : state
    case .peaked, .freeHandTouchedTable, .movedTable, .playerTouchedNet, .interrupted:
      return state
    }
  }

  /// The service is good: the receiver has to return it, as any other ball. Under the wheelchair
  /// rule it is a let unless it leaves by the end line, or the receiver plays it before.
  func serviceLanded(_ event: ContactEvent) -> RallyState {
    let next = landed(event, struckBy: server)
    guard rules.usesWheelchairService, case .decided(.point(server, let reason)) = next else {
      return next
    }
    switch reason {
    case .cameBackUnstruck:
      return .let(.wheelchairService)
    case .secondBounce:
      let goesToNet = event.velocity.y * receiver.direction < 0
      return goesToNet ? .let(.wheelchairService) : next
    case .notReturned:
      let rests = event.kind == .ticked
      let leftBySide = PlayingSurface.wasLeftBySideLine(
        to: event.position, moving: event.velocity)
      return rests || leftBySide ? .let(.wheelchairService) : next
    default:
      return next
    }
  }
}

extension Umpire {
  /// What is wrong with a toss at the moment it leaves the palm.
  private func fault(ofToss event: ContactEvent, from palm: ContactEvent.Palm) -> Reason? {
    let velocity = event.velocity
    let across = (velocity.x * velocity.x + velocity.y * velocity.y).squareRoot()
    if !palm.wasStill { return .tossFromMovingHand }
    if let fault = faultOfPlace(event) { return fault }
    if palm.spin > rules.greatestTossSpin { return .tossWithSpin }
    if velocity.z <= 0 { return .tossTooLow }
    if atan2(across, velocity.z) > rules.greatestTossAngle { return .tossNotVertical }
    return nil
  }

  /// What is wrong with the stroke of a service. Between toss and stroke the ball is in free fall:
  /// if it is behind the end line and above the table at both ends, it was so throughout.
  private func fault(
    ofServiceStroke event: ContactEvent, with face: ContactEvent.Face, palm: Double, peak: Double?
  ) -> Reason? {
    guard let peak else { return .struckWhileRising }
    if peak - palm < rules.leastToss { return .tossTooLow }
    if let fault = faultOfPlace(event) { return fault }
    if face.wasHidden { return .serviceHidden }
    return face.isLegal ? nil : .illegalFace
  }

  /// What is wrong with where the ball is before it is struck in service (2.6.4).
  private func faultOfPlace(_ event: ContactEvent) -> Reason? {
    if !PlayingSurface.isBelow(ballAt: event.position) { return .serviceBelowTable }
    return event.distanceBehindEndLine(of: server) > 0 ? nil : .serviceOverTable
  }
}
