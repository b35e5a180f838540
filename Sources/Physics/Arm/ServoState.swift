import Math

/// One number for each of up to eight joints. Unused lanes hold 0.
public typealias JointVector = SIMD8<Double>

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

/// `value` held between `low` and `high`, lane by lane.
@inlinable @inline(__always)
public func held(_ value: JointVector, _ low: JointVector, _ high: JointVector) -> JointVector {
  let raised = value.replacing(with: low, where: value .< low)
  return raised.replacing(with: high, where: raised .> high)
}
