import Math

/// A player's body: an upright box that walks, jumps, climbs and swims.
///
/// Lengths in blocks of one metre, speeds in blocks per tick of a twentieth of a second.
public struct Body: Hashable, Sendable {
  public static let width = 0.6
  public static let height = 1.8
  /// The eye above the feet.
  public static let eyeHeight = 1.62
  /// How far the hand reaches from the eye in survival.
  public static let reach = 4.5

  /// The middle of the feet.
  public var x: Double
  public var y: Double
  public var z: Double
  public var speedX = 0.0
  public var speedY = 0.0
  public var speedZ = 0.0
  /// Where the body looks, in radians: 0 is south, a quarter turn is west.
  public var yaw = 0.0
  /// Radians below the horizon, at most a quarter turn.
  public var pitch = 0.0
  public internal(set) var isOnGround = false
  /// Whether something beside the body stopped it in the last tick.
  public internal(set) var isBlocked = false
  public internal(set) var isInWater = false
  public internal(set) var isInLava = false
  public internal(set) var isClimbing = false
  /// Blocks fallen since the body last stood, swam or climbed.
  public internal(set) var fallDistance = 0.0
  /// The damage of the last landing, in half hearts.
  public internal(set) var fallDamage = 0.0
  var jumpPause = 0

  /// A body that stands with its feet at a point.
  public init(x: Double, y: Double, z: Double) {
    self.x = x
    self.y = y
    self.z = z
  }

  /// A body in the middle of a cell.
  public init(in cell: Cell) {
    self.init(x: Double(cell.x) + 0.5, y: Double(cell.y), z: Double(cell.z) + 0.5)
  }

  /// The space the body takes.
  public var box: Box {
    let half = Body.width / 2
    return Box(x: x - half...x + half, y: y...y + Body.height, z: z - half...z + half)
  }

  /// The cell of the feet.
  public var cell: Cell {
    Cell(Int(x.rounded(.down)), Int(y.rounded(.down)), Int(z.rounded(.down)))
  }

  /// Where the body looks, a unit vector.
  public var look: (x: Double, y: Double, z: Double) {
    let (sine, cosine) = sincos(yaw)
    let (down, level) = sincos(pitch)
    return (-sine * level, -down, cosine * level)
  }

  /// Turns the view to a point.
  public mutating func look(at x: Double, _ y: Double, _ z: Double) {
    let dx = x - self.x
    let dy = y - self.y - Body.eyeHeight
    let dz = z - self.z
    yaw = atan2(-dx, dz)
    pitch = -atan2(dy, (dx * dx + dz * dz).squareRoot())
  }

  /// The level direction the body looks in.
  public var horizontalFacing: Direction {
    let (sine, cosine) = sincos(yaw)
    if abs(cosine) >= abs(sine) { return cosine >= 0 ? .south : .north }
    return sine >= 0 ? .west : .east
  }

  /// The direction of the six the body looks in most.
  public var facing: Direction {
    let look = look
    let level = max(abs(look.x), abs(look.z))
    return abs(look.y) > level ? (look.y > 0 ? .up : .down) : horizontalFacing
  }

  public func hash(into digest: inout Digest) {
    digest.combine(x)
    digest.combine(y)
    digest.combine(z)
    digest.combine(speedX)
    digest.combine(speedY)
    digest.combine(speedZ)
    digest.combine(yaw)
    digest.combine(pitch)
    digest.combine(fallDistance)
    digest.combine(isOnGround)
    digest.combine(jumpPause)
  }
}

/// What a body's keys say for one tick.
public struct Keys: Hashable, Sendable {
  /// Forwards or, negative, backwards: -1 ... 1.
  public var forward = 0.0
  /// To the left or, negative, to the right: -1 ... 1.
  public var left = 0.0
  public var jump = false
  public var sprint = false
  public var sneak = false

  public init() {}
}
