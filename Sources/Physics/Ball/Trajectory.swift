import Math

/// A ball flying over one block and bouncing on it, arc by arc: what a planner needs to look ahead.
///
/// A value of fixed size: copying it branches the future, and nothing is allocated.
@frozen
public struct Trajectory: Sendable {
  /// The ball now.
  public private(set) var ball: Ball
  /// Seconds since the start.
  public private(set) var time = 0.0
  /// How often the ball has bounced.
  public private(set) var bounces = 0
  /// Where the ball touched last, and when.
  public private(set) var lastBounce: Crossing?
  public let model: FlightModel
  public let block: Box
  public let material: SurfaceMaterial
  /// The longest arc, in seconds.
  public let step: Double

  public init(
    of ball: Ball, model: FlightModel, over block: Box, of material: SurfaceMaterial,
    step: Double = 0.01
  ) {
    self.ball = ball
    self.model = model
    self.block = block
    self.material = material
    self.step = step
  }

  /// Flies on by one step, at most `limit` seconds, or up to the next bounce if that comes first,
  /// and returns the flight before the bounce. `ball` is then the ball after it.
  @discardableResult
  public mutating func advance(limit: Double = .infinity) -> (arc: Arc, end: Double) {
    let arc = Arc(from: ball, model: model, duration: min(step, limit))
    let reach = block.centre.z + block.halfSize.z + Ball.radius + Contact.tolerance
    guard arc.leastHeight <= reach, let contact = firstContact(of: arc, with: block) else {
      time += arc.duration
      ball = arc.end
      return (arc, arc.duration)
    }
    let touching = arc.ball(at: contact.time)
    time += contact.time
    bounces += 1
    lastBounce = Crossing(time: time, ball: touching)
    ball = collide(
      touching, normal: contact.normal, surfaceVelocity: .zero, material: material)
    return (arc, contact.time)
  }

  /// Flies on until the centre of the ball passes through `plane`, or for `duration` seconds if it
  /// does not, and says when and how it passed, the time being counted from the start.
  public mutating func advance(to plane: Plane, within duration: Double) -> Crossing? {
    let deadline = time + duration
    while time < deadline - 1e-12 {
      let before = time
      let (arc, end) = advance(limit: deadline - time)
      if let t = arc.crossingTime(of: plane), t <= end {
        return Crossing(time: before + t, ball: arc.ball(at: t))
      }
    }
    return nil
  }

  /// Flies on until the next bounce, or for `duration` seconds if there is none.
  public mutating func advanceToBounce(within duration: Double) -> Crossing? {
    let deadline = time + duration
    let count = bounces
    while time < deadline - 1e-12 {
      advance(limit: deadline - time)
      if bounces > count { return lastBounce }
    }
    return nil
  }
}
