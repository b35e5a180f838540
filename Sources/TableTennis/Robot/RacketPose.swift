import Math
import Physics

/// Where the blade is and how it moves, in world axes.
@frozen
public struct RacketPose: Hashable, Sendable {
  /// The middle of the blade, in metres.
  public var centre: Vector3
  /// The blade's attitude: x along the handle to the tip, y out of the forehand face.
  public var attitude: Rotation
  /// The velocity of the centre, in metres per second.
  public var velocity: Vector3
  /// Radians per second.
  public var angularVelocity: Vector3

  @inlinable
  public init(
    centre: Vector3, attitude: Rotation, velocity: Vector3 = .zero, angularVelocity: Vector3 = .zero
  ) {
    self.centre = centre
    self.attitude = attitude
    self.velocity = velocity
    self.angularVelocity = angularVelocity
  }

  /// The unit vector out of the forehand face.
  @inlinable public var normal: Vector3 { attitude(.unitY) }
  /// The unit vector along the handle, towards the tip of the blade.
  @inlinable public var handle: Vector3 { attitude(.unitX) }

  /// The velocity of a point that moves with the blade, in metres per second.
  @inlinable
  public func velocity(at point: Vector3) -> Vector3 {
    velocity + angularVelocity.cross(point - centre)
  }
}
