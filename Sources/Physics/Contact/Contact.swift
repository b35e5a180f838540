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
  public static let restingSpeed = 0.02
  /// How far, in metres, a ball may sink before a contact slower than `restingSpeed` counts.
  public static let slop = 1e-5
  /// The gap, in metres, that counts as touching.
  public static let tolerance = 1e-8
}
