import Math

/// Where a rally stands: what has happened that matters for what may happen next.
///
///     awaitingService -> tossed -> served -> serviceCrossing -> serviceLanded --.
///                                                                                v
///                                  decided <- any state      returnLanded <-> returned
public enum RallyState: Hashable, Sendable {
  /// The ball is not in play yet; the server has to toss it.
  case awaitingService
  /// Tossed from a palm at height `from`; `peak` is the height it rose to, once it is falling.
  case tossed(from: Double, peak: Double?)
  /// Struck in service; it has to touch the server's court next.
  case served
  /// It has touched the server's court; it has to touch the receiver's court next.
  case serviceCrossing(touchedNet: Bool)
  /// A good service; the receiver has to strike the ball before anything but the net touches it.
  case serviceLanded
  /// Struck by `by`; it has to touch the court of the other next.
  case returned(by: Side, touchedNet: Bool)
  /// A good return of `by`; the other has to strike it before anything but the net touches it.
  case returnLanded(by: Side)
  /// The umpire has called.
  case decided(Call)
}

extension RallyState {
  /// Whether the ball is in play (2.5.2).
  public var isInPlay: Bool {
    switch self {
    case .awaitingService, .decided: false
    default: true
    }
  }

  /// The rally is over and `side` scores.
  static func point(_ side: Side, _ reason: Reason) -> RallyState {
    .decided(.point(to: side, reason))
  }

  /// The rally is over and nobody scores.
  static func `let`(_ reason: Reason) -> RallyState {
    .decided(.let(reason))
  }

  /// Adds the state to a digest.
  public func combine(into digest: inout Digest) {
    switch self {
    case .awaitingService:
      digest.combine(0)
    case .tossed(let palm, let peak):
      digest.combine(1)
      digest.combine(palm)
      digest.combine(peak ?? -.infinity)
    case .served:
      digest.combine(2)
    case .serviceCrossing(let touchedNet):
      digest.combine(3)
      digest.combine(touchedNet)
    case .serviceLanded:
      digest.combine(4)
    case .returned(let striker, let touchedNet):
      digest.combine(5)
      digest.combine(striker.index)
      digest.combine(touchedNet)
    case .returnLanded(let striker):
      digest.combine(6)
      digest.combine(striker.index)
    case .decided(let call):
      digest.combine(7)
      call.combine(into: &digest)
    }
  }
}
