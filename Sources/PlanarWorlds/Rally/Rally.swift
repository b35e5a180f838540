import Arena
import Math

/// `planar/rally`: table tennis from the side. A ball comes over the net and bounces; a paddle on a
/// jointed arm has to play it back onto the other half of the table. Box2D moves all of it, and ten
/// seconds of training teach it.
public struct Rally: Environment {
  public static let name = "planar/rally"

  public struct Setup: Configuration, Hashable {
    /// How fast balls come, in metres per second along the table.
    public var slowest = 3.2
    public var fastest = 4.4
    /// Where they bounce, in metres from the net.
    public var shortest = 0.6
    public var longest = 1.1
    /// Steps of 0.02 s after which an episode is cut off.
    public var stepLimit = 150

    public init() {}
  }

  public let setup: Setup
  var court: RallyCourt
  private(set) var steps = 0
  /// How near ball and paddle have come, in metres.
  private var nearest = Self.far

  private static let far = 5.0

  public init(_ setup: Setup) throws {
    guard setup.slowest >= 2.5, setup.fastest >= setup.slowest, setup.fastest <= 10 else {
      throw SetupError("slowest", "expected slowest and fastest in order, in 2.5 ... 10")
    }
    guard setup.shortest >= 0.2, setup.longest >= setup.shortest, setup.longest <= 1.3 else {
      throw SetupError("shortest", "expected shortest and longest in order, in 0.2 ... 1.3")
    }
    guard (1...1_000_000).contains(setup.stepLimit) else {
      throw SetupError("step-limit", "\(setup.stepLimit) is not in 1 ... 1000000")
    }
    self.setup = setup
    court = RallyCourt(RallyServe(from: Planar(-1.3, 0.3), velocity: Planar(3, 0)))
    reset(seed: 0)
  }

  public var seats: [Seat] { Self.allSeats }
  private static let allSeats = [
    Seat(
      name: "player",
      observation: [
        Field("ball-position", unit: "m", count: 2, in: -4...4),
        Field("ball-velocity", unit: "m/s", count: 2, in: -20...20),
        Field("paddle-position", unit: "m", count: 2, in: -4...4),
        Field("paddle-velocity", unit: "m/s", count: 2, in: -20...20),
        // Of the carriage, the shoulder and the wrist.
        Field("joint-positions", unit: "1", count: 3, in: -3...3),
        Field("joint-speeds", unit: "1/s", count: 3, in: -30...30),
        // Whether the ball has bounced on the player's half, and whether the paddle has met it.
        Field("has-bounced", unit: "1", in: 0...1),
        Field("has-hit", unit: "1", in: 0...1),
      ],
      // The speeds of carriage, shoulder and wrist, as shares of the greatest.
      action: [Field("motor-speeds", unit: "1", count: 3, in: -1...1)])
  ]

  public var outcome: [Field] {
    [
      Field("hit", unit: "1", in: 0...1), Field("returned", unit: "1", in: 0...1),
      Field("nearest", unit: "m", in: 0...Float(Self.far)),
    ]
  }
  public var stepDuration: Double { RallyCourt.duration }

  public mutating func reset(seed: UInt64) {
    var random = Random(seed: seed)
    court = RallyCourt(RallyServe(setup, &random))
    steps = 0
    nearest = Self.far
  }

  /// The reward is 0 until the paddle meets the ball, which is worth 0.5, and the end: 1 for a
  /// return, up to 0.5 for one that lands near the other half, and for a miss minus its distance.
  public mutating func step(
    _ actions: Span<Float>, rewards: inout MutableSpan<Float>
  ) -> Status {
    let hadHit = court.umpire.hasHit
    court.drive(Self.speed(actions[0]), Self.speed(actions[1]), Self.speed(actions[2]))
    court.step()
    steps += 1
    nearest = min(nearest, court.distance)
    var reward = court.umpire.hasHit && !hadHit ? 0.5 : 0
    let isOver = court.umpire.isOver
    if isOver { reward += verdict }
    rewards[0] = Float(reward)
    if isOver { return .finished }
    return steps >= setup.stepLimit ? .truncated : .running
  }

  private var verdict: Double {
    let umpire = court.umpire
    if umpire.hasReturned { return 1 }
    guard umpire.hasHit else { return -min(nearest, 1) }
    let miss = abs(umpire.endPlace + RallyCourt.halfLength / 2)
    return 0.5 * max(0, 1 - miss / 2)
  }

  private static func speed(_ action: Float) -> Double {
    action.isNaN ? 0 : clamp(Double(action), -1...1)
  }

  public func observe(seat: Int, into observation: inout MutableSpan<Float>) {
    let (ball, paddle) = (court.world[court.ball], court.world[court.paddle])
    write(ball.position, 4, at: 0, &observation)
    write(ball.velocity, 20, at: 2, &observation)
    write(paddle.centre, 4, at: 4, &observation)
    write(paddle.velocity, 20, at: 6, &observation)
    for index in 0..<3 {
      let joint = court.world.joint(court.joint(index))
      observation[8 + index] = Float(clamp(joint.place, -3...3))
      observation[11 + index] = Float(clamp(joint.speed, -30...30))
    }
    observation[14] = court.umpire.hasBounced ? 1 : 0
    observation[15] = court.umpire.hasHit ? 1 : 0
  }

  private func write(
    _ vector: Planar, _ limit: Double, at index: Int, _ observation: inout MutableSpan<Float>
  ) {
    observation[index] = Float(clamp(vector.x, -limit...limit))
    observation[index + 1] = Float(clamp(vector.y, -limit...limit))
  }

  public func score(into outcome: inout MutableSpan<Float>) {
    outcome[0] = court.umpire.hasHit ? 1 : 0
    outcome[1] = court.umpire.hasReturned ? 1 : 0
    outcome[2] = Float(nearest)
  }

  public func hash(into digest: inout Digest) {
    court.hash(into: &digest)
    digest.combine(steps)
    digest.combine(nearest)
  }

  public func draw(into scene: inout Scene) {
    court.draw(into: &scene)
  }
}
