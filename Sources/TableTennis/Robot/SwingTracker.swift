import Math
import Physics

/// Turns a plan into the set-point velocities that make lagging servos, behind lines that delay
/// their commands, go through it: the set-points lead the plan by what the servos trail, and each
/// command is the one that will be due when it arrives.
public struct SwingTracker: Hashable, Sendable {
  public let plan: SwingPlan
  private let servos: ServoBank
  /// Seconds between commands.
  private let period: Double
  /// The seconds from sending a command to its first effect, by joint.
  private let delay: JointVector
  /// The set-points as the commands sent so far will have moved them.
  private var setPoint: JointVector

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

  /// The set-point velocities to send at `time`, each lasting one period. Call it once per period.
  public mutating func command(at time: Double) -> JointVector {
    let due = JointVector(repeating: time + period) + delay
    let goal = self.goal(at: due)
    let wanted = (goal - setPoint) / period
    let command = held(wanted, -servos.speedLimit, servos.speedLimit)
    setPoint = held(setPoint + period * command, servos.lowest, servos.highest)
    return command
  }

  /// Where the set-points should be at `time`, one time per joint.
  private func goal(at time: JointVector) -> JointVector {
    let motion = plan.motion(at: time)
    return held(motion.position + servos.lead(motion), servos.lowest, servos.highest)
  }
}
