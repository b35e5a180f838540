import Math

/// The servos of up to eight joints as columns, ready to be advanced by steps of one length.
///
/// Within a step the set-point moves evenly and the motor is either a linear spring and damper or,
/// at its limit, a constant force. Both have closed forms, so that a step of any length is exact as
/// long as no limit is met, however stiff the printed gains are. The limit applies to the mean
/// force over the step, which is what keeps a stiff servo from chattering at it.
@frozen
public struct ServoBank: Hashable, Sendable {
  /// The joints in use; the lanes from here on do nothing.
  public let count: Int
  /// The length of a step in seconds.
  public let step: Double
  /// The seconds by which each joint trails an evenly moving set-point.
  public let lag: JointVector
  /// Inertia over stiffness, in s2: how far a set-point must lead an acceleration.
  public let accelerationLead: JointVector
  public let lowest: JointVector
  public let highest: JointVector
  public let speedLimit: JointVector
  /// The speed that a joint can keep: its limit, or that at which damping and friction use up the
  /// motor's force. 1 in unused lanes, so that shares of it are numbers.
  public let topSpeed: JointVector
  public let forceLimit: JointVector
  public let inertia: JointVector
  public let damping: JointVector
  @usableFromInline let friction: JointVector
  @usableFromInline let spring: Response
  @usableFromInline let coast: Response

  /// - Parameters:
  ///   - joints: At most eight.
  ///   - step: Seconds.
  public init(_ joints: [Joint], step: Double = 0.001) {
    precondition(joints.count <= JointVector.scalarCount, "a bank has eight lanes")
    precondition(step > 0, "a step lasts a while")
    count = joints.count
    self.step = step
    let drives = joints.map(\.drive)
    inertia = Self.lanes(drives.map(\.inertia), else: 1)
    lag = Self.lanes(drives.map(\.lag))
    accelerationLead = Self.lanes(drives.map { $0.inertia / $0.stiffness })
    forceLimit = Self.lanes(drives.map(\.forceLimit))
    damping = Self.lanes(drives.map(\.damping))
    friction = Self.lanes(drives.map(\.friction))
    lowest = Self.lanes(joints.map(\.range.lowerBound))
    highest = Self.lanes(joints.map(\.range.upperBound))
    speedLimit = Self.lanes(joints.map(\.speedLimit))
    topSpeed = Self.lanes(
      joints.map { joint in
        let force = joint.drive.forceLimit - joint.drive.friction
        return min(joint.speedLimit, max(0, force) / max(joint.drive.damping, 1e-9))
      }, else: 1)
    let stiffness = Self.lanes(drives.map(\.stiffness), else: 1)
    let derivative = Self.lanes(drives.map(\.derivative), else: 1)
    spring = Response(
      stiffness: stiffness, damping: derivative + damping, inertia: inertia, step: step)
    coast = Response(stiffness: .zero, damping: damping, inertia: inertia, step: step)
  }

  private static func lanes(_ numbers: [Double], else filler: Double = 0) -> JointVector {
    var vector = JointVector(repeating: filler)
    for (lane, number) in numbers.enumerated() { vector[lane] = number }
    return vector
  }
}

extension ServoBank {
  /// The exact effect of one step on a linear oscillator, lane by lane.
  @frozen @usableFromInline
  struct Response: Hashable, Sendable {
    @usableFromInline var positionPerPosition = JointVector.zero
    @usableFromInline var positionPerVelocity = JointVector.zero
    @usableFromInline var velocityPerPosition = JointVector.zero
    @usableFromInline var velocityPerVelocity = JointVector.zero
    /// The effect of a unit force that acts all through the step.
    @usableFromInline var positionPerForce = JointVector.zero
    @usableFromInline var velocityPerForce = JointVector.zero
    /// The force that changes the velocity by 1 over the step.
    @usableFromInline var forcePerVelocity = JointVector.zero

    init(stiffness: JointVector, damping: JointVector, inertia: JointVector, step: Double) {
      for lane in 0..<JointVector.scalarCount {
        let m = Self.propagator(
          stiffness[lane] / inertia[lane], damping[lane] / inertia[lane], step)
        positionPerPosition[lane] = m.pp
        positionPerVelocity[lane] = m.pv
        velocityPerPosition[lane] = m.vp
        velocityPerVelocity[lane] = m.vv
        positionPerForce[lane] = m.pf / inertia[lane]
        velocityPerForce[lane] = m.vf / inertia[lane]
        forcePerVelocity[lane] = inertia[lane] / m.vf
      }
    }

    /// The solution of x'' = -k x - c x' + f after `time`, as factors of x(0), x'(0) and f: the
    /// Taylor series over a short time, doubled until `time` is reached.
    private static func propagator(_ k: Double, _ c: Double, _ time: Double) -> Propagator {
      let size = max(k.squareRoot(), c) * time
      var doublings = 0
      while size > Double(1 << doublings) / 16 { doublings += 1 }
      let h = time / Double(1 << doublings)
      var result = Propagator(pp: 1, pv: 0, vp: 0, vv: 1, pf: 0, vf: 0)
      // The columns' n-th derivatives times h^n / n!, for n rising.
      var term = result
      term.vf = h
      for order in 1...14 {
        let n = Double(order)
        let next = Propagator(
          pp: h / n * term.vp, pv: h / n * term.vv,
          vp: h / n * (-k * term.pp - c * term.vp), vv: h / n * (-k * term.pv - c * term.vv),
          pf: h / (n + 1) * term.vf, vf: h / (n + 1) * (-k * term.pf - c * term.vf))
        result.vf += term.vf
        result.pp += next.pp
        result.pv += next.pv
        result.vp += next.vp
        result.vv += next.vv
        result.pf += next.pf
        term = next
      }
      for _ in 0..<doublings { result = result.twice }
      return result
    }
  }

  private struct Propagator {
    var pp: Double
    var pv: Double
    var vp: Double
    var vv: Double
    var pf: Double
    var vf: Double

    var twice: Propagator {
      Propagator(
        pp: pp * pp + pv * vp, pv: pp * pv + pv * vv,
        vp: vp * pp + vv * vp, vv: vp * pv + vv * vv,
        pf: pp * pf + pv * vf + pf, vf: vp * pf + vv * vf + vf)
    }
  }
}
