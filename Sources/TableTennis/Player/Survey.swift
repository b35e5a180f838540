import Math
import Physics

/// What was found out about a pose of the robot. The levers of its joints tell how much of it can
/// have changed in a later pose, so that most poses need not be looked into.
struct Survey: Sendable {
  var joints: JointVector
  /// How far the robot was from the table, and from itself, metres.
  var clearance: RobotModel.Clearance
  /// Where racket and links were.
  var stance: Stance

  init(_ joints: JointVector, of model: RobotModel) {
    self.joints = joints
    let frames = model.frames(joints)
    let bodies = model.bodies(frames)
    clearance = model.clearance(bodies, frames)
    let tool = model.chain.toolFrame(frames.span)
    stance = Stance(RacketPose(centre: tool.position, attitude: tool.rotation))
    stance.links = bodies
    stance.linkCount = model.linkCount
  }
}
