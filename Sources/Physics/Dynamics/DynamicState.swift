import Math

/// The state of an arm of up to eight joints that obeys the equations of motion.
@frozen
public struct DynamicState: Hashable, Sendable, Codable {
  /// Radians or metres.
  public var position: JointVector
  /// Radians or metres per second.
  public var velocity: JointVector
  /// Where each servo wants its joint.
  public var setPoint: JointVector
  /// Of the last step: from it the next one reckons the velocity in its middle.
  public var acceleration: JointVector

  /// An arm at rest at `position`, which its servos hold.
  @inlinable
  public init(restingAt position: JointVector) {
    self.position = position
    velocity = .zero
    setPoint = position
    acceleration = .zero
  }

  @inlinable
  public func hash(into digest: inout Digest) {
    for lane in 0..<JointVector.scalarCount {
      digest.combine(position[lane])
      digest.combine(velocity[lane])
      digest.combine(setPoint[lane])
      digest.combine(acceleration[lane])
    }
  }
}
