import Math

extension DynamicArm {
  /// Moves the arm on by `steps` steps under one command.
  ///
  /// A joint that meets its stop loses the velocity into it, and the others feel the blow.
  /// - Parameter command: What `motor` says: radians or metres, those per second, or
  ///   newton-metres or newtons. It is held within the joints' limits.
  public func advance(
    _ state: inout DynamicState, _ command: JointVector, motor: Motor = .velocity, steps: Int = 1
  ) {
    var scratch = BodyScratch()
    var equations = MotionEquations()
    let bodies = dynamics.bodies.span
    // Half a step for soft joints. The acceleration of stiff ones does not go on.
    let share = motor == .torque ? freeShare : servoShare
    let lead = step * (JointVector(repeating: 1) - share)
    for _ in 0..<steps {
      let middle = state.position + (0.5 * step) * state.velocity
      let speed = state.velocity + lead * state.acceleration
      gather(middle, speed, bodies, &scratch, into: &equations)
      var goal = state.setPoint
      switch motor {
      case .velocity:
        goal = held(goal + step * held(command, -speedLimit, speedLimit), lowest, highest)
      case .position:
        goal = held(command, lowest, highest)
        state.setPoint = goal
      case .torque:
        goal = state.position
      }
      let forces = JointForces(
        self, state, goal: goal, force: motor == .torque ? command : nil,
        weight: equations.weight)
      let (acceleration, isStopped) = forces.settled(equations, self, state)
      move(&state, acceleration, isStopped)
      state.setPoint = goal
    }
  }

  /// Moves on with the acceleration that was found.
  @inline(__always)
  private func move(
    _ state: inout DynamicState, _ acceleration: JointVector, _ isStopped: JointVector.Mask
  ) {
    let zero = JointVector.zero
    var velocity = state.velocity + step * acceleration
    velocity = velocity.replacing(with: zero, where: isStopped)
    let position = state.position + (0.5 * step) * (state.velocity + velocity)
    state.position = held(position, lowest, highest)
    // A blow is no acceleration that goes on.
    let isBlow = any(isStopped .& (abs(state.velocity) .> 1e-6))
    state.acceleration =
      isBlow ? zero : acceleration.replacing(with: zero, where: isStopped)
    state.velocity = velocity
  }
}
