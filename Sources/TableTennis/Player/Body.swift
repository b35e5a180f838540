import Arena
import Math
import Physics

/// What a player plays with: a robot or a racket in a hand. Everything is in the player's own frame.
///
/// Both are there and one of them is in use: an optional or an enumeration would be copied, with
/// the buffers in it, whenever it is read.
struct Body: Sendable {
  private let kind: PlayerSetup.BodyKind
  private var arm: RobotBody
  private var hand: FreeRacket
  /// The racket in the hand at every tick of the last control step, from its start to its end.
  private var handPath: [RacketPose]
  /// How far the racket in the hand went from where it was at the start of that step, metres.
  private var handExcursion = 0.0

  init(_ robot: RobotBody) {
    kind = .robot
    arm = robot
    hand = FreeRacket(limits: FreeRacket.Limits())
    handPath = []
  }

  init(_ racket: FreeRacket) {
    kind = .racket
    arm = RobotBody(latencies: .none, step: Court.step)
    hand = racket
    handPath = Array(repeating: racket.pose, count: Court.ticksPerStep + 1)
  }

  var isRobot: Bool { kind == .robot }

  /// The robot, or nil where it is a racket in a hand: a copy.
  var robot: RobotBody? { isRobot ? arm : nil }

  /// The racket in a hand, or nil where it is a robot: a copy.
  var racket: FreeRacket? { isRobot ? nil : hand }

  /// What it takes to move the body.
  var actionFields: [Field] { isRobot ? arm.actionFields : FreeRacket.actionFields }

  /// How many numbers its action holds.
  var actionWidth: Int { isRobot ? RobotBody.jointCount : FreeRacket.commandWidth }

  /// What the body feels of itself.
  var observationFields: [Field] {
    isRobot ? arm.observationFields : FreeRacket.observationFields
  }

  /// The racket now.
  var pose: RacketPose { isRobot ? arm.pose : hand.pose }

  /// Where the ball lies before a serve: in the free hand, above the level of the table and behind
  /// its end.
  var freeHand: Vector3 { isRobot ? arm.freeHand : hand.freeHand }

  /// How often a collision stopped the body.
  var collisions: Int { isRobot ? arm.collisions : 0 }

  mutating func reset(random: inout Random) {
    if isRobot { arm.reset(random: &random) } else { hand.reset() }
  }

  /// A new stroke begins: a human body draws its errors.
  mutating func beginStroke(random: inout Random) {
    if !isRobot { hand.beginStroke(random: &random) }
  }

  /// Takes the action of the next control step.
  mutating func take(_ action: Span<Float>) {
    if isRobot { arm.take(action) } else { hand.take(action) }
  }

  /// Moves on by a control step.
  mutating func advance() {
    if isRobot { arm.advance() } else { advanceHand() }
  }

  private mutating func advanceHand() {
    handExcursion = 0
    handPath[0] = hand.pose
    for tick in 0..<Court.ticksPerStep {
      hand.advance(from: tick, ticks: 1, step: Court.step)
      handPath[tick + 1] = hand.pose
      let way = (hand.pose.centre - handPath[0].centre).length
      handExcursion = max(handExcursion, way)
    }
  }

  func observe(into numbers: inout MutableSpan<Float>, at start: Int) {
    if isRobot {
      arm.observe(into: &numbers, at: start)
    } else {
      hand.observe(into: &numbers, at: start)
    }
  }

  func hash(into digest: inout Digest) {
    if isRobot { arm.hash(into: &digest) } else { hand.hash(into: &digest) }
  }
}

extension Body {
  /// What the ball could meet at a tick of the last control step.
  func stance(at tick: Int) -> Stance {
    isRobot ? arm.stance(at: tick) : Stance(handPath[tick])
  }

  /// A bound on how far, in metres, any point of the body lies at tick `b` from its place at `a`.
  func displacement(from a: Int, to b: Int) -> Double {
    guard !isRobot else { return arm.displacement(from: a, to: b) }
    let (before, after) = (handPath[a], handPath[b])
    let turn = after.attitude.w - before.attitude.w
    let turned = (turn * turn + (after.attitude.v - before.attitude.v).lengthSquared).squareRoot()
    return (after.centre - before.centre).length + 2 * turned * Racket.radius
  }

  /// Whether, all through the last control step, every part of the body was farther than `distance`
  /// metres from `point`. May say false in doubt.
  func isBeyond(_ distance: Double, of point: Vector3) -> Bool {
    guard !isRobot else { return arm.isBeyond(distance, of: point) }
    let reach = handExcursion + Racket.radius + Racket.halfThickness + distance
    return (point - handPath[0].centre).lengthSquared > reach * reach
  }

  /// The least distance between the ball, which went straight from `a` to `b` in the last control
  /// step, and the middle of the blade, or `limit` if that is less. Metres.
  func approach(ofBallFrom a: Vector3, to b: Vector3, limit: Double) -> Double {
    let way = (b - a).length
    let last = Court.ticksPerStep
    let centres: (Vector3, Vector3)
    if isRobot {
      if arm.isBladeBeyond(limit + way, of: b) { return limit }
      centres = (arm.bladeCentre(at: 0), arm.bladeCentre(at: last))
    } else {
      centres = (handPath[0].centre, handPath[last].centre)
    }
    return min(limit, leastLength(from: a - centres.0, to: b - centres.1))
  }
}

/// The least length of a vector that moves straight from `a` to `b`.
private func leastLength(from a: Vector3, to b: Vector3) -> Double {
  let way = b - a
  let share = clamp(-a.dot(way) / max(way.lengthSquared, 1e-12), 0...1)
  return (a + share * way).length
}
