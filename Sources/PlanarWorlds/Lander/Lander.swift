import Arena
import Math

/// `planar/lander`: a craft with a main and two side engines that must come to rest between two
/// flags. Observations, actions, rewards and ends are those of Gymnasium's `LunarLander-v3`, and so
/// are the shapes, masses and joints of the bodies, which Box2D moves.
///
/// Its joint solver differs from that of the older Box2D in Gymnasium, so states agree closely but
/// not bit for bit. Gymnasium asks for 180 and 60 rounds, which the older solver does not need.
public struct Lander: Environment {
  public static let name = "planar/lander"

  public struct Setup: Configuration, Hashable {
    /// Engines by degrees, instead of one of four choices.
    public var isContinuous = false
    /// In metres per second squared, -12 ... 0.
    public var gravity = -10.0
    /// The greatest component of the first push, in newtons.
    public var firstPush = 1000.0
    /// The spread of where engines push, as a share of Gymnasium's.
    public var dispersion = 1.0
    /// The height of the hills, as a share of Gymnasium's.
    public var roughness = 1.0
    /// The greatest force of the wind in newtons, which blows if it is not 0, and of its torque.
    public var windPower = 0.0
    public var turbulencePower = 0.0
    /// Steps after which an episode is cut off.
    public var stepLimit = 1000
    /// Rounds of the solvers of velocities and positions in every step.
    public var velocityRounds = 180
    public var positionRounds = 60
    /// Rounds of both as long as nothing is near the ground.
    public var flightRounds = 8

    public init() {}
  }

  public let setup: Setup
  var craft: LanderCraft
  private var random = Random(seed: 0)
  private var wind = LanderWind()
  private var steps = 0
  private var lastShaping = 0.0
  private var total = 0.0
  private var hasLanded = false

  public init(_ setup: Setup) throws {
    try Self.validate(setup)
    self.setup = setup
    craft = LanderCraft(setup, heights: LanderGround.heights(flat: 0), push: .zero)
    reset(seed: 0)
  }

  private static func validate(_ setup: Setup) throws {
    let numbers = [
      ("gravity", setup.gravity, -12.0...0.0), ("first-push", setup.firstPush, 0...10_000),
      ("dispersion", setup.dispersion, 0...10), ("roughness", setup.roughness, 0...1),
      ("wind-power", setup.windPower, 0...20), ("turbulence-power", setup.turbulencePower, 0...2),
    ]
    for (key, value, range) in numbers where !range.contains(value) {
      throw SetupError(key, "\(value) is not in \(range.lowerBound) ... \(range.upperBound)")
    }
    let counts = [
      ("step-limit", setup.stepLimit, 1...1_000_000),
      ("velocity-rounds", setup.velocityRounds, 1...1000),
      ("position-rounds", setup.positionRounds, 1...1000),
      ("flight-rounds", setup.flightRounds, 1...1000),
    ]
    for (key, value, range) in counts where !range.contains(value) {
      throw SetupError(key, "\(value) is not in \(range.lowerBound) ... \(range.upperBound)")
    }
  }

  public var seats: [Seat] { setup.isContinuous ? Self.continuousSeats : Self.discreteSeats }
  private static let sight = [
    Field("position", unit: "1", count: 2, in: -2.5...2.5),
    Field("velocity", unit: "1", count: 2, in: -10...10),
    Field("angle", unit: "rad", in: -2 * Float.pi...2 * Float.pi),
    Field("angular-velocity", unit: "1", in: -10...10),
    Field("leg-contacts", unit: "1", count: 2, in: 0...1),
  ]
  private static let discreteSeats = [
    Seat(
      name: "pilot", observation: sight,
      // 0 does nothing, 1 fires the left, 2 the main and 3 the right engine.
      action: [Field("engine", unit: "choice", in: 0...3)])
  ]
  private static let continuousSeats = [
    Seat(
      name: "pilot", observation: sight,
      action: [
        // Off below 0, then from half to full power.
        Field("main-engine", unit: "1", in: -1...1),
        // Off below a half of its size.
        Field("side-engines", unit: "1", in: -1...1),
      ])
  ]

  public var outcome: [Field] {
    [
      Field("total-reward", unit: "1", in: -100_000...100_000),
      Field("landed", unit: "1", in: 0...1), Field("steps", unit: "1", in: 0...1e6),
    ]
  }
  public var stepDuration: Double { LanderCraft.duration }

  public mutating func reset(seed: UInt64) {
    random = Random(seed: seed)
    let heights = LanderGround.heights(roughness: setup.roughness, &random)
    let push = setup.firstPush * Planar(random.uniform(-1, 1), random.uniform(-1, 1))
    craft = LanderCraft(setup, heights: heights, push: push)
    wind = LanderWind(&random)
    steps = 0
    total = 0
    hasLanded = false
    // As in Gymnasium, the first thing seen is what a step without engines leads to.
    advance(LanderThrust())
    lastShaping = craft.shaping
  }

  private mutating func advance(_ thrust: LanderThrust) {
    let dispersion = setup.dispersion * Planar(random.uniform(-1, 1), random.uniform(-1, 1))
    if !craft.standsOnLegs { wind.blow(&craft, setup) }
    craft.fire(thrust, dispersion: dispersion)
    craft.step(setup)
  }

  /// The reward is what the shaping has gained less the fuel, -100 for a crash or leaving the
  /// picture, and 100 for coming to rest.
  public mutating func step(
    _ actions: Span<Float>, rewards: inout MutableSpan<Float>
  ) -> Status {
    let thrust = setup.isContinuous ? LanderThrust(degrees: actions) : LanderThrust(choice: actions)
    advance(thrust)
    steps += 1
    let shaping = craft.shaping
    var reward = shaping - lastShaping - 0.3 * thrust.main - 0.03 * abs(thrust.side)
    lastShaping = shaping
    hasLanded = !craft.isAwake
    let isLost = craft.hasCrashed || abs(craft.sight.position.x) >= 1
    if isLost { reward = -100 }
    if hasLanded { reward = 100 }
    rewards[0] = Float(reward)
    total += reward
    if isLost || hasLanded { return .finished }
    return steps >= setup.stepLimit ? .truncated : .running
  }

  public func observe(seat: Int, into observation: inout MutableSpan<Float>) {
    let sight = craft.sight
    observation[0] = Float(clamp(sight.position.x, -2.5...2.5))
    observation[1] = Float(clamp(sight.position.y, -2.5...2.5))
    observation[2] = Float(clamp(sight.velocity.x, -10...10))
    observation[3] = Float(clamp(sight.velocity.y, -10...10))
    observation[4] = Float(clamp(sight.angle, -2 * Double.pi...2 * Double.pi))
    observation[5] = Float(clamp(sight.angularVelocity, -10...10))
    observation[6] = craft.legContacts.0 ? 1 : 0
    observation[7] = craft.legContacts.1 ? 1 : 0
  }

  public func score(into outcome: inout MutableSpan<Float>) {
    outcome[0] = Float(clamp(total, -100_000...100_000))
    outcome[1] = hasLanded ? 1 : 0
    outcome[2] = Float(steps)
  }

  public func hash(into digest: inout Digest) {
    craft.hash(into: &digest)
    wind.hash(into: &digest)
    digest.combine(random)
    digest.combine(steps)
    digest.combine(lastShaping)
    digest.combine(total)
    digest.combine(hasLanded)
  }

  public func draw(into scene: inout Scene) {
    craft.draw(into: &scene)
    scene.captions.append("\(Int(total.rounded())) points")
  }
}
