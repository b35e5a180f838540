import Arena
import Math

/// A world small enough to reason about: two seats pull at a ball on a rope until it has crossed a
/// line. It has everything a real environment has, so that the checks themselves can be tested.
public struct TugOfWar: Environment {
  public static let name = "toy/tug-of-war"

  public struct Setup: Configuration {
    public var rope = Rope()
    public var wind = Wind.lightBreeze
    public var stepLimit = 400
    public var home = Side()
    public var away = Side()

    public init() {}
  }

  public struct Rope: Configuration {
    /// Metres from the middle to either line.
    public var halfLength = 2.0
    /// Kilograms.
    public var ballMass = 0.5
    /// Tries at the ball's start in metres, one of which is drawn.
    public var starts = [-0.1, 0, 0.1]

    public init() {}
  }

  public struct Side: Configuration {
    public var grip = "bare"
    /// Newtons at full action; nil for a fair share.
    public var strength: Double?

    public init() {}
  }

  public enum Wind: String, Codable, Sendable, CaseIterable {
    case calm
    case lightBreeze
    case storm
  }

  public let seats: [Seat]
  public let outcome = [
    Field("home-won", unit: "1", in: 0...1), Field("away-won", unit: "1", in: 0...1),
    Field("distance", unit: "m", in: 0...1000),
  ]
  public let stepDuration = 0.02
  private let setup: Setup
  private let strengths: [Double]
  private let gust: Double
  private var random = Random(seed: 0)
  private var position = 0.0
  private var velocity = 0.0
  private var travelled = 0.0
  private var steps = 0

  public init(_ setup: Setup) throws {
    guard setup.rope.halfLength > 0 else {
      throw SetupError("rope.half-length", "the rope has no length; expected more than 0 m")
    }
    guard setup.home.grip != "oiled", setup.away.grip != "oiled" else {
      throw SetupError("home.grip", "nobody can pull with an oiled grip; expected bare or gloved")
    }
    self.setup = setup
    let range = Float(setup.rope.halfLength) + 1
    let observation = [
      Field("ball-position", unit: "m", in: -range...range),
      Field("ball-velocity", unit: "m/s", in: -40...40),
    ]
    let action = [Field("pull", unit: "1", in: -1...1)]
    seats = ["home", "away"].map { Seat(name: $0, observation: observation, action: action) }
    strengths = [setup.home.strength ?? 5, setup.away.strength ?? 5]
    gust = [.calm: 0, .lightBreeze: 0.5, .storm: 4][setup.wind] ?? 0
  }

  public mutating func reset(seed: UInt64) {
    random = Random(seed: seed)
    position =
      setup.rope.starts.isEmpty
      ? 0 : setup.rope.starts[random.index(below: setup.rope.starts.count)]
    velocity = 0
    travelled = 0
    steps = 0
  }

  public mutating func step(
    _ actions: Span<Float>, rewards: inout MutableSpan<Float>
  ) -> Status {
    let home = strengths[0] * Double(Self.clamped(actions[0]))
    let away = strengths[1] * Double(Self.clamped(actions[1]))
    let force = home - away + gust * random.normal() - 0.5 * velocity
    velocity = clamp(velocity + force / setup.rope.ballMass * stepDuration, -40...40)
    position += velocity * stepDuration
    travelled += abs(velocity) * stepDuration
    steps += 1
    rewards[0] = Float(velocity * stepDuration)
    rewards[1] = -rewards[0]
    if abs(position) >= setup.rope.halfLength { return .finished }
    return steps >= setup.stepLimit ? .truncated : .running
  }

  private static func clamped(_ action: Float) -> Float {
    action.isNaN ? 0 : clamp(action, -1...1)
  }

  public func observe(seat: Int, into observation: inout MutableSpan<Float>) {
    let side: Double = seat == 0 ? 1 : -1
    observation[0] = Float(side * position)
    observation[1] = Float(side * velocity)
  }

  public func score(into outcome: inout MutableSpan<Float>) {
    outcome[0] = position >= setup.rope.halfLength ? 1 : 0
    outcome[1] = position <= -setup.rope.halfLength ? 1 : 0
    outcome[2] = Float(travelled)
  }

  public func hash(into digest: inout Digest) {
    digest.combine(random)
    digest.combine(position)
    digest.combine(velocity)
    digest.combine(travelled)
    digest.combine(steps)
  }

  public func draw(into scene: inout Scene) {
    let length = setup.rope.halfLength
    scene.lowerCorner = Vector3(-length - 0.5, -0.5, -0.2)
    scene.upperCorner = Vector3(length + 0.5, 0.5, 0.5)
    scene.add(
      .line(from: Vector3(-length, 0, 0), to: Vector3(length, 0, 0)), .init(120, 120, 120))
    scene.add(
      .sphere(centre: Vector3(position, 0, 0.05), radius: 0.05), .init(240, 120, 20),
      name: "ball")
    scene.captions.append("ball at \(position) m")
  }
}
