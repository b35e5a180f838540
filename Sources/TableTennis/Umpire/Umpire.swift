import Math

/// The umpire of one rally: is shown contact events and answers with the call that ends the rally.
///
/// Each state of the rally has one function that says, event by event, which state comes next; the
/// services are in `Umpire+Service.swift` and the returns in `Umpire+Return.swift`. Laws are cited
/// by their number in the ITTF's Laws of Table Tennis.
public struct Umpire: Hashable, Sendable {
  /// The rules in force.
  public let rules: Rules
  /// Who serves this rally.
  public let server: Side
  /// Whether the thirteenth good return wins (2.15.4).
  public let isExpedite: Bool
  /// The time at which play is interrupted for the expedite system; infinity for never.
  public let expediteStart: Double
  /// Where the rally stands.
  public internal(set) var state = RallyState.awaitingService
  /// The call by the laws alone, whether or not the rules let the service count.
  public private(set) var lawfulCall: Call?
  /// Strokes so far, the service included.
  public internal(set) var strokes = 0
  /// Good returns of the receiver so far.
  public internal(set) var receiverReturns = 0
  /// When the last stroke began.
  var lastStroke = -Double.infinity
  /// When something last touched the ball.
  var lastContact: Double
  /// When the service was struck.
  var serviceTime = Double.infinity

  /// An umpire who waits for `server` to serve from `time` on.
  public init(
    rules: Rules, server: Side, time: Double = 0, isExpedite: Bool = false,
    expediteStart: Double = .infinity
  ) {
    self.rules = rules
    self.server = server
    self.isExpedite = isExpedite
    self.expediteStart = expediteStart
    lastContact = time
  }

  /// Who does not serve.
  public var receiver: Side { server.other }

  /// The call that ended the rally, or nil while it goes on.
  public var call: Call? {
    if case .decided(let call) = state { call } else { nil }
  }

  /// Who has to strike the ball next, or nil when the rally is over.
  public var nextStriker: Side? {
    switch state {
    case .awaitingService, .tossed: server
    case .served, .serviceCrossing, .serviceLanded: receiver
    case .returned(let striker, _), .returnLanded(let striker): striker.other
    case .decided: nil
    }
  }

  /// Takes in what happened.
  ///
  /// - Returns: the call if this event ends the rally. After that, events change nothing.
  public mutating func observe(_ event: ContactEvent) -> Call? {
    guard call == nil else { return nil }
    let next = stateAfter(event)
    note(event, leadingTo: next)
    if case .decided(let call) = next {
      lawfulCall = call
      let final = ruledByService(call)
      state = .decided(final)
      return final
    }
    state = next
    return nil
  }

  /// The state that `event` leads to: first what ends a rally in any state, then the laws of the
  /// present one.
  func stateAfter(_ event: ContactEvent) -> RallyState {
    switch event.kind {
    case .interrupted(let interruption):
      return .let(interruption.reason)
    case .freeHandTouchedTable(let player) where state.isInPlay:
      return .point(player.other, .freeHandOnTable)
    case .movedTable(let player) where state.isInPlay:
      return .point(player.other, .movedTable)
    case .playerTouchedNet(let player) where state.isInPlay:
      return .point(player.other, .touchedNet)
    case .ticked where event.time >= expediteStart && state.isInPlay:
      return .let(.expediteBegins)
    case .ticked where event.time - serviceTime > rules.rallyTimeout ?? .infinity:
      return .let(.rallyTooLong)
    case _ where isHighBall(event):
      return .let(.highBall)
    default:
      break
    }
    return switch state {
    case .awaitingService: awaitingService(event)
    case .tossed(let palm, let peak): tossed(event, palm: palm, peak: peak)
    case .served: served(event)
    case .serviceCrossing(let touchedNet): serviceCrossing(event, touchedNet: touchedNet)
    case .serviceLanded: serviceLanded(event)
    case .returned(let striker, let net): returned(event, by: striker, touchedNet: net)
    case .returnLanded(let striker): landed(event, struckBy: striker)
    case .decided: state
    }
  }

  /// A lob that is higher than the rules allow. A toss may be as high as it likes.
  private func isHighBall(_ event: ContactEvent) -> Bool {
    if case .tossed = state { return false }
    return state.isInPlay && event.position.z > rules.highBall ?? .infinity
  }

  /// A point won or lost on a service that does not count is a let.
  private func ruledByService(_ call: Call) -> Call {
    guard call.winner != nil, receiverReturns == 0 else { return call }
    return rules.scoringServices.includes(server) ? call : .let(.serviceWithoutScore)
  }

  /// Keeps the counts and clocks that the states do not carry.
  private mutating func note(_ event: ContactEvent, leadingTo next: RallyState) {
    if event.isContactOfBall, next.isInPlay { lastContact = event.time }
    guard next != state else { return }
    switch next {
    case .served:
      strokes += 1
      lastStroke = event.time
      serviceTime = event.time
    case .returned(_, touchedNet: false):
      strokes += 1
      lastStroke = event.time
    case .returnLanded(by: receiver):
      receiverReturns += 1
    default:
      break
    }
  }

  /// Adds everything that affects the calls to come, except the rules.
  public func combine(into digest: inout Digest) {
    digest.combine(server.index)
    digest.combine(isExpedite)
    digest.combine(expediteStart)
    state.combine(into: &digest)
    digest.combine(strokes)
    digest.combine(receiverReturns)
    digest.combine(lastStroke)
    digest.combine(lastContact)
    digest.combine(serviceTime)
  }
}
