import Math

/// The forces on the joints of a `DynamicArm` in one step, each a constant less a slope times the
/// joint's acceleration, and the search for which of its cases each joint is in.
struct JointForces {
  /// Below this speed, in radians or metres per second, dry friction grows with the speed: a stuck
  /// joint creeps at most so fast.
  static let creep = 1e-3
  /// The slope that holds a joint at its stop: far above any inertia, in kg or kg m2.
  static let stopFactor = 1e9
  /// After so many attempts joints change their cases one by one.
  static let patience = 5
  /// Nearly always one attempt is enough, and two if a case changes.
  static let mostAttempts = 32

  /// The motor's force before its limit is `pull` - `pullSlope` a.
  let pull: JointVector
  let pullSlope: JointVector
  /// The same of the damping.
  let dampingSlope: JointVector
  /// Where the joint drifts in the first half of the step.
  let drifted: JointVector

  @inline(__always)
  init(
    _ arm: DynamicArm, _ state: DynamicState, goal: JointVector, force: JointVector?,
    weight: JointVector
  ) {
    let h = arm.step
    let carried = arm.compensatesGravity ? weight : .zero
    drifted = state.position + (0.5 * h) * state.velocity
    if let force {
      pull = held(force + carried, -arm.forceLimit, arm.forceLimit)
      pullSlope = .zero
      dampingSlope = h * (arm.freeShare * arm.damping)
    } else {
      let share = arm.servoShare
      let lead = share * (goal - state.setPoint - h * state.velocity)
      pull =
        arm.stiffness * (state.setPoint - state.position + lead)
        - arm.derivative * state.velocity + carried
      pullSlope = share * ((0.5 * h * h) * arm.stiffness + h * arm.derivative)
      dampingSlope = h * (share * arm.damping)
    }
  }
}

extension JointForces {
  /// The acceleration that agrees with its cases, and the joints that stand at stops.
  @inline(__always)
  func settled(
    _ equations: MotionEquations, _ arm: DynamicArm, _ state: DynamicState
  ) -> (acceleration: JointVector, isStopped: JointVector.Mask) {
    var cases = JointCases(self, arm, state)
    let sticking = (1 / Self.creep) * arm.friction
    var acceleration = JointVector.zero
    for attempt in 0..<Self.mostAttempts {
      let isLimited = cases.isHigh .| cases.isLow
      var force = pull.replacing(with: arm.forceLimit, where: cases.isHigh)
      force.replace(with: -arm.forceLimit, where: cases.isLow)
      var slope = dampingSlope + pullSlope.replacing(with: .zero, where: isLimited)
      force -= arm.damping * state.velocity + equations.bias
      let isSticking = cases.slip .== 0
      let drag = (arm.friction * cases.slip).replacing(
        with: sticking * state.velocity, where: isSticking)
      force -= drag
      slope += (arm.step * sticking).replacing(with: .zero, where: .!isSticking)
      slope.replace(with: JointVector(repeating: Self.stopFactor), where: cases.isStopped)
      force.replace(
        with: (-Self.stopFactor / arm.step) * state.velocity, where: cases.isStopped)
      acceleration = equations.solved(
        force, extra: slope + arm.armature, count: arm.dynamics.count)
      if !cases.revise(acceleration, self, arm, state, attempt: attempt) { break }
    }
    return (acceleration, cases.isStopped)
  }
}
