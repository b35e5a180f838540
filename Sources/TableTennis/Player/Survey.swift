import Math
import Physics

/// What was found out about a pose of the robot. The levers of its joints tell how much of it can
/// have changed in a later pose, so that most poses need not be looked into.
struct Survey: Sendable {
  var joints: JointVector
  /// How far the robot was from the table and from itself, metres.
  var clearance: Double
  /// Where racket and links were.
  var stance: Stance

  init(_ joints: JointVector) {
    self.joints = joints
    let frames = RobotModel.paper.frames(joints)
    let bodies = RobotModel.paper.bodies(frames)
    clearance = RobotModel.paper.clearance(bodies)
    let tool = RobotModel.paper.chain.toolFrame(frames.span)
    stance = Stance(RacketPose(centre: tool.position, attitude: tool.rotation))
    stance.hasLinks = true
    for index in 0..<Stance.linkCount { stance.links[index] = bodies[index] }
  }

  static let atHome = Survey(RobotModel.paper.home)
}
