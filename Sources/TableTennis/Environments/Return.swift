import Arena
import Math
import Physics

/// `table-tennis/return`: one incoming ball, to be returned by one stroke. With a ball distribution of
/// the kind `serve` the same world is `table-tennis/serve-return`.
public struct Return: Environment {
  public static let name = "table-tennis/return"

  public struct Setup: Configuration, Hashable {
    public var hall = Hall.Setup()
    /// The player who returns.
    public var home = PlayerSetup()
    /// Where the balls come from.
    public var balls = BallDistribution.medium
    public var rewards = ReturnRewards()
    /// Whether the ball's flight after the stroke is played within the step of the stroke. Nothing
    /// the player does then changes the outcome, so learners save those steps.
    public var skipsOutgoing = false
    /// Seconds after which an episode is cut off.
    public var timeLimit = 4.0

    public init() {}
  }

  public let seats: [Seat]
  public let stepDuration = Court.step
  /// What the world was built from.
  public let setup: Setup
  private let rules: Rules
  private(set) var play: Play
  private(set) var result = Result()
  /// Published balls, where the setup asks for them.
  private var states: [Ball] = []
  private var meter: MotionMeter

  /// How the episode has gone so far.
  struct Result: Hashable, Sendable {
    var hit = false
    var landed = false
    var landing = Vector3.zero
    /// The speed of the ball after the stroke, metres per second.
    var hitSpeed = 0.0
    /// The ball's topspin after the stroke, rad/s.
    var hitTopspin = 0.0
    /// The least distance between the ball and the middle of the blade, metres.
    var closest = 1.0
    var collisions = 0
    /// The ball's speed towards the player at the start.
    var incomingSpeed = 0.0
    /// The category of the ball, counted from 0.
    var category = 0
    /// The height of the ball's centre over the table as it crossed the net after the stroke.
    var netHeight: Double?
    /// What the pose at contact earned.
    var pose = 0.0
  }

  public init(_ setup: Setup) throws {
    guard setup.timeLimit > 0.1, setup.timeLimit <= 60 else {
      throw SetupError("time-limit", "\(setup.timeLimit) is not in 0.1 ... 60 seconds")
    }
    try setup.balls.validate(at: "balls")
    try setup.home.validate(at: "home")
    try setup.hall.wear.validate(at: "hall.wear")
    self.setup = setup
    var rules = Rules()
    rules.contactTimeout = setup.timeLimit
    self.rules = rules
    play = try Play(hall: setup.hall, players: [setup.home], rules: rules)
    seats = play.seats()
    // All but the toss, which comes last.
    let ranges = seats[0].action.ranges.dropLast()
    meter = MotionMeter(
      setup.rewards.motion, limits: ranges.map { max(abs($0.lowerBound), abs($0.upperBound)) })
    reset(seed: 0)
  }

  /// Takes balls from `states` where the setup's origin is `published`; those that fly away from
  /// the player are left out. Throws if none is left.
  public mutating func adopt(_ states: [Ball]) throws {
    self.states = states.filter { $0.velocity.y < 0 }
    guard !self.states.isEmpty else {
      throw SetupError("balls.origin", "none of the published balls flies to the player")
    }
    reset(seed: 0)
  }

  public var outcome: [Field] {
    [
      Field("hit", unit: "1", in: 0...1),
      Field("landed", unit: "1", in: 0...1),
      Field("landing-x", unit: "m", in: -8...8),
      Field("landing-y", unit: "m", in: -8...8),
      Field("hit-speed", unit: "m/s", in: 0...40),
      Field("closest", unit: "m", in: 0...1),
      Field("collisions", unit: "1", in: 0...10_000),
      Field("incoming-speed", unit: "m/s", in: 0...40),
      Field("category", unit: "1", in: 0...64),
      Field("on-target", unit: "1", in: 0...1),
      Field("hit-topspin", unit: "rad/s", in: -1500...1500),
    ]
  }

  public func score(into outcome: inout MutableSpan<Float>) {
    outcome[0] = result.hit ? 1 : 0
    outcome[1] = result.landed ? 1 : 0
    outcome[2] = Float(clamp(result.landing.x, -8...8))
    outcome[3] = Float(clamp(result.landing.y, -8...8))
    outcome[4] = Float(min(result.hitSpeed, 40))
    outcome[5] = Float(result.closest)
    outcome[6] = Float(result.collisions)
    outcome[7] = Float(min(result.incomingSpeed, 40))
    outcome[8] = Float(result.category)
    outcome[9] = isOnTarget ? 1 : 0
    outcome[10] = Float(clamp(result.hitTopspin, -1500...1500))
  }

  public mutating func reset(seed: UInt64) {
    play.reset(seed: seed)
    begin(with: play.draw(setup.balls, from: states))
  }

  private mutating func begin(with draw: BallDistribution.Draw) {
    play.begin(with: draw.ball, struckBy: .away, isService: draw.isService, rules: rules)
    result = Result()
    result.incomingSpeed = max(0, -draw.ball.velocity.y)
    result.category = draw.category
    meter.reset()
  }

  public mutating func step(_ actions: Span<Float>, rewards: inout MutableSpan<Float>) -> Status {
    let before = result
    var call = advance(actions)
    let price = meter.price(of: actions) + play.price(of: .home, by: meter)
    if setup.skipsOutgoing, result.hit {
      while call == nil, play.court.time < setup.timeLimit { call = advance(actions) }
    }
    let isOver = call != nil || result.landed
    rewards[0] = Float(reward(since: before) + (isOver && result.hit ? verdict : 0) - price)
    if isOver { return .finished }
    return play.court.time < setup.timeLimit ? .running : .truncated
  }

  /// What was earned on the way since `before`.
  private func reward(since before: Result) -> Double {
    var reward = setup.rewards.approach * (before.closest - result.closest)
    let collisions = result.collisions - before.collisions
    reward -= setup.rewards.motion.collision * Double(collisions)
    if result.hit != before.hit { reward += setup.rewards.hit + result.pose }
    return reward
  }

  /// What the stroke is worth in the end.
  private var verdict: Double {
    let rewards = setup.rewards
    guard result.landed else { return rewards.nearMiss * exp(-missDistance) }
    var worth = rewards.land + rewards.target.worth(of: result.landing)
    worth += rewards.speed * min(1, result.hitSpeed / rewards.wantedSpeed)
    if let height = result.netHeight {
      worth += rewards.netHeight * ReturnRewards.value(ofNetHeight: height)
    }
    return worth
  }

  /// Advances the play by a step and keeps the result up to date.
  private mutating func advance(_ actions: Span<Float>) -> Call? {
    let before = play.court.ball.position
    let call = play.advance(actions)
    if !result.hit {
      result.closest = play.approach(of: .home, from: before, limit: result.closest)
    } else if before.y < 0, play.court.ball.position.y >= 0, result.netHeight == nil {
      let after = play.court.ball.position
      result.netHeight = before.z - before.y / (after.y - before.y) * (after.z - before.z)
    }
    for event in play.court.events {
      switch event.kind {
      case .struck(.home, _) where !result.hit:
        noteStroke()
      case .touchedTable(.away, let part) where result.hit && !result.landed && part != .side:
        result.landing = event.position
        if case .returnLanded(.home) = play.umpire.state { result.landed = true }
      default:
        break
      }
    }
    result.collisions = play.court.bodies[0].collisions
    return call
  }

  private mutating func noteStroke() {
    result.hit = true
    result.closest = 0
    result.hitSpeed = play.court.ball.velocity.length
    result.hitTopspin = play.court.ball.topspin()
    guard setup.rewards.style > 0 || setup.rewards.contactAngle > 0,
      let joints = play.joints(of: .home), let robot = play.robots[0]
    else { return }
    result.pose = setup.rewards.value(ofPose: joints, of: robot)
  }

  /// How far from the opponent's court a failed return ended, metres.
  private var missDistance: Double {
    let end = play.court.ball.position
    let x = max(0, abs(end.x) - Table.halfWidth)
    let y = max(0, -end.y, end.y - Table.halfLength)
    return (x * x + y * y).squareRoot()
  }

  private var isOnTarget: Bool {
    let target = setup.rewards.target
    return result.landed && target.miss(of: result.landing) <= target.tolerance
  }

  public func observe(seat: Int, into observation: inout MutableSpan<Float>) {
    play.observe(seat: seat, into: &observation)
  }

  public func hash(into digest: inout Digest) {
    play.hash(into: &digest)
    digest.combine(result.hit)
    digest.combine(result.landed)
    digest.combine(result.closest)
    meter.hash(into: &digest)
  }

  public func draw(into scene: inout Scene) {
    play.draw(into: &scene)
  }
}

extension Return: RepeatableEnvironment {
  /// `situation` chooses the ball, `seed` the hall, the rubbers, the delays and all noise.
  public mutating func reset(situation: UInt64, seed: UInt64) {
    play.reset(seed: seed)
    begin(with: play.draw(setup.balls, from: states, situation: situation))
  }
}
