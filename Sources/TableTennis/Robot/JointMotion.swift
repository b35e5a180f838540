import Math
import Physics

/// Positions, velocities, accelerations and jerks of all joints at a moment.
public struct JointMotion: Hashable, Sendable {
  public var position: JointVector
  public var velocity: JointVector
  public var acceleration: JointVector
  public var jerk: JointVector

  public init(
    position: JointVector, velocity: JointVector = .zero, acceleration: JointVector = .zero,
    jerk: JointVector = .zero
  ) {
    self.position = position
    self.velocity = velocity
    self.acceleration = acceleration
    self.jerk = jerk
  }
}
