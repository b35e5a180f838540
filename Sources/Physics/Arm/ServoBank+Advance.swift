import Math

extension ServoBank {
  /// Moves the joints on by `steps` steps while each set-point moves with `command`.
  ///
  /// The command is held within the speed limits, the set-point and the joint within the position
  /// range; a joint that meets its stop loses the velocity into it.
  /// - Parameter command: Radians or metres per second.
  public func advance(_ state: inout ServoState, _ command: JointVector, steps: Int = 1) {
    var last = InlineArray<1, ServoState>(repeating: state)
    var path = last.mutableSpan
    var paces = JointVector.zero
    advance(&state, command, steps: steps, into: &path, from: 0, spacing: 0, paces: &paces)
  }

  /// The same, step by step: writes the states after the steps to `path`, the first to `start` and
  /// each `spacing` elements after the one before.
  /// - Parameter paces: Raised to the most by which each joint moved within a step.
  // Always inlined: a bank that is a property of a class would be copied for a call.
  @inlinable @inline(__always)
  public func advance(
    _ state: inout ServoState, _ command: JointVector, steps: Int,
    into path: inout MutableSpan<ServoState>, from start: Int, spacing: Int = 1,
    paces: inout JointVector
  ) {
    let command = held(command, -speedLimit, speedLimit)
    // As vectors of the processor they stay in its registers: the steps wait for one another.
    var (now, rate, aim) = (state.position.wide, state.velocity.wide, state.setPoint.wide)
    var fastest = paces.wide
    for index in 0..<steps {
      let position = JointVector(now)
      let velocity = JointVector(rate)
      let setPoint = JointVector(aim)
      let goal = held(setPoint + step * command, lowest, highest)
      // Relative to the steady ramp, whose joint trails the set-point by `lag` times its velocity,
      // the motion is that of a free oscillator. What does not depend on the joint is summed first:
      // the steps of a joint wait for one another, those of its set-point do not.
      let ramp = (1 / step) * (goal - setPoint)
      let trail = lag * ramp
      let behind = trail - setPoint
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
      let drag = held(freeVelocity * spring.forcePerVelocity, -friction, friction)
      freeVelocity -= spring.velocityPerForce * drag
      freePosition -= spring.positionPerForce * drag
      // The mean motor force that this needs; beyond the limit the limit acts instead.
      let coasting = coast.velocityPerVelocity * velocity
      let force = (freeVelocity - coasting) * coast.forcePerVelocity + drag
      let limited = held(force, -forceLimit, forceLimit)
      let saturated = force .!= limited
      var reached = freePosition
      var speed = freeVelocity
      // Few steps meet a limit, and those that do not need not wait for what follows from one.
      if force.differs(from: limited) {
        let driven = coasting + coast.velocityPerForce * limited
        let drivenDrag = held(-driven * coast.forcePerVelocity, -friction, friction)
        let drivenPosition =
          position + coast.positionPerVelocity * velocity
          + coast.positionPerForce * (limited + drivenDrag)
        let drivenVelocity = driven + coast.velocityPerForce * drivenDrag
        reached = reached.replacing(with: drivenPosition, where: saturated)
        speed = speed.replacing(with: drivenVelocity, where: saturated)
      }
      let zero = JointVector.zero
      let isStopped = (reached .< lowest .& speed .< zero) .| (reached .> highest .& speed .> zero)
      now = held(reached, lowest, highest).wide
      rate = speed.replacing(with: zero, where: isStopped).wide
      aim = goal.wide
      fastest = larger(JointVector(fastest), abs(JointVector(now) - position)).wide
      path[start + index * spacing].position = JointVector(now)
      path[start + index * spacing].velocity = JointVector(rate)
      path[start + index * spacing].setPoint = JointVector(aim)
    }
    state.position = JointVector(now)
    state.velocity = JointVector(rate)
    state.setPoint = JointVector(aim)
    paces = JointVector(fastest)
  }
}
