import Math

extension ServoBank {
  /// Moves the joints on by `steps` steps while each set-point moves with `command`.
  ///
  /// The command is held within the speed limits, the set-point and the joint within the position
  /// range; a joint that meets its stop loses the velocity into it.
  /// - Parameter command: Radians or metres per second.
  @inlinable @inline(__always)
  public func advance(_ state: inout ServoState, _ command: JointVector, steps: Int = 1) {
    let command = held(command, -speedLimit, speedLimit)
    for _ in 0..<steps { advanceOnce(&state, command) }
  }

  @inlinable @inline(__always)
  func advanceOnce(_ state: inout ServoState, _ command: JointVector) {
    let position = state.position
    let velocity = state.velocity
    let goal = held(state.setPoint + step * command, lowest, highest)
    // Relative to the steady ramp, whose joint trails the set-point by `lag` times its velocity,
    // the motion is that of a free oscillator. What does not depend on the joint is summed first:
    // the steps of a joint wait for one another, those of its set-point do not.
    let ramp = (1 / step) * (goal - state.setPoint)
    let trail = lag * ramp
    let behind = trail - state.setPoint
    let givenVelocity =
      ramp + spring.velocityPerPosition * behind - spring.velocityPerVelocity * ramp
    let givenPosition =
      goal - trail + spring.positionPerPosition * behind - spring.positionPerVelocity * ramp
    var freeVelocity =
      spring.velocityPerPosition * position + spring.velocityPerVelocity * velocity
    freeVelocity += givenVelocity
    var freePosition =
      spring.positionPerPosition * position + spring.positionPerVelocity * velocity
    freePosition += givenPosition
    // Dry friction acts against the motion, and at most stops it.
    let drag = held(-freeVelocity * spring.forcePerVelocity, -friction, friction)
    freeVelocity += spring.velocityPerForce * drag
    freePosition += spring.positionPerForce * drag
    // The mean motor force that this needs; beyond the limit the limit acts instead.
    let coasting = coast.velocityPerVelocity * velocity
    let force = (freeVelocity - coasting) * coast.forcePerVelocity - drag
    let limited = held(force, -forceLimit, forceLimit)
    let driven = coasting + coast.velocityPerForce * limited
    let drivenDrag = held(-driven * coast.forcePerVelocity, -friction, friction)
    let drivenPosition =
      position + coast.positionPerVelocity * velocity
      + coast.positionPerForce * (limited + drivenDrag)
    let drivenVelocity = driven + coast.velocityPerForce * drivenDrag
    let saturated = force .!= limited
    let reached = freePosition.replacing(with: drivenPosition, where: saturated)
    let speed = freeVelocity.replacing(with: drivenVelocity, where: saturated)
    state.setPoint = goal
    state.position = held(reached, lowest, highest)
    let zero = JointVector.zero
    let isStopped = (reached .< lowest .& speed .< zero) .| (reached .> highest .& speed .> zero)
    state.velocity = speed.replacing(with: zero, where: isStopped)
  }
}
