import Math
import Physics

/// A stroke in the space of the joints: from where they are to a pose with given velocities at the
/// moment of the hit, and then, braking, to rest in another pose. Each joint moves on a polynomial
/// that was picked, among a few spans and shapes, as the one that asks least of its servo.
public struct SwingPlan: Hashable, Sendable {
  /// Seconds on the clock in which the plan starts at 0.
  public let hitTime: Double
  private let strike: JointCurve
  private let recovery: JointCurve
  /// The greatest share of a servo's limit (of speed, force or range) that the way to the hit asks
  /// of each joint; above 1 the servo will lag behind the plan.
  public let effort: JointVector
  /// The same of the way back.
  public let recoveryEffort: JointVector

  /// - Parameters:
  ///   - start: The joints in positions and velocities, when the first command reaches them.
  ///   - hit: The joints at the hit; the acceleration counts where the curve can meet it.
  ///   - hitTime: Seconds from now; at least 0.02 more than the delay.
  ///   - rest: Where the joints go after the hit.
  ///   - delay: The seconds from now until a command reaches each joint.
  public init(
    _ servos: ServoBank, from start: JointMotion, hit: JointMotion, hitTime: Double,
    rest: JointVector, delay: JointVector = .zero
  ) {
    let hitTime = max(hitTime, delay.max() + 0.02)
    let strike = Self.strike(servos, start, hit, hitTime, delay)
    // The way back begins as the strike really ends.
    let end = strike.curve.motion(at: strike.curve.start + strike.curve.duration)
    let back = Self.recovery(servos, end, JointMotion(position: rest), hitTime)
    self.hitTime = hitTime
    self.strike = strike.curve
    effort = strike.effort
    recovery = back.curve
    recoveryEffort = back.effort
  }

  /// When the last joint comes to rest, in seconds.
  public var endTime: Double { (recovery.start + recovery.duration).max() }

  /// The planned motion at `time` seconds.
  public func motion(at time: Double) -> JointMotion {
    motion(at: JointVector(repeating: time))
  }

  /// The planned motion, each joint at its own time in seconds.
  public func motion(at time: JointVector) -> JointMotion {
    let before = strike.motion(at: time)
    let after = recovery.motion(at: time)
    let isBefore = time .<= hitTime
    return JointMotion(
      position: after.position.replacing(with: before.position, where: isBefore),
      velocity: after.velocity.replacing(with: before.velocity, where: isBefore),
      acceleration: after.acceleration.replacing(with: before.acceleration, where: isBefore),
      jerk: after.jerk.replacing(with: before.jerk, where: isBefore))
  }
}

extension SwingPlan {
  private typealias Choice = (curve: JointCurve, effort: JointVector)

  /// The way to the hit. A joint at rest may wait before it moves, which saves a long wind-up.
  private static func strike(
    _ servos: ServoBank, _ start: JointMotion, _ hit: JointMotion, _ hitTime: Double,
    _ delay: JointVector
  ) -> Choice {
    let isResting = (start.velocity * start.velocity) .< 1e-4
    return choice(servos, [1, 0.85, 0.7, 0.6, 0.5, 0.4].span, start, hit) { share in
      let whole = JointVector(repeating: hitTime) - delay
      let duration = whole.replacing(with: share * whole, where: isResting)
      return (start: JointVector(repeating: hitTime) - duration, duration: duration)
    }
  }

  /// The way back: the shortest span that asks no more than the servo can give.
  private static func recovery(
    _ servos: ServoBank, _ end: JointMotion, _ rest: JointMotion, _ hitTime: Double
  ) -> Choice {
    choice(servos, [0.3, 0.4, 0.5, 0.65, 0.8, 1, 1.3].span, end, rest) { seconds in
      (start: JointVector(repeating: hitTime), duration: JointVector(repeating: seconds))
    }
  }

  /// For each joint the first candidate whose effort is below 0.9, or else that of least effort.
  private static func choice(
    _ servos: ServoBank, _ candidates: Span<Double>, _ a: JointMotion, _ b: JointMotion,
    _ span: (Double) -> (start: JointVector, duration: JointVector)
  ) -> Choice {
    var best: Choice?
    for index in candidates.indices {
      let (start, duration) = span(candidates[index])
      for shape in [JointCurve.Shape.quintic, .cubic] {
        let curve = JointCurve(shape, from: a, to: b, start: start, duration: duration)
        let effort = effort(servos, curve)
        guard let current = best else {
          best = (curve, effort)
          continue
        }
        let isBetter = (effort .< current.effort) .& (current.effort .> 0.9)
        best!.curve.replace(with: curve, where: isBetter)
        best!.effort.replace(with: effort, where: isBetter)
      }
    }
    return best!
  }

  /// The greatest share of each servo's limits that `curve` asks for, at 25 moments.
  private static func effort(_ servos: ServoBank, _ curve: JointCurve) -> JointVector {
    var effort = JointVector.zero
    for sample in 0...24 {
      let motion = curve.motion(at: curve.start + (Double(sample) / 24) * curve.duration)
      let goal = motion.position + servos.lead(motion)
      let speed = abs(motion.velocity + servos.lag * motion.acceleration) / servos.speedLimit
      let force = abs(servos.inertia * motion.acceleration + servos.damping * motion.velocity)
      // The set-point must stay in range too: 5 % of the range beyond it count as a tenth.
      let over = larger(larger(goal - servos.highest, servos.lowest - goal), .zero)
      let range = JointVector(repeating: 1) + 2 * over / (servos.highest - servos.lowest)
      effort = larger(effort, larger(speed, force / servos.forceLimit))
      effort = larger(effort, JointVector.zero.replacing(with: range, where: over .> 0))
    }
    return effort
  }
}

extension ServoBank {
  /// By how much the set-points must lead the joints for these to go through `motion`.
  func lead(_ motion: JointMotion) -> JointVector {
    lag * motion.velocity + accelerationLead * motion.acceleration
  }
}
