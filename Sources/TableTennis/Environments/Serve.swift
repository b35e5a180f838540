import Arena
import Math
import Physics

/// `table-tennis/serve`: one player tosses the ball and serves it.
public struct Serve: Environment {
  public static let name = "table-tennis/serve"

  public struct Setup: Configuration, Hashable {
    public var hall = Hall.Setup()
    /// The player who serves.
    public var home = PlayerSetup()
    public var rewards = ServeRewards()
    /// Whether the ball's flight after the stroke is played within the step of the stroke.
    public var skipsOutgoing = false
    /// Seconds after which an episode is cut off.
    public var timeLimit = 8.0

    public init() {}
  }

  public let seats: [Seat]
  public let stepDuration = Court.step
  /// What the world was built from.
  public let setup: Setup
  private let rules: Rules
  private(set) var play: Play
  private var result = Result()
  private var meter: MotionMeter

  /// How the service has gone so far.
  struct Result: Hashable, Sendable {
    var tossed = false
    var struck = false
    /// Whether the ball touched the server's own court as it must.
    var crossed = false
    var good = false
    var landing = Vector3.zero
    /// The ball's speed after the stroke, metres per second.
    var speed = 0.0
    /// The ball's topspin after the stroke, rad/s.
    var topspin = 0.0
    /// Its spin about the vertical axis, rad/s.
    var sidespin = 0.0
    /// The least distance between the tossed ball and the middle of the blade, metres.
    var closest = 1.0
    var collisions = 0
  }

  public init(_ setup: Setup) throws {
    guard setup.timeLimit > 0.1, setup.timeLimit <= 60 else {
      throw SetupError("time-limit", "\(setup.timeLimit) is not in 0.1 ... 60 seconds")
    }
    try setup.home.validate(at: "home")
    try setup.hall.wear.validate(at: "hall.wear")
    self.setup = setup
    rules = Rules()
    play = try Play(hall: setup.hall, players: [setup.home], rules: rules)
    seats = play.seats()
    let ranges = seats[0].action.ranges.dropLast()
    meter = MotionMeter(
      setup.rewards.motion, limits: ranges.map { max(abs($0.lowerBound), abs($0.upperBound)) })
    reset(seed: 0)
  }

  public var outcome: [Field] {
    [
      Field("tossed", unit: "1", in: 0...1),
      Field("hit", unit: "1", in: 0...1),
      Field("landed", unit: "1", in: 0...1),
      Field("landing-x", unit: "m", in: -8...8),
      Field("landing-y", unit: "m", in: -8...8),
      Field("hit-speed", unit: "m/s", in: 0...40),
      Field("topspin", unit: "rad/s", in: -1500...1500),
      Field("closest", unit: "m", in: 0...1),
      Field("sidespin", unit: "rad/s", in: -1500...1500),
      Field("on-target", unit: "1", in: 0...1),
    ]
  }

  public func score(into outcome: inout MutableSpan<Float>) {
    outcome[0] = result.tossed ? 1 : 0
    outcome[1] = result.struck ? 1 : 0
    outcome[2] = result.good ? 1 : 0
    outcome[3] = Float(clamp(result.landing.x, -8...8))
    outcome[4] = Float(clamp(result.landing.y, -8...8))
    outcome[5] = Float(min(result.speed, 40))
    outcome[6] = Float(clamp(result.topspin, -1500...1500))
    outcome[7] = Float(result.closest)
    outcome[8] = Float(clamp(result.sidespin, -1500...1500))
    let target = setup.rewards.target
    outcome[9] = result.good && target.miss(of: result.landing) <= target.tolerance ? 1 : 0
  }

  public mutating func reset(seed: UInt64) {
    play.reset(seed: seed)
    play.begin(under: Umpire(rules: rules, server: .home))
    result = Result()
    meter.reset()
  }

  public mutating func step(_ actions: Span<Float>, rewards: inout MutableSpan<Float>) -> Status {
    let before = result
    var call = advance(actions)
    let price = meter.price(of: actions) + play.price(of: .home, by: meter)
    if setup.skipsOutgoing, result.struck {
      while call == nil, !result.good, play.court.time < setup.timeLimit {
        call = advance(actions)
      }
    }
    let isOver = call != nil || result.good
    rewards[0] = Float(reward(since: before) + (isOver ? verdict : 0) - price)
    if isOver { return .finished }
    return play.court.time < setup.timeLimit ? .running : .truncated
  }

  /// What was earned on the way since `before`.
  private func reward(since before: Result) -> Double {
    var reward = setup.rewards.approach * (before.closest - result.closest)
    if result.struck != before.struck { reward += setup.rewards.hit }
    if result.crossed != before.crossed { reward += setup.rewards.cross }
    let collisions = result.collisions - before.collisions
    return reward - setup.rewards.motion.collision * Double(collisions)
  }

  /// What the service is worth in the end.
  private var verdict: Double {
    let rewards = setup.rewards
    guard result.good else {
      return result.struck ? rewards.nearMiss * exp(-missDistance) : 0
    }
    return rewards.land + rewards.target.worth(of: result.landing)
      + rewards.topspin.worth(of: result.topspin) + rewards.sidespin.worth(of: result.sidespin)
      + rewards.speed.worth(of: result.speed)
  }

  /// How far from the court that it had to touch next the service ended, metres.
  private var missDistance: Double {
    let end = play.court.ball.position
    let depth = result.crossed ? end.y : -end.y
    let x = max(0, abs(end.x) - Table.halfWidth)
    let y = max(0, -depth, depth - Table.halfLength)
    return (x * x + y * y).squareRoot()
  }

  private mutating func advance(_ actions: Span<Float>) -> Call? {
    let call = play.advance(actions)
    note()
    return call
  }

  /// Keeps the result up to date with the last step.
  private mutating func note() {
    for event in play.court.events {
      switch event.kind {
      case .tossed: result.tossed = true
      case .struck where result.tossed && !result.struck && isLegalStroke: noteStroke()
      case .touchedTable(.away, _): result.landing = event.position
      default: break
      }
    }
    if result.tossed, !result.struck {
      let gap = (play.court.ball.position - play.court.pose(of: .home).centre).length
      result.closest = min(result.closest, gap)
    }
    result.collisions = play.court.bodies[0].collisions
    switch play.umpire.state {
    case .serviceCrossing: result.crossed = true
    case .serviceLanded:
      result.crossed = true
      result.good = true
    default: break
    }
  }

  /// Whether the umpire has found no fault with the stroke.
  private var isLegalStroke: Bool {
    switch play.umpire.state {
    case .awaitingService, .tossed, .decided: false
    default: true
    }
  }

  private mutating func noteStroke() {
    result.struck = true
    result.closest = 0
    result.speed = play.court.ball.velocity.length
    result.topspin = play.court.ball.topspin()
    result.sidespin = play.court.ball.spin.z
  }

  public func observe(seat: Int, into observation: inout MutableSpan<Float>) {
    play.observe(seat: seat, into: &observation)
  }

  public func hash(into digest: inout Digest) {
    play.hash(into: &digest)
    for flag in [result.tossed, result.struck, result.crossed, result.good] {
      digest.combine(flag)
    }
    digest.combine(result.closest)
    meter.hash(into: &digest)
  }

  public func draw(into scene: inout Scene) {
    play.draw(into: &scene)
  }
}
