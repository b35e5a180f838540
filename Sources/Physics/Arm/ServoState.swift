import Math

/// The state of up to eight servo joints.
@frozen
public struct ServoState: Hashable, Sendable, Codable {
  /// Radians or metres.
  public var position: JointVector
  /// Radians or metres per second.
  public var velocity: JointVector
  /// Where each servo wants its joint: the integral of the commanded velocity.
  public var setPoint: JointVector

  /// Joints at rest at `position`, which their servos hold.
  @inlinable
  public init(restingAt position: JointVector) {
    self.position = position
    velocity = .zero
    setPoint = position
  }

  @inlinable
  public func hash(into digest: inout Digest) {
    for lane in 0..<JointVector.scalarCount {
      digest.combine(position[lane])
      digest.combine(velocity[lane])
      digest.combine(setPoint[lane])
    }
  }
}
