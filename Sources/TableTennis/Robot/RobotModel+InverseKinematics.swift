import Math
import Physics

extension RobotModel {
  /// Joint positions within the ranges that bring the racket to `goal`, near `preferred`.
  ///
  /// Damped least squares (Nakamura and Hanafusa, 1986) on five rows, three of position and two of
  /// direction, weighted by the squares of the joints' top speeds; what the rows leave free pulls
  /// the arm towards `preferred`. A joint at a stop that would move out of its range leaves the
  /// step. The slides start where they bring the racket's preferred pose to the goal. Should that
  /// fail, the search starts again from the ready pose of the face and from home. The result
  /// depends on the arguments alone, and the work is bounded.
  public func reach(_ goal: RacketGoal, near preferred: JointVector) -> RacketReach {
    var best = descend(to: goal, from: preferred, pull: preferred)
    if best.isExact { return best }
    for start in [ready(for: goal.face), home] {
      let other = descend(to: goal, from: start, pull: start)
      if other.error < best.error { best = other }
      if best.isExact { break }
    }
    return best
  }

  /// The joint positions of `reach`, starting from the face's ready pose.
  public func reach(_ goal: RacketGoal) -> RacketReach {
    reach(goal, near: ready(for: goal.face))
  }

  private static let iterationLimit = 40

  /// One descent of `reach`, from one start.
  func descend(
    to goal: RacketGoal, from start: JointVector, pull: JointVector
  ) -> RacketReach {
    let normal = goal.face.sign * goal.normal
    var joints = slid(start, to: goal.centre)
    for iteration in 0..<Self.iterationLimit {
      let task = AimTask(racketJacobian(joints), centre: goal.centre, normal: normal)
      let change = step(task, joints, pull: pull)
      let isMet = task.positionError < 1e-6 && task.angleError < 1e-6
      if isMet && (change.free * change.free).sum() < 1e-6 || iteration == Self.iterationLimit - 1 {
        return RacketReach(
          joints: joints, positionError: task.positionError, angleError: task.angleError,
          iterations: iteration + 1)
      }
      joints = within(joints + change.aim + change.free)
    }
    fatalError("the last iteration returns")
  }

  /// `joints` held within the ranges.
  func within(_ joints: JointVector) -> JointVector {
    held(joints, servos.lowest, servos.highest)
  }

  /// `joints` with the slides moved by what the racket lacks to be at `centre`.
  private func slid(_ joints: JointVector, to centre: Vector3) -> JointVector {
    var joints = within(joints)
    guard slideCount == 2 else { return joints }
    let gap = centre - racketPose(joints).centre
    joints[0] += gap.y
    joints[1] += gap.x
    return within(joints)
  }

  /// One step of the search: towards the goal, and freely towards `pull`.
  private func step(
    _ task: AimTask, _ joints: JointVector, pull: JointVector
  ) -> (aim: JointVector, free: JointVector) {
    // The slides may be anywhere; only the arm has a preference.
    var wish = 0.3 * (pull - joints)
    for slide in 0..<slideCount { wish[slide] = 0 }
    var weight = servos.topSpeed * servos.topSpeed
    var aim = JointVector.zero
    var free = JointVector.zero
    // A step that is stopped at a range's end is shared out anew among the other joints.
    for _ in 0..<3 {
      let solver = AimSolver(task, weight: weight)
      aim = solver.solve(task.error)
      wish = wish.replacing(with: JointVector.zero, where: weight .== 0)
      free = wish - solver.solve(task.applied(to: wish))
      let largest = (abs(aim) / servos.topSpeed).max()
      if largest > 0.08 { aim = (0.08 / largest) * aim }
      let next = joints + aim + free
      let below = (next .< servos.lowest) .& (joints .<= servos.lowest)
      let above = (next .> servos.highest) .& (joints .>= servos.highest)
      let stuck = (below .| above) .& (weight .> 0)
      if !any(stuck) { break }
      weight = weight.replacing(with: JointVector.zero, where: stuck)
    }
    return (aim, free)
  }
}
