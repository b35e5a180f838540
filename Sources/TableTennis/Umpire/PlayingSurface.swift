import Math
import Physics

/// The geometry that the laws ask about (ITTF laws 2.1.1 and 2.3.1). The origin is the centre of
/// the playing surface, z = 0 its level; lengths in metres.
public enum PlayingSurface {
  public static let halfLength = Table.halfLength
  public static let halfWidth = Table.halfWidth
  public static let ballRadius = Ball.radius

  /// How far the whole ball is behind the end line of `side`, which is thought of as endless
  /// (2.5.15). Negative while any part of the ball is not behind the line.
  public static func distance(of ball: Vector3, behindEndLineOf side: Side) -> Double {
    ball.y * side.direction - ballRadius - halfLength
  }

  /// Whether the whole ball is above the level of the playing surface, wherever it is.
  public static func isBelow(ballAt position: Vector3) -> Bool { position.z > ballRadius }

  /// Whether a ball is above the playing surface or travelling towards it (2.5.8): the vertical
  /// through the ball, or its horizontal path from here on, meets the rectangle of the table.
  public static func isUnderOrAhead(of position: Vector3, moving velocity: Vector3) -> Bool {
    guard position.z > 0 else { return false }
    let across = times(within: halfWidth, from: position.x, at: velocity.x)
    let along = times(within: halfLength, from: position.y, at: velocity.y)
    let entry = max(across.enter, along.enter, 0)
    return entry <= min(across.leave, along.leave)
  }

  /// Whether a ball that is no longer over the table, and was, crossed a side line on its way out
  /// rather than an end line, judged by its straight horizontal path backwards.
  public static func wasLeftBySideLine(to position: Vector3, moving velocity: Vector3) -> Bool {
    let across = times(within: halfWidth, from: position.x, at: velocity.x)
    let along = times(within: halfLength, from: position.y, at: velocity.y)
    guard across.leave < 0 else { return false }
    return across.leave <= along.leave
  }

  /// The times, relative to now, at which a coordinate enters and leaves -bound ... bound.
  private static func times(
    within bound: Double, from coordinate: Double, at speed: Double
  ) -> (enter: Double, leave: Double) {
    guard speed != 0 else {
      let isInside = abs(coordinate) <= bound
      return isInside ? (-.infinity, .infinity) : (.infinity, -.infinity)
    }
    let one = (-bound - coordinate) / speed
    let two = (bound - coordinate) / speed
    return (min(one, two), max(one, two))
  }
}
