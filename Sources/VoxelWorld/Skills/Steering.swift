import Math

/// Follows a path cell by cell with keys and view.
struct Steering: Sendable {
  /// The cells that are still ahead.
  private(set) var path: ArraySlice<Cell> = []
  /// Ticks without coming nearer to the next cell.
  private var stuck = 0
  private var nearest = Double.infinity

  /// Whether the path has come to its end.
  var isDone: Bool { path.isEmpty }
  /// Whether the next cell has not come nearer for a second.
  var isStuck: Bool { stuck > 20 }

  mutating func follow(_ path: [Cell]) {
    self.path = path.dropFirst()
    stuck = 0
    nearest = .infinity
  }

  mutating func stop() {
    path = []
    stuck = 0
  }

  /// The keys of one tick, and by how much to turn to the right, in radians.
  mutating func keys(for body: Body) -> (keys: Keys, turn: Double) {
    var keys = Keys()
    dropReached(body)
    guard let next = path.first else { return (keys, 0) }
    let dx = Double(next.x) + 0.5 - body.x
    let dz = Double(next.z) + 0.5 - body.z
    let distance = (dx * dx + dz * dz).squareRoot()
    var turn = 0.0
    if distance > 0.05 {
      turn = World.wrapped(atan2(-dx, dz) - body.yaw)
      // Walking starts once the view is about right, and slows down before a sharp turn.
      let isAhead = abs(turn) < 0.6
      keys.forward = isAhead ? min(1, 0.3 + distance) : 0
    }
    let rise = Double(next.y) - body.y
    let isSwimming = body.isInWater || body.isInLava
    keys.jump =
      isSwimming || body.isClimbing
      ? rise > -0.3 : rise > 0.6 && (distance < 1.3 || body.isBlocked)
    // Holds on to the ladder while it turns.
    keys.sneak = body.isClimbing && rise > -0.3 && !keys.jump
    watch(distance + abs(rise))
    return (keys, turn)
  }

  /// Forgets the cells that the body has passed.
  private mutating func dropReached(_ body: Body) {
    while let next = path.first {
      let dx = Double(next.x) + 0.5 - body.x
      let dz = Double(next.z) + 0.5 - body.z
      let isNear = dx * dx + dz * dz < (path.count == 1 ? 0.06 : 0.12)
      let rise = Double(next.y) - body.y
      guard isNear, rise < 0.4, rise > -1.1 else { return }
      path = path.dropFirst()
      nearest = .infinity
      stuck = 0
    }
  }

  private mutating func watch(_ distance: Double) {
    if distance < nearest - 0.01 {
      nearest = distance
      stuck = 0
    } else {
      stuck += 1
    }
  }
}

extension World {
  /// The same angle in -pi ... pi.
  static func wrapped(_ angle: Double) -> Double {
    var angle = angle
    while angle > .pi { angle -= 2 * .pi }
    while angle < -.pi { angle += 2 * .pi }
    return angle
  }
}
