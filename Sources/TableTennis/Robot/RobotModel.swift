import Math
import Physics

/// A robot with a racket and where it stands at the table: what holds for all episodes. World axes:
/// x across the table, y along it, z up, the origin in the middle of the playing surface; the robot
/// plays at y < 0 and looks along +y.
///
/// It never changes, so that all copies of a body may share one.
public final class RobotModel: Sendable {
  public let chain: KinematicChain
  public let servos: ServoBank
  /// The equations of motion of all links together, for a robot of `dynamic` fidelity.
  public let dynamics: DynamicArm?
  /// Whether there are such equations: quicker asked than `dynamics`, which is large.
  let isDynamic: Bool
  /// The pose in which the robot waits.
  public let home: JointVector
  /// A pose in the middle of the forehand's (the backhand's) workspace, to start searches from.
  public let forehandReady: JointVector
  public let backhandReady: JointVector
  /// Whether it strikes with either face; otherwise with the forehand's alone.
  public let hasBackhand: Bool
  /// The bodies of the links, then that of the handle, then rods that stand for the blade.
  public let capsules: [LinkCapsule]
  /// How many of `capsules` the ball can meet: those after them are the blade's.
  let linkCount: Int
  /// The capsule of the handle, which belongs to the racket; -1 if there is none.
  let handle: Int
  /// Which bodies may meet.
  let contacts: BodyContacts
  /// For each joint, the most by which a unit of its motion can move a point of the robot.
  let levers: JointVector
  /// The same for the distances of the robot's parts from one another, which slides leave as
  /// they are.
  let innerLevers: JointVector
  /// How many of the joints, the first ones, carry everything along y and x without turning it:
  /// two or none.
  let slideCount: Int
  /// No part is farther than this from the upright axis of the first joint after the slides, in
  /// metres; infinite where that axis is not upright.
  let girth: Double

  /// Most joints of a robot at the table.
  public static let mostJoints = JointVector.scalarCount
  /// Most capsules.
  static let mostCapsules = 16

  public var jointCount: Int { chain.count }

  /// - Parameters:
  ///   - chain: At most eight joints.
  ///   - bodies: At most sixteen capsules.
  ///   - contacts: Those of `bodies` that may meet, wherever home is.
  ///   - ready: The poses for either face; the forehand's alone makes a robot without backhand.
  ///   - dynamics: For a robot that obeys the equations of motion; its step must be `step`.
  ///   - step: The length of a servo step in seconds.
  init(
    chain: KinematicChain, bodies: RobotBodies, contacts: BodyContacts, home: JointVector,
    ready: (forehand: JointVector, backhand: JointVector?), dynamics: DynamicArm? = nil,
    step: Double
  ) {
    precondition(chain.count <= Self.mostJoints && bodies.capsules.count <= Self.mostCapsules)
    self.chain = chain
    self.home = home
    self.dynamics = dynamics
    isDynamic = dynamics != nil
    servos = ServoBank(chain.joints, step: step)
    forehandReady = ready.forehand
    backhandReady = ready.backhand ?? ready.forehand
    hasBackhand = ready.backhand != nil
    capsules = bodies.capsules
    linkCount = bodies.linkCount
    handle = bodies.handle
    self.contacts = contacts.apart(at: home, bodies.capsules, chain)
    let levers = chain.levers(of: bodies.capsules)
    var lanes = JointVector.zero
    for (lane, lever) in levers.enumerated() { lanes[lane] = lever }
    self.levers = lanes
    slideCount = chain.leadingSlides
    for slide in 0..<slideCount { lanes[slide] = 0 }
    innerLevers = lanes
    girth = chain.isUpright(slideCount) ? levers[slideCount] : .infinity
  }

  /// The pose to search from for a stroke with `face`.
  public func ready(for face: RacketFace) -> JointVector {
    face == .forehand ? forehandReady : backhandReady
  }

  /// Where the base stands after the slides have moved, in metres.
  func carriage(_ joints: JointVector) -> Vector3 {
    slideCount == 0
      ? chain.base.position : chain.base.position + Vector3(joints[1], joints[0], 0)
  }
}

extension KinematicChain {
  /// 2 if the first two joints slide along y and then along x, and carry all others; else 0.
  fileprivate var leadingSlides: Int {
    guard count > 2, joints[0].kind == .prismatic, joints[1].kind == .prismatic else { return 0 }
    let y = base.rotation(joints[0].origin.rotation(joints[0].axis))
    let turned = joints[0].origin.rotation * joints[1].origin.rotation
    let x = base.rotation(turned(joints[1].axis))
    let carryAll = joints.dropFirst(2).allSatisfy { $0.parent >= 1 } && joints[1].parent == 0
    let areStraight = (y - .unitY).length < 1e-9 && (x - .unitX).length < 1e-9
    return carryAll && areStraight ? 2 : 0
  }

  /// Whether all joints from `first` on hang from that one, and it turns about an upright axis
  /// through the base.
  fileprivate func isUpright(_ first: Int) -> Bool {
    guard joints[first].kind == .revolute, joints[first].parent == first - 1 else { return false }
    var turn = base.rotation
    for joint in joints[...first] {
      guard abs(joint.origin.position.x) + abs(joint.origin.position.y) < 1e-9 else { return false }
      turn = turn * joint.origin.rotation
    }
    let up = turn(joints[first].axis)
    return abs(up.x) + abs(up.y) < 1e-9
      && joints.dropFirst(first + 1).allSatisfy { $0.parent >= first }
  }
}
