import Arena
import Math
import Physics

/// What a player plays with: a robot or a racket in a hand. Everything is in the player's own frame.
///
/// Both are there and one of them is in use: an optional or an enumeration would be copied, with
/// the buffers in it, whenever it is read.
///
/// What happens in every step is `mutating` even where nothing changes: an element of an array is
/// copied for a function that only reads it, and used in place by one that may write.
struct Body: Sendable {
  let isRobot: Bool
  /// How many numbers its action holds.
  let actionWidth: Int
  private var arm: RobotBody
  private var hand: FreeRacket
  /// The racket in the hand at every tick of the last control step, from its start to its end.
  private var handPath: [RacketPose]
  /// A bound, in metres, on how far any point of the body moved within a tick of that step.
  private(set) var pace = 0.0
  /// How often a collision stopped the body.
  private(set) var collisions = 0

  init(_ robot: RobotBody) {
    isRobot = true
    actionWidth = robot.model.jointCount
    arm = robot
    hand = FreeRacket(limits: FreeRacket.Limits())
    handPath = []
  }

  init(_ racket: FreeRacket) {
    isRobot = false
    actionWidth = FreeRacket.commandWidth
    arm = RobotBody(.paper, latencies: .none, step: Court.step)
    hand = racket
    handPath = Array(repeating: racket.pose, count: Court.ticksPerStep + 1)
  }

  /// The robot, or nil where it is a racket in a hand: a copy.
  var robot: RobotBody? { isRobot ? arm : nil }

  /// What holds for the robot always, or nil where it is a racket in a hand.
  var robotModel: RobotModel? { isRobot ? arm.model : nil }

  /// The racket in a hand, or nil where it is a robot: a copy.
  var racket: FreeRacket? { isRobot ? nil : hand }

  /// What it takes to move the body.
  var actionFields: [Field] { isRobot ? arm.actionFields : FreeRacket.actionFields }

  /// What the body feels of itself.
  var observationFields: [Field] {
    isRobot ? arm.observationFields : FreeRacket.observationFields
  }

  /// The racket now.
  var pose: RacketPose { isRobot ? arm.pose : hand.pose }

  /// Where the ball lies before a serve: in the free hand, above the level of the table and behind
  /// its end.
  var freeHand: Vector3 { isRobot ? arm.freeHand : hand.freeHand }

  /// Puts the body to rest: at home, or for a robot with a `spread` above 0 somewhere about it.
  mutating func reset(spread: Double, random: inout Random) {
    collisions = 0
    pace = 0
    guard !isRobot else { return arm.reset(spread: spread, random: &random) }
    hand.reset()
    for tick in handPath.indices { handPath[tick] = hand.pose }
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
    guard isRobot else { return advanceHand() }
    arm.advance()
    pace = arm.pace
    collisions = arm.collisions
  }

  private mutating func advanceHand() {
    pace = 0
    var before = hand.pose
    handPath[0] = before
    for tick in 0..<Court.ticksPerStep {
      hand.advance(from: tick, ticks: 1, step: Court.step)
      pace = max(pace, hand.pose.displacement(from: before))
      before = hand.pose
      handPath[tick + 1] = before
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
  /// Where the robot's joints are; nil for a racket in a hand.
  mutating func joints() -> JointVector? { isRobot ? arm.state.position : nil }

  /// How far the nearest surface of `stance`, which is one of this body's, is from `point`, metres.
  mutating func distance(from stance: Stance, to point: Vector3) -> Double {
    stance.distance(to: point, arm.model.capsules)
  }

  /// What the ball could meet at a tick of the last control step.
  mutating func stance(at tick: Int) -> Stance {
    isRobot ? arm.stance(at: tick) : Stance(handPath[tick])
  }

  /// Whether, all through the last control step, every part of the body was farther than `distance`
  /// metres from `point`. May say false in doubt.
  mutating func isBeyond(_ distance: Double, of point: Vector3) -> Bool {
    guard !isRobot else { return arm.isBeyond(distance, of: point) }
    let reach = Double(Court.ticksPerStep) * pace + Racket.radius + Racket.halfThickness + distance
    return (point - handPath[0].centre).lengthSquared > reach * reach
  }

  /// The least distance between the ball, which went straight from `a` to `b` in the last control
  /// step, and the middle of the blade, or `limit` if that is less. Metres.
  mutating func approach(ofBallFrom a: Vector3, to b: Vector3, limit: Double) -> Double {
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
