import Arena
import Math

/// The skill `voxel/walk-to`: goes to the goal of `voxel/navigate` from what it sees alone.
///
/// It draws a map of the blocks it has seen about the goal, takes what it has not seen for flat
/// ground at the height of the goal, and follows the best way on that map; whatever turns up on the
/// way is drawn in and gone around.
public struct WalkTo: Skill {
  /// Cells from the goal to the edge of the map.
  private static let reach = 192
  private static let depth = 32

  public let descriptor: SkillDescriptor
  private var map: World
  private var steering = Steering()
  private var body = Body(x: 0, y: 0, z: 0)
  private var age = 0
  private static let goal = Cell(reach, depth, reach)

  public init(
    descriptor: SkillDescriptor = SkillDescriptor(
      name: "voxel/walk-to", summary: "Walks, jumps, climbs and swims to a cell")
  ) {
    self.descriptor = descriptor
    map = Self.blankMap
  }

  private static let blankMap: World = {
    var map = World(size: WorldSize(2 * reach, 2 * depth, 2 * reach))
    map.fill(Cell(0, 0, 0), Cell(2 * reach - 1, depth - 1, 2 * reach - 1), with: "stone")
    return map
  }()

  public mutating func reset(seed: UInt64) {
    map = Self.blankMap
    steering.stop()
    age = 0
  }

  public var isInterruptible: Bool { body.isOnGround || body.isInWater }

  /// Near goals are safer.
  public func estimate(from observation: Span<Float>) -> Estimate {
    let distance = Double(observation[3])
    return Estimate(success: exp(-distance / 1000), deviation: 0.05)
  }

  public mutating func act(
    on observation: Span<Float>, into action: inout MutableSpan<Float>
  ) {
    read(observation)
    let hasNews = draw(observation)
    age += 1
    // Seen from a new place the best way may be another; looked at again at least once a second.
    if steering.isDone || steering.isStuck || hasNews && age >= 5 || age >= 20 { plan() }
    let (keys, turn) = steering.keys(for: body)
    for index in action.indices { action[index] = 0 }
    action[0] = Float(keys.forward)
    action[2] = keys.jump ? 1 : 0
    action[5] = Float(turn)
  }

  /// Works out where the body is on the map from the way to the goal.
  private mutating func read(_ observation: Span<Float>) {
    let senses = 4
    body.yaw = atan2(Double(observation[senses + 3]), Double(observation[senses + 4]))
    let (sine, cosine) = sincos(body.yaw)
    let forward = Double(observation[0])
    let left = Double(observation[1])
    body.x = Double(Self.goal.x) + 0.5 - (left * cosine - forward * sine)
    body.z = Double(Self.goal.z) + 0.5 - (forward * cosine + left * sine)
    body.y = Double(Self.goal.y) - Double(observation[2])
    body.isOnGround = observation[senses + 9] > 0.5
    body.isBlocked = observation[senses + 10] > 0.5
    body.isInWater = observation[senses + 11] > 0.5
    body.isClimbing = observation[senses + 12] > 0.5
  }

  /// The cell of the feet; where in its cell a body is rounds differently than where it is.
  private func cell(_ observation: Span<Float>) -> Cell {
    let place = 4 + 6
    return Cell(
      Int((body.x - Double(observation[place])).rounded()),
      Int((body.y - Double(observation[place + 1])).rounded()),
      Int((body.z - Double(observation[place + 2])).rounded()))
  }

  /// Draws the window into the map; tells whether anything was new.
  private mutating func draw(_ observation: Span<Float>) -> Bool {
    let feet = cell(observation)
    let before = map.fingerprint
    var index = 4 + BodySenses.width
    for y in feet.y - Window.below...feet.y + Window.above {
      for z in feet.z - Window.radius...feet.z + Window.radius {
        for x in feet.x - Window.radius...feet.x + Window.radius {
          map.write(Self.block(for: observation[index]), at: Cell(x, y, z))
          index += 1
        }
      }
    }
    return map.fingerprint != before
  }

  /// A block that is to a walker what the code says.
  private static func block(for code: Float) -> BlockState {
    switch code {
    case ..<(-1.5): lava
    case ..<(-0.75): water
    case ..<(-0.25): ladder
    case ..<0.05: .air
    case ..<0.3: carpet
    case ..<0.7: slab
    case ..<1.2: stone
    default: fence
    }
  }

  private static let lava: BlockState = "lava"
  private static let water: BlockState = "water"
  private static let ladder: BlockState = "ladder"
  private static let carpet: BlockState = "white_carpet"
  private static let slab: BlockState = "stone_slab"
  private static let stone: BlockState = "stone"
  private static let fence: BlockState = "oak_fence"

  private mutating func plan() {
    age = 0
    let feet = body.cell
    // In the air or on an edge the cell below is where the body will be.
    let starts = [feet, feet.below, feet.below.below] + Direction.horizontal.map { feet + $0 }
    var finder = PathFinder()
    finder.limit = 20_000
    for start in starts where map.stand(at: start) != nil {
      if let path = finder.path(from: start, to: Self.goal, in: map) {
        steering.follow(start == feet ? path : [feet] + path)
        return
      }
    }
    steering.stop()
  }
}
