import Math
import Physics

extension RobotModel {
  /// How far from home strokes take each joint: the range of poses that a skill may start from.
  var startReach: JointVector {
    slideCount == 2
      ? JointVector(0.3, 0.7, 0.6, 0.3, 0.3, 0.7, 0.4, 0.6) : JointVector(repeating: 0.4)
  }

  /// A pose in which the robot may stand still: home where `spread` is 0, else one drawn around it,
  /// more often near than far, that touches neither the table nor the robot itself.
  ///
  /// - Parameter spread: 1 for the whole of `startReach`.
  func restingPose(spread: Double, random: inout Random) -> JointVector {
    guard spread > 0 else { return home }
    for _ in 0..<20 {
      // The sum of two even numbers: most poses lie near home.
      var pose = home
      for joint in 0..<jointCount {
        let share = 0.5 * (random.uniform(-1, 1) + random.uniform(-1, 1))
        pose[joint] += spread * share * startReach[joint]
      }
      pose = within(pose)
      if collision(pose, clearance: 0.02) == nil { return pose }
    }
    return home
  }
}
