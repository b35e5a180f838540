import Math

/// Something that happened to the ball or to a player, as the umpire sees it. Events are shown to
/// the umpire in the order of their exact times; equal times in the order of happening.
public struct ContactEvent: Hashable, Sendable {
  /// Seconds on the clock of the match.
  public var time: Double
  /// The centre of the ball in metres, from the centre of the playing surface; z = 0 is its level.
  public var position: Vector3
  /// The velocity of the ball in m/s just before the contact; for a toss, as it leaves the palm.
  public var velocity: Vector3
  /// What happened.
  public var kind: Kind

  public init(time: Double, position: Vector3, velocity: Vector3, kind: Kind) {
    self.time = time
    self.position = position
    self.velocity = velocity
    self.kind = kind
  }

  /// What happened.
  public enum Kind: Hashable, Sendable {
    /// The ball was projected from the free hand in service.
    case tossed(by: Side, Palm = Palm())
    /// The ball stopped rising: the umpire reads the height of a toss or of a lob from it.
    case peaked
    /// The ball met a racket held in the hand, or the racket hand below the wrist (2.5.7).
    case struck(by: Side, Face = Face())
    /// The ball met the table on the half that belongs to `court`.
    case touchedTable(court: Side, TablePart)
    /// The ball met the net, its cord, a post or a clamp (the net assembly, 2.2.1).
    case touchedNet
    /// The ball passed through the net, or between it and its posts or the table (2.10.1.5).
    case passedThroughNet
    /// The ball met a player or anything they wear or carry but the racket in the hand: an arm,
    /// clothes, the links of a robot, a racket that was thrown or dropped (2.5.13).
    case touchedBody(of: Side)
    /// The ball met the floor or anything else that is not of the table or the players.
    case touchedSurroundings
    /// The ball left the space that is watched.
    case leftBounds
    /// A player's free hand touched the playing surface.
    case freeHandTouchedTable(of: Side)
    /// A player, or anything they wear or carry, moved the playing surface.
    case movedTable(by: Side)
    /// A player, or anything they wear or carry, touched the net assembly.
    case playerTouchedNet(Side)
    /// Play was stopped from outside.
    case interrupted(Interruption)
    /// Nothing happened; time went on. Sent once per control step or so, this lets the umpire call
    /// a ball that has passed the end line, and time-outs.
    case ticked
  }

  /// A part of the table.
  public enum TablePart: String, Codable, Hashable, Sendable, CaseIterable {
    case top
    /// The upper edge, which belongs to the playing surface.
    case edge
    /// The vertical side below the edge, which does not (2.1.2).
    case side
  }

  /// How the ball lay in the free hand and left it.
  public struct Palm: Hashable, Sendable {
    /// Whether the ball had rested on an open, stationary palm.
    public var wasStill: Bool
    /// The spin that the throw gave the ball, rad/s.
    public var spin: Double

    public init(wasStill: Bool = true, spin: Double = 0) {
      self.wasStill = wasStill
      self.spin = spin
    }
  }

  /// What the ball was struck with.
  public struct Face: Hashable, Sendable {
    /// Whether the covering that struck the ball complies with law 2.4.
    public var isLegal: Bool
    /// In service only: whether the server, their free arm or clothes hid the ball from the
    /// receiver at any time between the toss and the stroke.
    public var wasHidden: Bool

    public init(isLegal: Bool = true, wasHidden: Bool = false) {
      self.isLegal = isLegal
      self.wasHidden = wasHidden
    }
  }

  /// Why play was stopped from outside.
  public enum Interruption: String, Codable, Hashable, Sendable, CaseIterable {
    /// The umpire stopped play.
    case umpire
    /// Something outside a player's control disturbed them, such as a second ball.
    case disturbance
    /// The service was given while the receiver was not ready and did not try to play it.
    case receiverNotReady
    /// A robot stopped to protect itself or others.
    case protectiveStop
  }
}

extension ContactEvent {
  /// Whether something touched the ball, so that it is not dead.
  var isContactOfBall: Bool {
    switch kind {
    case .tossed, .struck, .touchedTable, .touchedNet, .touchedBody, .touchedSurroundings: true
    default: false
    }
  }

  /// How far the whole ball is behind the end line of `side`, metres.
  func distanceBehindEndLine(of side: Side) -> Double {
    PlayingSurface.distance(of: position, behindEndLineOf: side)
  }

  /// Whether touching the ball here is obstruction if it has not bounced (2.5.8).
  var isOverOrTowardsTable: Bool {
    PlayingSurface.isUnderOrAhead(of: position, moving: velocity)
  }
}

extension ContactEvent.Interruption {
  /// The reason of the let that it leads to.
  var reason: Reason {
    switch self {
    case .umpire: .interruption
    case .disturbance: .disturbance
    case .receiverNotReady: .receiverNotReady
    case .protectiveStop: .protectiveStop
    }
  }
}
