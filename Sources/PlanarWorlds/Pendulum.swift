import Arena
import Math

/// `planar/pendulum`: a pendulum that hangs from a weak motor is to be swung up and held upright.
/// The equations, constants and rewards are those of Gymnasium's `Pendulum-v1`, in double
/// precision.
public struct Pendulum: Environment {
  public static let name = "planar/pendulum"

  public struct Setup: Configuration, Hashable {
    /// Metres per second squared.
    public var gravity = 10.0
    /// Steps after which an episode is cut off.
    public var stepLimit = 200

    public init() {}
  }

  public let setup: Setup
  /// Radians from upright, counted on over full turns, and radians per second.
  var angle = 0.0
  var angularVelocity = 0.0
  private(set) var steps = 0
  private var lastTorque = 0.0
  private var totalReward = 0.0

  public init(_ setup: Setup) throws {
    guard setup.gravity >= 0, setup.gravity <= 100 else {
      throw SetupError("gravity", "\(setup.gravity) is not in 0 ... 100 m/s^2")
    }
    guard setup.stepLimit >= 1, setup.stepLimit <= 1_000_000 else {
      throw SetupError("step-limit", "\(setup.stepLimit) is not in 1 ... 1000000")
    }
    self.setup = setup
    reset(seed: 0)
  }

  public var seats: [Seat] { Pendulum.allSeats }
  private static let allSeats = [
    Seat(
      name: "motor",
      observation: [
        Field("cosine", unit: "1", in: -1...1),
        Field("sine", unit: "1", in: -1...1),
        Field("angular-velocity", unit: "rad/s", in: -8...8),
      ],
      action: [Field("torque", unit: "N m", in: -2...2)])
  ]

  public var outcome: [Field] { [Field("total-reward", unit: "1", in: -1e7...0)] }
  public var stepDuration: Double { Pendulum.duration }

  public mutating func reset(seed: UInt64) {
    var random = Random(seed: seed)
    angle = random.uniform(-.pi, .pi)
    angularVelocity = random.uniform(-1, 1)
    steps = 0
    lastTorque = 0
    totalReward = 0
  }

  /// The reward is minus (angle^2 + 0.1 angular velocity^2 + 0.001 torque^2) before the step.
  public mutating func step(
    _ actions: Span<Float>, rewards: inout MutableSpan<Float>
  ) -> Status {
    let torque = actions[0].isNaN ? 0 : clamp(Double(actions[0]), -2...2)
    let fromUpright = Pendulum.normalized(angle)
    let cost =
      fromUpright * fromUpright + 0.1 * angularVelocity * angularVelocity
      + 0.001 * (torque * torque)
    // A rod of length 1 m and mass 1 kg that turns about its end.
    let acceleration = 3 * setup.gravity / 2 * sincos(angle).sine + 3 * torque
    angularVelocity += acceleration * Pendulum.duration
    angularVelocity = clamp(angularVelocity, -8...8)
    angle += angularVelocity * Pendulum.duration
    steps += 1
    lastTorque = torque
    totalReward -= cost
    rewards[0] = Float(-cost)
    return steps >= setup.stepLimit ? .truncated : .running
  }

  /// The same angle in -pi ..< pi.
  static func normalized(_ angle: Double) -> Double {
    let turns = ((angle + .pi) / (2 * .pi)).rounded(.down)
    return angle + .pi - turns * (2 * .pi) - .pi
  }

  public func observe(seat: Int, into observation: inout MutableSpan<Float>) {
    let (sine, cosine) = sincos(angle)
    observation[0] = Float(cosine)
    observation[1] = Float(sine)
    observation[2] = Float(angularVelocity)
  }

  public func score(into outcome: inout MutableSpan<Float>) {
    outcome[0] = Float(totalReward)
  }

  public func hash(into digest: inout Digest) {
    digest.combine(angle)
    digest.combine(angularVelocity)
    digest.combine(steps)
    digest.combine(totalReward)
  }

  public func draw(into scene: inout Scene) {
    scene.lowerCorner = Vector3(-1.2, -0.3, -1.2)
    scene.upperCorner = Vector3(1.2, 0.3, 1.2)
    let (sine, cosine) = sincos(angle)
    let tip = Vector3(sine, 0, cosine)
    let strain = UInt8(clamp(abs(lastTorque) / 2 * 255, 0...255))
    scene.add(
      .capsule(from: .zero, to: tip, radius: 0.05), Scene.Colour(190, 90, 80), name: "rod")
    scene.add(.sphere(centre: .zero, radius: 0.06), Scene.Colour(strain, 60, 60), name: "motor")
  }

  private static let duration = 0.05
}
