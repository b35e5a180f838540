import Math

/// The state of a table-tennis ball: a thin spherical shell.
@frozen
public struct Ball: Hashable, Codable, Sendable {
  /// The centre, in metres.
  public var position: Vector3
  /// The velocity of the centre, in metres per second.
  public var velocity: Vector3
  /// The angular velocity, in radians per second about the world axes, right-handed.
  public var spin: Vector3

  @inlinable
  public init(position: Vector3, velocity: Vector3 = .zero, spin: Vector3 = .zero) {
    self.position = position
    self.velocity = velocity
    self.spin = spin
  }
}

extension Ball {
  /// The radius, in metres (ITTF law 2.03: 40 mm across).
  @inlinable public static var radius: Double { 0.02 }
  /// The mass, in kilograms (ITTF law 2.03).
  @inlinable public static var mass: Double { 0.0027 }
  /// The moment of inertia of a thin shell, 2/3 m r^2, in kg m^2.
  @inlinable public static var inertia: Double { 7.2e-7 }
  /// The area that meets the air, pi r^2, in square metres.
  @inlinable public static var crossSection: Double { 1.256_637_061_435_917_3e-3 }
  /// The volume, 4/3 pi r^3, in cubic metres.
  @inlinable public static var volume: Double { 3.351_032_163_829_112_8e-5 }

  /// Motion and spin energy, in joules, as seen from something that moves at `velocity` m/s.
  @inlinable
  public func kineticEnergy(seenFrom velocity: Vector3 = .zero) -> Double {
    0.5 * Ball.mass * (self.velocity - velocity).lengthSquared
      + 0.5 * Ball.inertia * spin.lengthSquared
  }

  /// How fast the ball turns forward, in rad/s: positive for topspin, negative for underspin, taken
  /// about the horizontal axis at right angles to the flight. 0 for a ball that flies straight up.
  @inlinable
  public func topspin(up: Vector3 = .unitZ) -> Double {
    spin.dot(up.cross(velocity).normalized(or: .zero))
  }

  @inlinable
  public var isFinite: Bool { position.isFinite && velocity.isFinite && spin.isFinite }
}

extension Digest {
  /// Adds position, velocity and spin.
  @inlinable
  public mutating func combine(_ ball: Ball) {
    combine(ball.position)
    combine(ball.velocity)
    combine(ball.spin)
  }
}
