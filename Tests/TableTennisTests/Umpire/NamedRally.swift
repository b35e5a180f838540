import Math
import TableTennis

/// A named rally: what happens, and what the umpire has to call at the last event.
struct NamedRally: Sendable, CustomStringConvertible {
  let name: String
  var rules = Rules.ittf
  var server = Side.home
  var isExpedite = false
  let events: [ContactEvent]
  let call: Call?

  init(
    _ name: String, rules: Rules = .ittf, server: Side = .home, isExpedite: Bool = false,
    _ events: [ContactEvent], _ call: Call?
  ) {
    self.name = name
    self.rules = rules
    self.server = server
    self.isExpedite = isExpedite
    self.events = events.timed()
    self.call = call
  }

  var description: String { name }

  var umpire: Umpire {
    Umpire(rules: rules, server: server, isExpedite: isExpedite)
  }

  /// The same rally with the players exchanged.
  var mirrored: NamedRally {
    var rules = rules
    rules.scoringServices = rules.scoringServices.mirrored
    return NamedRally(
      name, rules: rules, server: server.other, isExpedite: isExpedite, events.map(\.mirrored),
      call?.mirrored)
  }
}

extension ContactEvent {
  /// An event whose time follows from the one before.
  private static func make(_ kind: Kind, _ position: Vector3, _ velocity: Vector3) -> ContactEvent {
    ContactEvent(time: .nan, position: position, velocity: velocity, kind: kind)
  }

  /// The same event at a given time.
  func at(_ time: Double) -> ContactEvent {
    var copy = self
    copy.time = time
    return copy
  }

  /// A toss from 25 cm behind the end line, 20 cm above the table, 2 m/s up.
  static func toss(
    _ side: Side, y: Double = 1.62, z: Double = 0.2, speed: Vector3 = Vector3(0, 0, 2),
    still: Bool = true, spin: Double = 0
  ) -> ContactEvent {
    make(
      .tossed(by: side, Palm(wasStill: still, spin: spin)), Vector3(0, y * side.direction, z), speed
    )
  }

  static func peak(_ z: Double) -> ContactEvent {
    make(.peaked, Vector3(0, 0, z), Vector3(0, 1, 0))
  }

  /// A stroke with the ball 23 cm behind the end line, on its way to the player's court or away
  /// from the table.
  static func strike(
    _ side: Side, y: Double = 1.6, z: Double = 0.2, outwards: Bool = false, legal: Bool = true,
    hidden: Bool = false
  ) -> ContactEvent {
    make(
      .struck(by: side, Face(isLegal: legal, wasHidden: hidden)),
      Vector3(0, y * side.direction, z), Vector3(0, (outwards ? 5 : -5) * side.direction, -1))
  }

  static func bounce(_ court: Side, _ part: TablePart = .top, vy: Double = 4) -> ContactEvent {
    make(
      .touchedTable(court: court, part), Vector3(0.1, 0.8 * court.direction, 0.02),
      Vector3(0, vy * court.direction, -2))
  }

  static let net = make(.touchedNet, Vector3(0, 0, 0.14), Vector3(0, 4, 0))
  static let throughNet = make(.passedThroughNet, Vector3(0.8, 0, 0.1), Vector3(0, 4, 0))
  static let out = make(.leftBounds, Vector3(6, 0.5, 0), Vector3(4, 0, -1))

  static func floor(x: Double = 0, y: Double = 2.5, vx: Double = 0, vy: Double = 3) -> ContactEvent
  {
    make(.touchedSurroundings, Vector3(x, y, -0.74), Vector3(vx, vy, -3))
  }

  /// A player touched by the ball, over the table unless told otherwise.
  static func body(
    _ side: Side, x: Double = 0, y: Double = 1.2, z: Double = 0.3, vx: Double = 0
  ) -> ContactEvent {
    make(
      .touchedBody(of: side), Vector3(x, y * side.direction, z),
      Vector3(vx, 5 * side.direction, -1))
  }

  static func freeHand(_ side: Side) -> ContactEvent {
    make(.freeHandTouchedTable(of: side), .zero, .zero)
  }
  static func tableMoved(_ side: Side) -> ContactEvent { make(.movedTable(by: side), .zero, .zero) }
  static func netTouched(_ side: Side) -> ContactEvent {
    make(.playerTouchedNet(side), .zero, .zero)
  }
  static func stop(_ why: Interruption) -> ContactEvent { make(.interrupted(why), .zero, .zero) }
  static func tick(y: Double = 0, z: Double = 0.3) -> ContactEvent {
    make(.ticked, Vector3(0, y, z), Vector3(0, 5, 0))
  }

  var mirrored: ContactEvent {
    var copy = self
    copy.position.y = -position.y
    copy.velocity.y = -velocity.y
    copy.kind = kind.mirrored
    return copy
  }
}

extension ContactEvent.Kind {
  var mirrored: ContactEvent.Kind {
    switch self {
    case .tossed(let side, let palm): .tossed(by: side.other, palm)
    case .struck(let side, let face): .struck(by: side.other, face)
    case .touchedTable(let court, let part): .touchedTable(court: court.other, part)
    case .touchedBody(let side): .touchedBody(of: side.other)
    case .freeHandTouchedTable(let side): .freeHandTouchedTable(of: side.other)
    case .movedTable(let side): .movedTable(by: side.other)
    case .playerTouchedNet(let side): .playerTouchedNet(side.other)
    case .peaked, .touchedNet, .passedThroughNet, .touchedSurroundings, .leftBounds, .ticked: self
    case .interrupted: self
    }
  }
}

extension Call {
  var mirrored: Call {
    switch self {
    case .point(let side, let reason): .point(to: side.other, reason)
    case .let: self
    }
  }
}

extension Rules.ScoringServices {
  var mirrored: Rules.ScoringServices {
    switch self {
    case .home: .away
    case .away: .home
    case .both, .neither: self
    }
  }
}

extension [ContactEvent] {
  /// Gives every event without a time one a tenth of a second after the one before.
  func timed() -> [ContactEvent] {
    var time = 0.0
    return map { event in
      time = event.time.isNaN ? time + 0.1 : event.time
      return event.at(time)
    }
  }

  /// A good service of `side` up to its bounce on the receiver's court.
  static func service(_ side: Side) -> [ContactEvent] {
    [.toss(side), .peak(0.4), .strike(side), .bounce(side), .bounce(side.other)]
  }

  /// A good service of `side` up to the stroke.
  static func stroke(_ side: Side) -> [ContactEvent] {
    [.toss(side), .peak(0.4), .strike(side)]
  }

  /// A good return of `side`.
  static func reply(_ side: Side) -> [ContactEvent] {
    [.strike(side, outwards: true), .bounce(side.other)]
  }

  /// `count` good returns, the receiver's first, after a service of `server`.
  static func rally(_ server: Side, returns count: Int) -> [ContactEvent] {
    var events = service(server)
    for index in 0..<count {
      events += reply(index.isMultiple(of: 2) ? server.other : server)
    }
    return events
  }
}
