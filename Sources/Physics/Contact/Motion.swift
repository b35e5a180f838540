import Math

/// How a rigid body moves during a substep: its reference point runs straight, and it turns about
/// that point, both at constant rate.
@frozen
public struct Motion: Hashable, Sendable {
  /// The reference point at time `epoch`, in metres.
  public var origin: Vector3
  /// The velocity of the reference point, in m/s.
  public var velocity: Vector3
  /// In rad/s about the world axes.
  public var angularVelocity: Vector3
  /// The time, on the clock of the arc, at which the shape stands where it is given, in seconds.
  /// After a contact `t` seconds into a substep the next arc starts later by `t`: its epoch is -t.
  public var epoch: Double

  @inlinable
  public init(
    about origin: Vector3 = .zero, velocity: Vector3, angularVelocity: Vector3 = .zero,
    epoch: Double = 0
  ) {
    self.origin = origin
    self.velocity = velocity
    self.angularVelocity = angularVelocity
    self.epoch = epoch
  }

  /// At rest.
  @inlinable public static var still: Motion {
    let zero = Vector3(0, 0, 0)
    return Motion(about: zero, velocity: zero, angularVelocity: zero)
  }

  /// The reference point at `time`.
  @inlinable
  public func origin(at time: Double) -> Vector3 {
    origin + (time - epoch) * velocity
  }

  /// The velocity at `time` of the particle of the body that is then at `point`.
  @inlinable
  public func velocity(of point: Vector3, at time: Double) -> Vector3 {
    velocity + angularVelocity.cross(point - origin(at: time))
  }

  /// How the body has turned between `epoch` and `time`.
  @inlinable
  public func turn(at time: Double) -> Rotation {
    let rate = angularVelocity.length
    guard rate > 0 else { return .identity }
    return Rotation(angle: rate * (time - epoch), axis: (1 / rate) * angularVelocity)
  }
}
