import Math
import Physics

/// Turns a plan into the set-point velocities that make lagging servos, behind lines that delay
/// their commands, go through it: the set-points lead the plan by what the servos trail, and each
/// command is the one that will be due when it arrives.
public struct SwingTracker: Hashable, Sendable {
  public private(set) var plan: SwingPlan
  /// When, on the caller's clock, the plan starts.
  private var start = 0.0
  private let servos: ServoBank
  /// Seconds between commands.
  private let period: Double
  /// The seconds from sending a command to its first effect, by joint.
  private let delay: JointVector
  /// The set-points as the commands sent so far will have moved them.
  public private(set) var setPoint: JointVector

  /// - Parameters:
  ///   - setPoint: The set-points once all commands sent before have arrived; where they are not
  ///     known, the joint positions do.
  ///   - period: Seconds between commands.
  ///   - delay: The seconds from sending a command to its first effect, by joint. Where a line
  ///     interpolates between commands a period apart, half a period less: the effect of a command
  ///     then lies around the moment of its arrival and not after it.
  public init(
    _ plan: SwingPlan, _ servos: ServoBank, setPoint: JointVector, period: Double = 0.02,
    delay: JointVector = .zero
  ) {
    self.plan = plan
    self.servos = servos
    self.setPoint = setPoint
    self.period = period
    self.delay = delay
  }

  /// What the joints will be doing, by plan, when a command sent at `time` reaches them: where a new
  /// plan has to start.
  public func arrival(at time: Double) -> JointMotion {
    plan.motion(at: JointVector(repeating: time - start) + delay)
  }

  /// Goes on with another plan, whose clock starts at `time`.
  public mutating func follow(_ plan: SwingPlan, from time: Double) {
    self.plan = plan
    start = time
  }

  /// The set-point velocities to send at `time`, each lasting one period. Call it once per period.
  public mutating func command(at time: Double) -> JointVector {
    let due = JointVector(repeating: time - start + period) + delay
    let wanted = (goal(at: due) - setPoint) / period
    let command = held(wanted, -servos.speedLimit, servos.speedLimit)
    setPoint = held(setPoint + period * command, servos.lowest, servos.highest)
    return command
  }

  /// Where the set-points should be at `time` on the plan's clock, one time per joint.
  private func goal(at time: JointVector) -> JointVector {
    let motion = plan.motion(at: time)
    return held(motion.position + servos.lead(motion), servos.lowest, servos.highest)
  }
}
