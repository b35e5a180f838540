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
  private var result = Result()
  /// Published balls, where the setup asks for them.
  private var states: [Ball] = []
  private var lastAction: [Float]
  private let actionLimits: [Float]

  /// How the episode has gone so far.
  struct Result: Hashable, Sendable {
    var hit = false
    var landed = false
    var landing = Vector3.zero
    /// The speed of the ball after the stroke, metres per second.
    var hitSpeed = 0.0
    /// The least distance between the ball and the middle of the blade, metres.
    var closest = 1.0
    var collisions = 0
    /// The ball's speed towards the player at the start.
    var incomingSpeed = 0.0
  }

  public init(_ setup: Setup) throws {
    guard setup.timeLimit > 0.1, setup.timeLimit <= 60 else {
      throw SetupError("time-limit", "\(setup.timeLimit) is not in 0.1 ... 60 seconds")
    }
    try setup.balls.validate(at: "balls")
    try setup.home.validate(at: "home")
    self.setup = setup
    var rules = Rules()
    rules.contactTimeout = setup.timeLimit
    self.rules = rules
    play = try Play(hall: setup.hall, players: [setup.home], rules: rules)
    seats = play.seats()
    lastAction = Array(repeating: 0, count: seats[0].action.width)
    actionLimits = seats[0].action.ranges.map { max(abs($0.lowerBound), abs($0.upperBound)) }
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
  }

  public mutating func reset(seed: UInt64) {
    play.reset(seed: seed)
    let ball = play.sample(setup.balls, from: states)
    play.begin(
      with: ball, struckBy: .away, isService: setup.balls.kind == .serve, rules: rules)
    result = Result()
    result.incomingSpeed = max(0, -ball.velocity.y)
    for index in lastAction.indices { lastAction[index] = 0 }
  }

  public mutating func step(_ actions: Span<Float>, rewards: inout MutableSpan<Float>) -> Status {
    var reward = -price(of: actions)
    let before = result
    var call = advance(actions)
    if setup.skipsOutgoing, result.hit {
      while call == nil, play.court.time < setup.timeLimit { call = advance(actions) }
    }
    reward += setup.rewards.approach * (before.closest - result.closest)
    reward -= setup.rewards.collision * Double(result.collisions - before.collisions)
    if result.hit != before.hit { reward += setup.rewards.hit }
    let isOver = call != nil || result.landed
    if isOver, result.hit {
      reward += result.landed ? setup.rewards.land : setup.rewards.nearMiss * exp(-missDistance)
    }
    rewards[0] = Float(reward)
    if isOver { return .finished }
    return play.court.time < setup.timeLimit ? .running : .truncated
  }

  /// Advances the play by a step and keeps the result up to date.
  private mutating func advance(_ actions: Span<Float>) -> Call? {
    let before = play.court.ball.position
    let call = play.advance(actions)
    if !result.hit {
      result.closest = play.approach(of: .home, from: before, limit: result.closest)
    }
    for event in play.court.events {
      switch event.kind {
      case .struck(.home, _) where !result.hit:
        result.hit = true
        result.closest = 0
        result.hitSpeed = play.court.ball.velocity.length
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

  /// How far from the opponent's court a failed return ended, metres.
  private var missDistance: Double {
    let end = play.court.ball.position
    let x = max(0, abs(end.x) - Table.halfWidth)
    let y = max(0, -end.y, end.y - Table.halfLength)
    return (x * x + y * y).squareRoot()
  }

  /// What the motion of this step costs.
  private mutating func price(of actions: Span<Float>) -> Double {
    var effort: Float = 0
    var roughness: Float = 0
    // The toss costs nothing.
    let joints = lastAction.count - 1
    for index in 0..<joints {
      let limit = actionLimits[index]
      let value = actions[index].isNaN ? 0 : clamp(actions[index] / limit, -1...1)
      effort += value * value
      roughness += (value - lastAction[index]) * (value - lastAction[index])
      lastAction[index] = value
    }
    let scale = Court.step / Double(joints)
    return scale
      * (setup.rewards.effort * Double(effort)
        + setup.rewards.roughness * 0.25 * Double(roughness))
  }

  public func observe(seat: Int, into observation: inout MutableSpan<Float>) {
    play.observe(seat: seat, into: &observation)
  }

  public func hash(into digest: inout Digest) {
    play.hash(into: &digest)
    digest.combine(result.hit)
    digest.combine(result.landed)
    digest.combine(result.closest)
    for value in lastAction { digest.combine(value) }
  }

  public func draw(into scene: inout Scene) {
    play.draw(into: &scene)
  }
}
