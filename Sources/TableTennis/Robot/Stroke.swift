import Math
import Physics

/// A swing that brings the racket to a goal with a velocity.
public struct Stroke: Hashable, Sendable {
  public var goal: RacketGoal
  public var reach: RacketReach
  public var drive: RacketDrive
  public var plan: SwingPlan

  /// The errors to expect at the hit and the effort, in one number to choose by: 1 for an effort
  /// of 1, for 0.5 m/s that are lacking, for 5 cm or 10 degrees that the pose is off.
  public var cost: Double {
    plan.effort.max() + drive.residual.length / 0.5 + reach.positionError / 0.05
      + reach.angleError / 0.17
  }
}

extension RobotModel {
  /// The stroke that meets `goal` with the blade moving at `velocity`, and asks least of the
  /// servos among a few: hit poses nearer to the face's ready pose or to the start, and slides that
  /// give much or little of the speed.
  /// - Parameters:
  ///   - velocity: Of the middle of the blade at the hit, in metres per second.
  ///   - start: The joints when the first command reaches them.
  ///   - hitTime: Seconds from now.
  ///   - delay: The seconds from now until a command reaches each joint.
  public func stroke(
    _ goal: RacketGoal, velocity: Vector3, from start: JointMotion, hitTime: Double,
    delay: JointVector = .zero
  ) -> Stroke {
    var best: Stroke?
    let pose = ready(for: goal.face)
    for blend in [0, 0.2, 0.4] {
      let reach = reach(goal, near: pose + blend * (start.position - pose))
      for slideShare in slideCount == 0 ? [0.9] : [0.9, 0.6] {
        var share = JointVector(repeating: 0.9)
        for slide in 0..<slideCount { share[slide] = slideShare }
        let drive = drive(velocity, at: reach.joints, share: share)
        let hit = JointMotion(position: reach.joints, velocity: drive.velocities)
        let plan = SwingPlan(
          servos, from: start, hit: hit, hitTime: hitTime, rest: home, delay: delay)
        let stroke = Stroke(goal: goal, reach: reach, drive: drive, plan: plan)
        if best.map({ stroke.cost < $0.cost }) ?? true { best = stroke }
      }
    }
    return best!
  }
}
