import Arena
import Math

/// `voxel/navigate`: a body is to walk, jump, climb and swim to a cell.
public struct Navigate: Environment {
  public static let name = "voxel/navigate"

  public struct Setup: Configuration, Hashable {
    /// Blocks from west to east and from north to south.
    public var side = 48
    /// Blocks from bottom to top.
    public var height = 24
    /// Obstacles per 100 cells of ground: terraces, walls, fences, pools and ditches.
    public var roughness = 2.0
    /// The least and greatest distance of the goal, in blocks.
    public var distance = [12.0, 32.0]
    /// How near to the goal's middle the body has to come, in blocks.
    public var tolerance = 0.7
    /// Ticks after which an episode is cut off.
    public var timeLimit = 1200
    /// Whether falls from more than three blocks end the episode at 20 half hearts in all.
    public var fallDamage = true

    public init() {}
  }

  public let seats: [Seat]
  public let stepDuration = 0.05
  private let setup: Setup
  public private(set) var world: World
  public private(set) var body = Body(x: 1, y: 4, z: 1)
  public private(set) var goal = Cell(0, 0, 0)
  private var random = Random(seed: 0)
  private var steps = 0
  private var health = 20.0
  private var start = 0.0
  private var walked = 0.0

  public init(_ setup: Setup) throws {
    guard (16...512).contains(setup.side) else {
      throw SetupError("side", "\(setup.side) is not in 16 ... 512 blocks")
    }
    guard (12...256).contains(setup.height) else {
      throw SetupError("height", "\(setup.height) is not in 12 ... 256 blocks")
    }
    guard setup.roughness >= 0, setup.roughness <= 20 else {
      throw SetupError("roughness", "\(setup.roughness) is not in 0 ... 20")
    }
    guard setup.distance.count == 2, setup.distance[0] >= 2,
      setup.distance[1] >= setup.distance[0], setup.distance[1] <= Double(setup.side)
    else {
      throw SetupError(
        "distance", "it must be two numbers in 2 ... side, the lesser first")
    }
    guard setup.tolerance >= 0.3, setup.tolerance <= 4 else {
      throw SetupError("tolerance", "\(setup.tolerance) is not in 0.3 ... 4 blocks")
    }
    guard setup.timeLimit >= 1, setup.timeLimit <= 1_000_000 else {
      throw SetupError("time-limit", "\(setup.timeLimit) is not in 1 ... 1000000 ticks")
    }
    self.setup = setup
    world = World(size: WorldSize(setup.side, setup.height, setup.side))
    seats = [
      Seat(
        name: "walker", observation: Self.goalFields + BodySenses.fields + Window.fields,
        action: Controls.walking)
    ]
    reset(seed: 0)
  }

  /// The way to the goal as the body sees it: forwards, to its left and up, and how far it is.
  static let goalFields = [
    Field("goal", unit: "m", count: 3, in: -512...512),
    Field("goal-distance", unit: "m", in: 0...1024),
  ]

  public var outcome: [Field] {
    [
      Field("reached", unit: "1", in: 0...1),
      Field("distance-left", unit: "m", in: 0...1024),
      Field("ticks", unit: "1", in: 0...1e6),
      Field("walked", unit: "m", in: 0...1e6),
      Field("health", unit: "1", in: 0...20),
      Field("start-distance", unit: "m", in: 0...1024),
    ]
  }

  public func score(into outcome: inout MutableSpan<Float>) {
    let left = distance
    outcome[0] = left <= setup.tolerance ? 1 : 0
    outcome[1] = Float(left)
    outcome[2] = Float(steps)
    outcome[3] = Float(walked)
    outcome[4] = Float(health)
    outcome[5] = Float(start)
  }

  public mutating func reset(seed: UInt64) {
    random = Random(seed: seed)
    let size = WorldSize(setup.side, setup.height, setup.side)
    world = Ground.course(size, roughness: setup.roughness, &random)
    let cells = chooseCells()
    goal = cells.goal
    body = Body(in: cells.start)
    body.yaw = random.uniform(-.pi, .pi)
    steps = 0
    health = 20
    walked = 0
    start = distance
  }

  /// A start and a goal that are as far apart as asked and can be reached from each other.
  private mutating func chooseCells() -> (start: Cell, goal: Cell) {
    for _ in 0..<200 {
      let start = randomStand()
      let goal = randomStand()
      let dx = Double(goal.x - start.x)
      let dz = Double(goal.z - start.z)
      let distance = (dx * dx + dz * dz).squareRoot()
      guard distance >= setup.distance[0], distance <= setup.distance[1] else { continue }
      if PathFinder().path(from: start, to: goal, in: world) != nil { return (start, goal) }
    }
    // Ground this rough leads nowhere, so what is left is flat ground.
    world = Ground.flat(world.size)
    let middle = world.size.z / 2
    let length = Int(setup.distance[0].rounded(.up))
    let first = (world.size.x - length) / 2
    return (
      Cell(first, Ground.height, middle),
      Cell(min(first + length, world.size.x - 1), Ground.height, middle)
    )
  }

  /// A cell to stand in.
  private mutating func randomStand() -> Cell {
    let x = 1 + random.index(below: world.size.x - 2)
    let z = 1 + random.index(below: world.size.z - 2)
    for y in stride(from: world.size.y - 3, to: 1, by: -1)
    where world.canStand(at: Cell(x, y, z)) {
      return Cell(x, y, z)
    }
    return Cell(x, Ground.height, z)
  }

  /// The reward of a tick is the metres by which the goal came nearer, less 0.01, and 10 for
  /// reaching it.
  public mutating func step(_ actions: Span<Float>, rewards: inout MutableSpan<Float>) -> Status {
    let before = distance
    let x = body.x
    let z = body.z
    let keys = Controls.keys(actions, turning: &body)
    body.move(keys, in: world)
    world.tick()
    steps += 1
    let dx = body.x - x
    let dz = body.z - z
    walked += (dx * dx + dz * dz).squareRoot()
    if setup.fallDamage { health = max(0, health - body.fallDamage) }
    let left = distance
    let isThere = left <= setup.tolerance
    rewards[0] = Float(before - left - 0.01 + (isThere ? 10 : 0))
    if isThere || health <= 0 { return .finished }
    return steps < setup.timeLimit ? .running : .truncated
  }

  /// From the feet to the middle of the goal's floor, in blocks.
  private var distance: Double {
    let way = way
    return (way.x * way.x + way.y * way.y + way.z * way.z).squareRoot()
  }

  private var way: (x: Double, y: Double, z: Double) {
    (
      Double(goal.x) + 0.5 - body.x, Double(goal.y) - body.y, Double(goal.z) + 0.5 - body.z
    )
  }

  public func observe(seat: Int, into observation: inout MutableSpan<Float>) {
    let way = way
    let (sine, cosine) = sincos(body.yaw)
    observation[0] = Float(way.z * cosine - way.x * sine)
    observation[1] = Float(way.x * cosine + way.z * sine)
    observation[2] = Float(way.y)
    observation[3] = Float(distance)
    BodySenses.write(body, health: health, into: &observation, at: 4)
    Window.write(world, around: body, into: &observation, at: 4 + BodySenses.width)
  }

  public func hash(into digest: inout Digest) {
    world.hash(into: &digest)
    body.hash(into: &digest)
    digest.combine(random)
    digest.combine(goal)
    digest.combine(steps)
    digest.combine(health)
    digest.combine(walked)
    digest.combine(start)
  }

  public func draw(into scene: inout Scene) {
    world.draw(around: body, into: &scene)
    scene.add(
      .cylinder(
        centre: Scene.place(goal, raised: 1.5), axis: .unitZ, radius: 0.4, halfLength: 1.5),
      Scene.Colour(250, 206, 40, alpha: 120), name: "goal", finish: .glowing)
    scene.captions.append("\(steps) ticks, \(Int(distance.rounded())) m to go")
  }
}
