import Arena
import Math

/// `planar/crowd`: discs that walk to their goals and keep clear of each other. The one seat leads
/// walker 0 astray; left alone, with zeros for actions, all walk as in the synthetic data set of
/// arXiv 2111.14820.
public struct Crowd: Environment {
  public static let name = "planar/crowd"

  public struct Setup: Configuration, Hashable {
    public var layout = CrowdLayout.circleCrossing
    /// 1 ... 64.
    public var walkers = 2
    public var manner = Walkers.Manner()
    /// Steps of 0.02 s after which an episode is cut off.
    public var stepLimit = 1000

    public init() {}
  }

  public let setup: Setup
  private(set) var walkers: Walkers
  private(set) var steps = 0
  private var leastSeparation = Double.infinity

  public init(_ setup: Setup) throws {
    guard (1...64).contains(setup.walkers) else {
      throw SetupError("walkers", "\(setup.walkers) is not in 1 ... 64")
    }
    guard (1...1_000_000).contains(setup.stepLimit) else {
      throw SetupError("step-limit", "\(setup.stepLimit) is not in 1 ... 1000000")
    }
    try setup.manner.validate()
    self.setup = setup
    walkers = Walkers(setup.manner, positions: [], goals: [])
    reset(seed: 0)
  }

  public var seats: [Seat] { Self.allSeats }
  private static let allSeats = [
    Seat(
      name: "leader",
      observation: [
        Field("goal-offset", unit: "m", count: 2, in: -20...20),
        Field("velocity", unit: "m/s", count: 2, in: -10...10),
        // Of the nearest walker, or zero if there is no other.
        Field("neighbour-offset", unit: "m", count: 2, in: -20...20),
        Field("neighbour-velocity", unit: "m/s", count: 2, in: -10...10),
      ],
      action: [Field("detour", unit: "m/s", count: 2, in: -1...1)])
  ]

  public var outcome: [Field] {
    [
      Field("arrived", unit: "1", in: 0...64),
      Field("least-separation", unit: "m", in: 0...100),
      Field("goal-distance", unit: "m", in: 0...1000),
    ]
  }
  public var stepDuration: Double { CircleCrossing.step }

  public mutating func reset(seed: UInt64) {
    var random = Random(seed: seed)
    var positions = [Planar](repeating: .zero, count: setup.walkers)
    var goals = positions
    setup.layout.place(
      &positions, &goals, distance: 2.2 * setup.manner.radius, random: &random)
    // New buffers, which the steps of a copy need not copy.
    walkers = Walkers(setup.manner, positions: positions, goals: goals)
    steps = 0
    leastSeparation = walkers.leastSeparation
  }

  /// The reward is what the leader has come nearer to its goal, in metres.
  public mutating func step(
    _ actions: Span<Float>, rewards: inout MutableSpan<Float>
  ) -> Status {
    let before = distance(of: 0)
    let detour = Planar(Self.speed(actions[0]), Self.speed(actions[1]))
    walkers.step(duration: CircleCrossing.step, isStanding: steps == 0, detour: detour)
    steps += 1
    leastSeparation = min(leastSeparation, walkers.leastSeparation)
    rewards[0] = Float(before - distance(of: 0))
    if arrived == setup.walkers { return .finished }
    return steps >= setup.stepLimit ? .truncated : .running
  }

  private static func speed(_ action: Float) -> Double {
    action.isNaN ? 0 : clamp(Double(action), -1...1)
  }

  private func distance(of walker: Int) -> Double {
    length(walkers.goals[walker] - walkers.positions[walker])
  }

  /// How many stand within a fifth of a metre of their goals.
  private var arrived: Int {
    var count = 0
    for walker in 0..<setup.walkers where distance(of: walker) < 0.2 { count += 1 }
    return count
  }

  public func observe(seat: Int, into observation: inout MutableSpan<Float>) {
    let place = walkers.positions[0]
    write(walkers.goals[0] - place, at: 0, &observation)
    write(walkers.velocities[0], at: 2, &observation)
    var nearest = 0
    var least = Double.infinity
    for other in 1..<max(setup.walkers, 1) where length(walkers.positions[other] - place) < least {
      nearest = other
      least = length(walkers.positions[other] - place)
    }
    write(walkers.positions[nearest] - place, at: 4, &observation)
    write(nearest == 0 ? .zero : walkers.velocities[nearest], at: 6, &observation)
  }

  private func write(_ vector: Planar, at index: Int, _ observation: inout MutableSpan<Float>) {
    observation[index] = Float(vector.x)
    observation[index + 1] = Float(vector.y)
  }

  public func score(into outcome: inout MutableSpan<Float>) {
    outcome[0] = Float(arrived)
    outcome[1] = Float(min(leastSeparation, 100))
    outcome[2] = Float(distance(of: 0))
  }

  public func hash(into digest: inout Digest) {
    for walker in 0..<setup.walkers {
      for vector in [walkers.positions[walker], walkers.velocities[walker], walkers.goals[walker]] {
        digest.combine(vector.x)
        digest.combine(vector.y)
      }
    }
    digest.combine(steps)
    digest.combine(leastSeparation)
  }

  public func draw(into scene: inout Scene) {
    scene.lowerCorner = Vector3(-7, -7, -0.5)
    scene.upperCorner = Vector3(7, 7, 2)
    for walker in 0..<setup.walkers {
      let place = Vector3(walkers.positions[walker].x, walkers.positions[walker].y, 0)
      let goal = Vector3(walkers.goals[walker].x, walkers.goals[walker].y, 0)
      let colour =
        walker == 0 ? Scene.Colour(200, 90, 60) : Scene.Colour(70, UInt8(90 + 2 * walker), 170)
      scene.add(
        .cylinder(
          centre: place + Vector3(0, 0, 0.85), axis: .unitZ, radius: setup.manner.radius,
          halfLength: 0.85), colour, name: "walker \(walker)")
      scene.add(.line(from: place, to: goal), Scene.Colour(150, 150, 150, alpha: 80))
    }
    scene.captions.append("\(arrived) of \(setup.walkers) arrived")
  }
}

extension Walkers.Manner {
  /// Throws `SetupError` for a manner nobody can walk in.
  func validate() throws {
    let limits = [
      ("radius", radius, 0.01...3.0), ("maximum-speed", maximumSpeed, 0.01...10.0),
      ("time-horizon", timeHorizon, 0.02...60.0),
      ("neighbour-distance", neighbourDistance, 0.1...1000.0),
    ]
    for (key, value, range) in limits where !range.contains(value) {
      throw SetupError(
        "manner.\(key)", "\(value) is not in \(range.lowerBound) ... \(range.upperBound)")
    }
  }
}
