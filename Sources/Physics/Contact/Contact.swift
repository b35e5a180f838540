import Math

/// A meeting of the ball with a surface.
@frozen
public struct Contact: Hashable, Sendable {
  /// When, in seconds on the clock of the arc.
  public var time: Double
  /// The point touched, in metres.
  public var point: Vector3
  /// The unit vector from the surface into the ball.
  public var normal: Vector3
  /// The velocity of the surface at the point, in m/s.
  public var surfaceVelocity: Vector3
  /// How fast ball and surface approach, in m/s, positive.
  public var closingSpeed: Double

  @inlinable
  public init(
    time: Double, point: Vector3, normal: Vector3, surfaceVelocity: Vector3, closingSpeed: Double
  ) {
    self.time = time
    self.point = point
    self.normal = normal
    self.surfaceVelocity = surfaceVelocity
    self.closingSpeed = closingSpeed
  }

  /// Below this approach speed, in m/s, an impact no longer loses speed along the normal (see
  /// `collide`), and it happens only `slop` deep (see `firstContact`). A ball "at rest" on a table
  /// then hops 20 micrometres high about 250 times a second: it rolls, slides and grips as it
  /// should, energy does not rise, and the number of contacts in any time is bounded.
  @inlinable public static var restingSpeed: Double { 0.02 }
  /// Below this approach speed, in m/s, nothing is an impact.
  @inlinable public static var creepingSpeed: Double { 0.005 }
  /// How far, in metres, a ball may sink before a contact slower than `restingSpeed` counts.
  @inlinable public static var slop: Double { 1e-5 }
  /// The gap, in metres, that counts as touching.
  @inlinable public static var tolerance: Double { 1e-8 }

  /// How deep a ball must be in the surface, in metres, for an approach at this speed to count.
  @inlinable
  static func requiredDepth(closing speed: Double) -> Double {
    speed >= restingSpeed ? 0 : speed >= creepingSpeed ? slop : .infinity
  }

  /// For how long, in seconds, there can be no contact, given the gap, its rate of change and a
  /// bound on how fast the rate can fall.
  @inlinable
  static func safeStep(gap: Double, rate: Double, acceleration: Double) -> Double {
    let isResting = gap <= tolerance && abs(rate) < restingSpeed
    if isResting && gap <= tolerance - slop {
      return max((creepingSpeed + rate) / acceleration, 2e-5)
    }
    let height = max(gap + (isResting ? slop : 0), 0)
    let root = (rate * rate + 2 * acceleration * height).squareRoot()
    return max(rate < 0 ? 2 * height / (root - rate) : (rate + root) / acceleration, 1e-9)
  }
}
