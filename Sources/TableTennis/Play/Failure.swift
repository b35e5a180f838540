/// How a player fails who has to serve or to return a ball, as a coach would count it.
public enum Failure: Int, Sendable, CaseIterable {
  /// The player's own service was no good.
  case service
  /// The racket did not come near the ball.
  case unreached
  /// The racket came near the ball and did not strike it.
  case missed
  /// Into the net, or down on the player's own court.
  case low
  /// Beyond the opponent's end line.
  case long
  /// Past a side of the table, or down before it.
  case wide
  /// The ball touched the player's body, before or after the stroke.
  case body
  /// The ball was struck before it had bounced.
  case volley
  /// The ball was struck twice.
  case twice
  /// A fault of conduct.
  case conduct

  /// A racket whose middle comes no nearer to the ball than this was elsewhere, metres: one and a
  /// half times the length of a blade.
  static let reach = 0.25

  /// The failure that a call against a player amounts to.
  ///
  /// - Parameter nearest: how near the middle of the racket came to the ball, metres.
  init(_ reason: Reason, isServing: Bool, nearest: Double) {
    self =
      switch reason {
      case _ where isServing: .service
      case .intoNet, .throughNet, .ownCourt: .low
      case .passedEndLine: .long
      case .ballOut, .sideOfTable: .wide
      case .secondBounce, .cameBackUnstruck, .notReturned:
        nearest > Self.reach ? .unreached : .missed
      case .touchedBody, .struckOwnBody: .body
      case .obstruction: .volley
      case .struckTwice: .twice
      default: .conduct
      }
  }
}

/// How often a player failed in each way, in answering a service and otherwise.
struct FailureTally: Sendable {
  private var counts = InlineArray<20, Int>(repeating: 0)
  private static let kinds = Failure.allCases.count

  subscript(failure: Failure, inReception isReception: Bool) -> Int {
    get { counts[failure.rawValue + (isReception ? Self.kinds : 0)] }
    set { counts[failure.rawValue + (isReception ? Self.kinds : 0)] = newValue }
  }
}
