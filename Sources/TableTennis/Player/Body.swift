import Arena
import Math
import Physics

/// What a player plays with: a robot or a racket in a hand. Everything is in the player's own frame.
///
/// Exactly one of the two is there. They are optional members and not cases of an enumeration
/// because members are moved in place, without a copy of their buffers.
struct Body: Sendable {
  private(set) var robot: RobotBody?
  private(set) var racket: FreeRacket?

  init(_ robot: RobotBody) {
    self.robot = robot
  }

  init(_ racket: FreeRacket) {
    self.racket = racket
  }

  /// What it takes to move the body.
  var actionFields: [Field] { robot?.actionFields ?? FreeRacket.actionFields }

  /// How many numbers its action holds.
  var actionWidth: Int { robot != nil ? RobotBody.jointCount : FreeRacket.commandWidth }

  /// What the body feels of itself.
  var observationFields: [Field] { robot?.observationFields ?? FreeRacket.observationFields }

  /// The racket now.
  var pose: RacketPose { robot?.pose ?? racket?.pose ?? FreeRacket.home }

  /// Where the ball lies before a serve: in the free hand, above the level of the table and behind
  /// its end.
  var freeHand: Vector3 { robot?.freeHand ?? racket?.freeHand ?? .zero }

  /// A bound on the racket's speed, metres per second.
  var topSpeed: Double { racket?.limits.speed ?? RobotBody.topSpeed }

  mutating func reset(random: inout Random) {
    robot?.reset(random: &random)
    racket?.reset()
  }

  /// A new stroke begins: a human body draws its errors.
  mutating func beginStroke(random: inout Random) {
    racket?.beginStroke(random: &random)
  }

  /// Takes the action of the next control step.
  mutating func take(_ action: Span<Float>) {
    robot?.take(action)
    racket?.take(action)
  }

  /// Moves on by `ticks` milliseconds, the first of them being number `tick` of the control step.
  mutating func advance(from tick: Int, ticks: Int, step: Double) {
    robot?.advance(from: tick, ticks: ticks)
    racket?.advance(from: tick, ticks: ticks, step: step)
  }

  func observe(into numbers: inout MutableSpan<Float>, at start: Int) {
    robot?.observe(into: &numbers, at: start)
    racket?.observe(into: &numbers, at: start)
  }

  func hash(into digest: inout Digest) {
    robot?.hash(into: &digest)
    racket?.hash(into: &digest)
  }
}

extension FreeRacket {
  static let actionFields = [
    Field("racket-position", unit: "m", ranges: [-3...3, -4 ... -0.1, -0.6...2]),
    Field("racket-velocity", unit: "m/s", count: 3, in: -25...25),
    Field("racket-normal", unit: "1", count: 3, in: -1...1),
  ]

  static let observationFields = [
    Field("own-racket-position", unit: "m", ranges: [-4...4, -5...2, -1...3]),
    Field("own-racket-velocity", unit: "m/s", count: 3, in: -40...40),
    Field("own-racket-normal", unit: "1", count: 3, in: -1...1),
    Field("own-feet", unit: "m", ranges: [-4...4, -5...2]),
  ]

  var freeHand: Vector3 {
    Vector3(feet.x - 0.1, min(feet.y + 0.5, -1.45), 0.15)
  }

  func observe(into numbers: inout MutableSpan<Float>, at start: Int) {
    Sight.write(pose.centre, at: start, into: &numbers)
    Sight.write(pose.velocity, at: start + 3, into: &numbers)
    Sight.write(pose.normal, at: start + 6, into: &numbers)
    numbers[start + 9] = Float(feet.x)
    numbers[start + 10] = Float(feet.y)
  }
}
