import Math
import Physics

/// The search for a pose in which an arm can wait for balls and strike them: the forehand's face to
/// the net, at a place where most balls can be met, clear of everything and quick to move forward.
struct ReadySearch {
  private let model: RobotModel

  /// Where the racket is held, in metres.
  static let meeting = "(x, -1.45, 0.27)"
  private static let depth = -1.45
  private static let height = 0.27
  /// Starts of the search, which are random and always the same.
  private static let starts = 64

  init(_ chain: KinematicChain, _ bodies: RobotBodies, _ contacts: BodyContacts) {
    var middle = JointVector.zero
    for (lane, joint) in chain.joints.enumerated() {
      middle[lane] = 0.5 * (joint.range.lowerBound + joint.range.upperBound)
    }
    model = RobotModel(
      chain: chain, bodies: bodies, contacts: contacts, home: middle, ready: (middle, nil),
      step: Court.tick)
  }

  /// The best pose that was found, or nil if none brings the racket there.
  func best() -> JointVector? {
    let goal = RacketGoal(
      centre: Vector3(model.chain.base.position.x, Self.depth, Self.height), normal: .unitY,
      face: .forehand)
    var random = Random(seed: 1)
    var best: (pose: JointVector, merit: Double)?
    for start in 0..<Self.starts {
      let pose = start == 0 ? model.home : sample(&random)
      let reach = model.descend(to: goal, from: pose, pull: pose)
      guard reach.isExact, model.collision(reach.joints) == nil else { continue }
      let merit = merit(of: reach.joints)
      if merit > best?.merit ?? -.infinity { best = (reach.joints, merit) }
    }
    return best?.pose
  }

  private func sample(_ random: inout Random) -> JointVector {
    var pose = JointVector.zero
    for (lane, joint) in model.chain.joints.enumerated() {
      // Joints that turn without end start within one turn.
      let low = max(joint.range.lowerBound, -Double.pi)
      let high = max(low, min(joint.range.upperBound, .pi))
      pose[lane] = random.uniform(low, high)
    }
    return pose
  }

  /// High where the racket can move forward and to the sides fast, and no joint is near its stops.
  private func merit(of pose: JointVector) -> Double {
    var lacking = 0.0
    for wanted in [Vector3(0, 4, 1), Vector3(2, 1, 0), Vector3(-2, 1, 0), Vector3(0, 1, 2)] {
      lacking += model.drive(wanted, at: pose).residual.length
    }
    var room = Double.infinity
    for lane in 0..<model.jointCount {
      room = min(room, pose[lane] - model.servos.lowest[lane])
      room = min(room, model.servos.highest[lane] - pose[lane])
    }
    return min(room, 0.5) - lacking
  }
}
