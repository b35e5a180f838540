import Arena
import Math

/// `planar/cart-pole`: a pole on a cart that is pushed left or right at every step and must not
/// fall. The equations, constants, limits and rewards are those of Gymnasium's `CartPole-v1`
/// (Barto, Sutton and Anderson, 1983), state for state in double precision.
public struct CartPole: Environment {
  public typealias Batch = CartPoleBatch

  public static let name = "planar/cart-pole"

  public struct Setup: Configuration, Hashable {
    /// The four numbers of the state start uniformly within this distance of zero.
    public var startSpread = 0.05
    /// Steps after which an episode is cut off.
    public var stepLimit = 500
    /// Whether velocities are seen. Without them the past has to be remembered.
    public var observesVelocity = true

    public init() {}
  }

  /// Metres, metres per second, radians, radians per second.
  struct State: Hashable, Sendable {
    var position = 0.0
    var velocity = 0.0
    /// From upright, positive to the right.
    var angle = 0.0
    var angularVelocity = 0.0

    func write(into observation: inout MutableSpan<Float>, withVelocity: Bool) {
      observation[0] = Float(position)
      if !withVelocity {
        observation[1] = Float(angle)
        return
      }
      observation[1] = Float(velocity)
      observation[2] = Float(angle)
      observation[3] = Float(angularVelocity)
    }
  }

  public let setup: Setup
  var state = State()
  var steps = 0

  public init(_ setup: Setup) throws {
    guard setup.startSpread >= 0, setup.startSpread <= 0.2 else {
      throw SetupError("start-spread", "\(setup.startSpread) is not in 0 ... 0.2")
    }
    guard setup.stepLimit >= 1, setup.stepLimit <= 1_000_000 else {
      throw SetupError("step-limit", "\(setup.stepLimit) is not in 1 ... 1000000")
    }
    self.setup = setup
    reset(seed: 0)
  }

  /// A state of a setup that has been found good.
  init(_ setup: Setup, state: State, steps: Int) {
    self.setup = setup
    self.state = state
    self.steps = steps
  }

  public var seats: [Seat] { setup.observesVelocity ? CartPole.allSeats : CartPole.blindSeats }
  private static let position = Field("cart-position", unit: "m", in: -4.8...4.8)
  private static let angle = Field("pole-angle", unit: "rad", in: -0.42...0.42)
  private static let allSeats = seats(
    seeing: [
      position, Field("cart-velocity", unit: "m/s", in: -10...10),
      angle, Field("pole-angular-velocity", unit: "rad/s", in: -10...10),
    ])
  private static let blindSeats = seats(seeing: [position, angle])

  private static func seats(seeing observation: [Field]) -> [Seat] {
    // 0 pushes to the left and 1 to the right.
    [
      Seat(
        name: "cart", observation: observation,
        action: [Field("push", unit: "choice", in: 0...1)])
    ]
  }

  public var outcome: [Field] { [Field("steps", unit: "1", in: 0...1e6)] }
  public var stepDuration: Double { CartPole.duration }

  public mutating func reset(seed: UInt64) {
    state = Self.start(seed: seed, spread: setup.startSpread)
    steps = 0
  }

  static func start(seed: UInt64, spread: Double) -> State {
    var random = Random(seed: seed)
    return State(
      position: random.uniform(-spread, spread), velocity: random.uniform(-spread, spread),
      angle: random.uniform(-spread, spread), angularVelocity: random.uniform(-spread, spread))
  }

  /// The reward is 1 for every step, the last one included.
  public mutating func step(
    _ actions: Span<Float>, rewards: inout MutableSpan<Float>
  ) -> Status {
    Self.advance(&state, force: actions[0] > 0.5 ? Self.force : -Self.force)
    steps += 1
    rewards[0] = 1
    if Self.hasFallen(state) { return .finished }
    return steps >= setup.stepLimit ? .truncated : .running
  }

  /// One explicit Euler step, positions by the velocities before the step. The angle is one of a
  /// pole that has not fallen.
  @inline(__always)
  static func advance(_ state: inout State, force: Double) {
    let (sine, cosine) = sincosNearZero(state.angle)
    let rate = state.angularVelocity
    let pull = (force + poleMassLength * rate * rate * sine) / totalMass
    let angular =
      (gravity * sine - cosine * pull)
      / (halfLength * (4.0 / 3 - poleMass * cosine * cosine / totalMass))
    let linear = pull - poleMassLength * angular * cosine / totalMass
    state.position += duration * state.velocity
    state.velocity += duration * linear
    state.angle += duration * state.angularVelocity
    state.angularVelocity += duration * angular
  }

  @inline(__always)
  static func hasFallen(_ state: State) -> Bool {
    abs(state.position) > positionLimit || abs(state.angle) > angleLimit
  }

  public func observe(seat: Int, into observation: inout MutableSpan<Float>) {
    state.write(into: &observation, withVelocity: setup.observesVelocity)
  }

  public func score(into outcome: inout MutableSpan<Float>) {
    outcome[0] = Float(steps)
  }

  public func hash(into digest: inout Digest) {
    digest.combine(state.position)
    digest.combine(state.velocity)
    digest.combine(state.angle)
    digest.combine(state.angularVelocity)
    digest.combine(steps)
  }

  public func draw(into scene: inout Scene) {
    scene.lowerCorner = Vector3(-2.6, -0.5, -0.4)
    scene.upperCorner = Vector3(2.6, 0.5, 1.4)
    let rail = Scene.Colour(120, 120, 120)
    scene.add(.line(from: Vector3(-2.4, 0, 0), to: Vector3(2.4, 0, 0)), rail, name: "rail")
    let cart = Vector3(state.position, 0, 0)
    scene.add(
      .box(centre: cart, half: Vector3(0.2, 0.1, 0.1), rotation: .identity),
      Scene.Colour(60, 90, 160), name: "cart")
    let (sine, cosine) = sincos(state.angle)
    let tip = cart + 2 * CartPole.halfLength * Vector3(sine, 0, cosine)
    scene.add(
      .capsule(from: cart, to: tip, radius: 0.04), Scene.Colour(200, 140, 80), name: "pole")
    scene.captions.append("step \(steps)")
  }

  // Gymnasium's constants, in kilograms, metres, seconds and newtons.
  private static let gravity = 9.8
  private static let poleMass = 0.1
  private static let totalMass = 1.0 + poleMass
  private static let halfLength = 0.5
  private static let poleMassLength = poleMass * halfLength
  static let force = 10.0
  private static let duration = 0.02
  private static let angleLimit = 12 * 2 * Double.pi / 360
  private static let positionLimit = 2.4
}
