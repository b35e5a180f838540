import Arena
import Math
import Physics

/// Which arm a robot has and how exactly it moves. As it stands, the robot of arXiv 2408.03906.
public struct ArmSetup: Configuration, Hashable {
  /// The text of a URDF file of at most eight joints, whose tool is the middle of the blade: x along
  /// the handle to the tip, y out of the forehand face. Scenario files may name a file instead.
  /// Empty: the robot of the paper.
  public var urdf = ""
  /// How the joints move.
  public var fidelity = Fidelity.servo
  /// Where the base of an arm from a file stands, in metres in the player's own frame.
  public var x = 0.0
  public var y = -1.95
  public var z = 0.0
  /// How far the base is turned to the left, in radians; at 0 its x axis points to the right.
  public var yaw = 0.5 * Double.pi
  /// The joints while it waits, in metres and radians; if empty, found by a search for a pose that
  /// holds the forehand's face to the net where balls come.
  public var home: [Double] = []
  /// The joints in the middle of the forehand's workspace; if empty, as at home.
  public var forehand: [Double] = []
  /// The same for the backhand; if empty, it strikes with the forehand's face alone.
  public var backhand: [Double] = []

  public init() {}

  public enum Fidelity: String, Codable, Sendable, CaseIterable {
    /// Each joint is a servo with an inertia of its own.
    case servo
    /// All links obey the equations of motion together, and motors have limits.
    case dynamic
  }
}

extension ArmSetup {
  /// The robot.
  ///
  /// - Parameter path: What errors call these settings.
  /// - Throws: `SetupError` for an arm that cannot play.
  func makeModel(at path: String) throws -> RobotModel {
    try require(x, in: -3...3, at: "\(path).x")
    try require(y, in: -4...0, at: "\(path).y")
    try require(z, in: -0.76...1.5, at: "\(path).z")
    try require(yaw, in: -7...7, at: "\(path).yaw")
    guard !urdf.isEmpty else {
      guard fidelity == .servo, home.isEmpty, forehand.isEmpty, backhand.isEmpty else {
        throw SetupError("\(path).urdf", "it is empty, and the built-in arm takes no settings")
      }
      return .paper
    }
    let robot = try description(at: "\(path).urdf")
    let base = Transform(
      position: Vector3(x, y, z), rotation: Rotation(angle: yaw, axis: .unitZ))
    let chain = KinematicChain(
      base: base * robot.chain.base, joints: robot.chain.joints, tool: robot.chain.tool,
      toolJoint: robot.chain.toolJoint)
    let dynamics =
      fidelity == .servo
      ? nil
      : DynamicArm(
        ArmDynamics(chain, inertias: robot.inertias, armatures: robot.armatures),
        step: Court.tick)
    let bodies = RobotBodies(robot.capsules, of: chain)
    guard bodies.capsules.count <= RobotModel.mostCapsules else {
      throw SetupError(
        "\(path).urdf",
        "it has \(bodies.capsules.count) bodies with the blade's three; expected at most "
          + "\(RobotModel.mostCapsules)")
    }
    let contacts = BodyContacts(bodies.capsules, chain)
    let poses = try poses(of: chain, bodies, contacts, at: path)
    let model = RobotModel(
      chain: chain, bodies: bodies, contacts: contacts, home: poses.home,
      ready: (poses.forehand, poses.backhand),
      dynamics: dynamics, step: Court.tick)
    if let collision = model.collision(model.home) {
      let other = collision == .table ? "the table" : "itself"
      throw SetupError("\(path).home", "the arm touches \(other) there")
    }
    return model
  }

  private func description(at path: String) throws -> RobotDescription {
    let robot: RobotDescription
    do {
      robot = try RobotDescription(urdf: Array(urdf.utf8))
    } catch {
      throw SetupError(path, "line \(error.line): \(error.problem); \(error.expectation)")
    }
    guard (1...RobotModel.mostJoints).contains(robot.chain.count) else {
      throw SetupError(
        path, "it has \(robot.chain.count) joints; expected 1 to \(RobotModel.mostJoints)")
    }
    return robot
  }

  private func poses(
    of chain: KinematicChain, _ bodies: RobotBodies, _ contacts: BodyContacts, at path: String
  ) throws -> (home: JointVector, forehand: JointVector, backhand: JointVector?) {
    let given = try pose(home, of: chain, at: "\(path).home")
    let forehand = try pose(forehand, of: chain, at: "\(path).forehand")
    let backhand = try pose(backhand, of: chain, at: "\(path).backhand")
    let home = given ?? forehand ?? ReadySearch(chain, bodies, contacts).best()
    guard let home else {
      throw SetupError(
        path,
        "this arm cannot hold its racket to the net at \(ReadySearch.meeting); move its base with "
          + "x, y, z and yaw, or give `home`")
    }
    return (home, forehand ?? home, backhand)
  }

  private func pose(
    _ numbers: [Double], of chain: KinematicChain, at path: String
  ) throws -> JointVector? {
    guard !numbers.isEmpty else { return nil }
    guard numbers.count == chain.count else {
      throw SetupError(path, "it has \(numbers.count) numbers; expected \(chain.count)")
    }
    var pose = JointVector.zero
    for (index, joint) in chain.joints.enumerated() {
      guard joint.range.contains(numbers[index]) else {
        throw SetupError(
          path,
          "\(numbers[index]) is not in \(joint.range.lowerBound) ... \(joint.range.upperBound), "
            + "the range of `\(joint.name)`")
      }
      pose[index] = numbers[index]
    }
    return pose
  }
}
