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
    /// The least distance between the tossed ball and the middle of the blade, metres.
    var closest = 1.0
  }

  public init(_ setup: Setup) throws {
    guard setup.timeLimit > 0.1, setup.timeLimit <= 60 else {
      throw SetupError("time-limit", "\(setup.timeLimit) is not in 0.1 ... 60 seconds")
    }
    try setup.home.validate(at: "home")
    self.setup = setup
    rules = Rules()
    play = try Play(hall: setup.hall, players: [setup.home], rules: rules)
    seats = play.seats()
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
  }

  public mutating func reset(seed: UInt64) {
    play.reset(seed: seed)
    play.begin(under: Umpire(rules: rules, server: .home))
    result = Result()
  }

  public mutating func step(_ actions: Span<Float>, rewards: inout MutableSpan<Float>) -> Status {
    let before = result
    let call = play.advance(actions)
    note()
    var reward = setup.rewards.approach * (before.closest - result.closest)
    if result.struck != before.struck { reward += setup.rewards.hit }
    if result.crossed != before.crossed { reward += setup.rewards.cross }
    if result.good { reward += setup.rewards.land }
    rewards[0] = Float(reward)
    if call != nil || result.good { return .finished }
    return play.court.time < setup.timeLimit ? .running : .truncated
  }

  /// Keeps the result up to date with the last step.
  private mutating func note() {
    for event in play.court.events {
      switch event.kind {
      case .tossed: result.tossed = true
      case .struck where !result.struck:
        result.struck = true
        result.closest = 0
        result.speed = play.court.ball.velocity.length
        result.topspin = play.court.ball.topspin()
      case .touchedTable(.away, _): result.landing = event.position
      default: break
      }
    }
    if result.tossed, !result.struck {
      let gap = (play.court.ball.position - play.court.pose(of: .home).centre).length
      result.closest = min(result.closest, gap)
    }
    switch play.umpire.state {
    case .serviceCrossing: result.crossed = true
    case .serviceLanded:
      result.crossed = true
      result.good = true
    default: break
    }
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
  }

  public func draw(into scene: inout Scene) {
    play.draw(into: &scene)
  }
}

/// What a service is worth while learning. Scores never depend on it.
public struct ServeRewards: Configuration, Hashable {
  /// For bringing the racket from 1 m to the tossed ball, earned bit by bit.
  public var approach = 0.5
  /// For touching the tossed ball.
  public var hit = 0.5
  /// For the bounce on the server's own court.
  public var cross = 1.0
  /// For a good service.
  public var land = 2.0

  public init() {}
}
