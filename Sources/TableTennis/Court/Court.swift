import Math
import Physics

/// The ball, the table and the rackets: what moves and meets during a control step, and nothing of
/// the game. Contacts come out as events in the order of their exact times.
struct Court: Sendable {
  /// Seconds per control step, and of a body's tick within it.
  static let step = 0.02
  static let tick = 0.001
  static let ticksPerStep = 20
  /// Beyond this many contacts within a step the ball is squeezed and left where it is.
  private static let contactLimit = 40

  var hall: Hall
  /// The ball, in the world's frame.
  private(set) var ball = Ball(position: Vector3(0, 0, 0.3))
  /// The player in whose hand the ball lies, if it is not in play.
  private(set) var holder: Side?
  /// How fast the hand that holds the ball moved in the last step, metres per second.
  private var handSpeed = 0.0
  /// Home, and away if there is a second player, each in its own frame.
  var bodies: [Body]
  /// What the faces of each player's racket are covered with in this episode.
  var rubbers: [RubberPair]
  /// Whether the ball is out of play and lies still.
  private(set) var isResting = false
  /// Seconds since the start of the episode.
  private(set) var time = 0.0
  /// What happened during the last step.
  private(set) var events: [ContactEvent] = []

  struct RubberPair: Sendable, Hashable {
    var forehand: Rubber
    var backhand: Rubber
  }

  init(hall: Hall, bodies: [Body], rubbers: [RubberPair]) {
    self.hall = hall
    self.bodies = bodies
    self.rubbers = rubbers
    events.reserveCapacity(2 * Court.contactLimit)
  }

  /// Restarts the clock, with `ball` in flight.
  mutating func reset(ball: Ball) {
    time = 0
    holder = nil
    isResting = false
    self.ball = ball
    events.removeAll(keepingCapacity: true)
  }

  /// Puts the ball into a player's free hand.
  mutating func give(to side: Side) {
    holder = side
    isResting = false
    hold()
    handSpeed = 0
  }

  /// Leaves the ball where it is, out of play, until it is given to a player.
  mutating func rest() {
    isResting = true
  }

  /// Projects the ball upwards from the hand that holds it, at `speed` metres per second.
  ///
  /// A palm counts as stationary below 5 cm/s.
  mutating func toss(at speed: Double) {
    guard let server = holder else { return }
    holder = nil
    ball.velocity = Vector3(0, 0, speed)
    record(.tossed(by: server, ContactEvent.Palm(wasStill: handSpeed < 0.05)), ball)
  }

  /// The body's frame for home, the same half-way round for away; its own inverse.
  static func frame(_ vector: Vector3, of side: Side) -> Vector3 {
    side == .home ? vector : vector.turnedAround
  }

  static func frame(_ ball: Ball, of side: Side) -> Ball {
    side == .home ? ball : ball.turnedAround
  }

  /// A player's racket in the world's frame.
  func pose(of side: Side) -> RacketPose {
    let own = bodies[side.index].pose
    return side == .home ? own : own.turnedAround
  }

  /// The least distance between the middle of a player's blade and the ball, which went from
  /// `start` to where it is in the last step, or `limit` if that is less. Metres.
  mutating func approach(of side: Side, from start: Vector3, limit: Double) -> Double {
    bodies[side.index].approach(
      ofBallFrom: Court.frame(start, of: side), to: Court.frame(ball.position, of: side),
      limit: limit)
  }
}

extension Court {
  /// Begins a control step: forgets the events of the last one.
  mutating func beginStep() {
    events.removeAll(keepingCapacity: true)
  }

  /// Advances by one control step: first the bodies, on which the ball has no effect, then the ball.
  /// The bodies have taken their actions.
  mutating func advance() {
    for index in bodies.indices { bodies[index].advance() }
    if holder == nil && !isResting {
      fly()
    } else {
      hold()
      time += Court.step
    }
    record(.ticked, ball)
  }

  private mutating func hold() {
    guard let holder else { return }
    let hand = Court.frame(bodies[holder.index].freeHand, of: holder)
    handSpeed = (hand - ball.position).length / Court.step
    ball = Ball(position: hand)
  }

  /// Lets the ball fly and bounce for a control step.
  private mutating func fly() {
    var elapsed = 0.0
    var contacts = 0
    while elapsed < Court.step - 1e-12, contacts < Court.contactLimit {
      let arc = Arc(from: ball, model: hall.flight, duration: Court.step - elapsed)
      let meeting = firstMeeting(on: arc, elapsed: elapsed)
      let end = meeting?.contact.time ?? arc.duration
      notePeak(of: arc, before: end)
      time += end
      elapsed += end
      guard let meeting else {
        ball = arc.end
        break
      }
      ball = arc.ball(at: end)
      record(meeting.kind, ball)
      ball = collide(
        ball, normal: meeting.contact.normal, surfaceVelocity: meeting.contact.surfaceVelocity,
        material: meeting.material)
      contacts += 1
    }
    if contacts >= Court.contactLimit { time += max(0, Court.step - elapsed) }
  }

  private mutating func notePeak(of arc: Arc, before end: Double) {
    guard arc.start.velocity.z > 0, arc.velocity(at: end).z <= 0 else { return }
    let rise = arc.start.velocity.z / (arc.start.velocity.z - arc.velocity(at: end).z)
    let peak = arc.ball(at: rise * end)
    events.append(
      ContactEvent(
        time: time + rise * end, position: peak.position, velocity: peak.velocity, kind: .peaked))
  }

  private mutating func record(_ kind: ContactEvent.Kind, _ ball: Ball) {
    events.append(
      ContactEvent(time: time, position: ball.position, velocity: ball.velocity, kind: kind))
  }

  func hash(into digest: inout Digest) {
    digest.combine(ball)
    digest.combine(holder.map(\.index) ?? -1)
    digest.combine(isResting)
    digest.combine(time)
    digest.combine(hall.tableTop.restitution.atRest)
    digest.combine(hall.tableTop.friction)
    for body in bodies { body.hash(into: &digest) }
    for pair in rubbers {
      digest.combine(pair.forehand.material.restitution.atRest)
      digest.combine(pair.forehand.material.friction)
      digest.combine(pair.backhand.material.restitution.atRest)
      digest.combine(pair.backhand.material.friction)
    }
  }
}
