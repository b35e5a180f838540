import Math

/// An arm of up to eight joints that obeys the equations of motion of all its links together, with
/// motors that have limits: the `dynamic` level of fidelity, where `ServoBank` is the `servo` one.
///
/// A step takes the mass matrix M and the bias forces c at the position half-way, where the joint
/// drifts with its velocity, and at the velocity half-way that the last acceleration leads to; it
/// then solves for the acceleration a
///
///     (M + A) a = motors and gravity compensation - damping - friction - c
///
/// in which A is the change of the servos' and dampers' forces with a, and moves position and
/// velocity by the trapezoidal rule. For smooth forces this is of second order. Stiff servos are
/// stable because their forces are taken at the fraction theta of the step that is
/// exact for one joint alone (exponential fitting, Liniger and Willoughby, 1970): the middle for
/// soft ones, the end for stiff ones.
///
/// Motors at their limits, joints that slip or stick, and joints at their stops are found by
/// trying: the equations are solved for the likeliest case, and again while a joint contradicts it.
/// The matrix is small and its factors cheap, which is why a step rests on CRBA and not on ABA.
public struct DynamicArm: Hashable, Sendable {
  public let dynamics: ArmDynamics
  /// Seconds.
  public let step: Double
  /// Whether the motors carry the arm's weight, within their limits, before anything else.
  public let compensatesGravity: Bool
  public let lowest: JointVector
  public let highest: JointVector
  public let speedLimit: JointVector
  public let forceLimit: JointVector
  let stiffness: JointVector
  let derivative: JointVector
  let damping: JointVector
  let friction: JointVector
  let armature: JointVector
  /// Theta of joints driven by their servos, and of the others.
  let servoShare: JointVector
  let freeShare: JointVector
  let lanes: BodyLanes
  /// One row per joint: 1 for itself and those that carry it.
  let carriers: [JointVector]
  /// One row per joint: 1 for itself and those that it carries.
  let carried: [JointVector]

  /// - Parameters:
  ///   - dynamics: At most eight joints.
  ///   - step: Seconds.
  public init(_ dynamics: ArmDynamics, step: Double = 0.001, compensatesGravity: Bool = true) {
    precondition(dynamics.count <= JointVector.scalarCount, "an arm has eight lanes")
    precondition(step > 0, "a step lasts a while")
    self.dynamics = dynamics
    self.step = step
    self.compensatesGravity = compensatesGravity
    let joints = dynamics.chain.joints
    let drives = joints.map(\.drive)
    lowest = Self.lanes(joints.map(\.range.lowerBound))
    highest = Self.lanes(joints.map(\.range.upperBound))
    speedLimit = Self.lanes(joints.map(\.speedLimit))
    forceLimit = Self.lanes(drives.map(\.forceLimit))
    stiffness = Self.lanes(drives.map(\.stiffness))
    derivative = Self.lanes(drives.map(\.derivative))
    damping = Self.lanes(drives.map(\.damping))
    friction = Self.lanes(drives.map(\.friction))
    // Unused lanes get a mass of 1, which nothing moves.
    armature = Self.lanes(dynamics.armatures, else: 1)
    servoShare = Self.lanes(
      drives.map { Self.share(step * ($0.derivative + $0.damping) / $0.inertia) })
    freeShare = Self.lanes(drives.map { Self.share(step * $0.damping / $0.inertia) })
    lanes = BodyLanes(dynamics.bodies)
    let carriers = joints.indices.map { joint in
      var row = JointVector.zero
      var carrier = joint
      while carrier >= 0 {
        row[carrier] = 1
        carrier = joints[carrier].parent
      }
      return row
    }
    self.carriers = carriers
    carried = joints.indices.map { joint in Self.lanes(carriers.map { $0[joint] }) }
  }

  /// 1 / (1 - exp -z) - 1 / z: where in a step of z time constants the force of an even decay has
  /// its mean.
  private static func share(_ z: Double) -> Double {
    z < 1e-3 ? 0.5 + z / 12 : 1 / (1 - exp(-z)) - 1 / z
  }

  private static func lanes(_ numbers: [Double], else filler: Double = 0) -> JointVector {
    var vector = JointVector(repeating: filler)
    for (lane, number) in numbers.enumerated() { vector[lane] = number }
    return vector
  }
}
