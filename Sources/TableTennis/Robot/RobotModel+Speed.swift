import Math
import Physics

/// Joint velocities for a wanted velocity of the racket.
public struct RacketDrive: Hashable, Sendable {
  /// Within the joints' top speeds, in metres and radians per second.
  public var velocities: JointVector
  /// What the racket then lacks of the wanted velocity, in metres per second.
  public var residual: Vector3
}

extension RobotModel {
  /// Joint velocities within the top speeds that give the middle of the blade `velocity`, with
  /// the least sum of squared shares of the top speeds; the blade's turning is left free.
  ///
  /// Where the least-squares share of a joint exceeds 1, the joint is set to its top speed and
  /// the others take over the rest (the saturation in the null space of Flacco, De Luca and
  /// Khatib, 2012). What no joint can give is the residual.
  /// - Parameter share: The part of each top speed that may be used, above 0 and up to 1.
  public func drive(
    _ velocity: Vector3, at joints: JointVector, share: JointVector = JointVector(repeating: 1)
  ) -> RacketDrive {
    let jacobian = racketJacobian(joints)
    let limit = share * servos.topSpeed
    var fixed = JointVector.zero
    var weight = limit * limit
    var velocities = JointVector.zero
    for _ in 0..<8 {
      let lacking = velocity - jacobian.velocity(fixed)
      velocities = fixed + jacobian.leastMotion(lacking, weight)
      let shares = (abs(velocities) / limit).replacing(
        with: JointVector.zero, where: weight .== 0)
      let largest = shares.max()
      if largest <= 1 { break }
      let worst = shares .>= largest
      fixed = fixed.replacing(
        with: limit.replacing(with: -limit, where: velocities .< 0), where: worst)
      weight = weight.replacing(with: JointVector.zero, where: worst)
    }
    velocities = held(velocities, -limit, limit)
    return RacketDrive(
      velocities: velocities, residual: velocity - jacobian.velocity(velocities))
  }
}

extension RacketJacobian {
  /// The velocity of the centre of the blade.
  func velocity(_ joints: JointVector) -> Vector3 {
    Vector3((x * joints).sum(), (y * joints).sum(), (z * joints).sum())
  }

  /// The joint velocities v with the least sum of v v / `weight` that give `wanted`, slightly damped.
  func leastMotion(_ wanted: Vector3, _ weight: JointVector) -> JointVector {
    let (wx, wy, wz) = (weight * x, weight * y, weight * z)
    let damping = 1e-7
    // The symmetric matrix J W J' by its columns, inverted by their vector products.
    let a = Vector3((wx * x).sum() + damping, (wx * y).sum(), (wx * z).sum())
    let b = Vector3(a.y, (wy * y).sum() + damping, (wy * z).sum())
    let c = Vector3(a.z, b.z, (wz * z).sum() + damping)
    let (bc, ca, ab) = (b.cross(c), c.cross(a), a.cross(b))
    let scale = 1 / a.dot(bc)
    let y0 = scale * bc.dot(wanted)
    let y1 = scale * ca.dot(wanted)
    let y2 = scale * ab.dot(wanted)
    return y0 * wx + y1 * wy + y2 * wz
  }
}
