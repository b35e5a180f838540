import Math

/// Puts links together to bodies: what a moving joint carries, up to the next moving joints.
struct URDFMerger {
  private(set) var joints: [URDFJoint] = []
  private(set) var frames: [RobotDescription.NamedFrame] = []
  private var parents: [Int] = []
  private var origins: [Transform] = []
  private var inertias: [Inertia] = []
  private var capsules: [LinkCapsule] = []

  /// Adds the root.
  mutating func add(_ link: URDFLink) {
    place(link, joint: -1, pose: .identity)
  }

  /// Adds a link that `joint` fastens to the link of the frame `carrier`, and returns its frame.
  mutating func add(_ link: URDFLink, on joint: URDFJoint, of carrier: Int) -> Int {
    let parent = frames[carrier]
    let pose = parent.pose * joint.origin
    if joint.kind == nil {
      place(link, joint: parent.joint, pose: pose)
    } else {
      joints.append(joint)
      parents.append(parent.joint)
      origins.append(pose)
      inertias.append(.none)
      place(link, joint: joints.count - 1, pose: .identity)
    }
    return frames.count - 1
  }

  private mutating func place(_ link: URDFLink, joint: Int, pose: Transform) {
    frames.append(RobotDescription.NamedFrame(name: link.name, joint: joint, pose: pose))
    for var capsule in link.capsules {
      capsule.link = joint
      capsule.start = pose(capsule.start)
      capsule.end = pose(capsule.end)
      capsules.append(capsule)
    }
    if joint >= 0 { inertias[joint] = inertias[joint] + link.inertia.placed(at: pose) }
  }

  func description(
    _ name: String, tool: RobotDescription.NamedFrame
  ) throws(DescriptionError) -> RobotDescription {
    let armatures = joints.map(\.armature)
    let bare = KinematicChain(
      base: .identity, joints: moving(inertias: armatures), tool: tool.pose, toolJoint: tool.joint)
    let (loads, resistances) = ArmDynamics(bare, inertias: inertias, armatures: armatures).loads()
    for index in joints.indices where !(resistances[index] > max(1e-9, 1e-10 * loads[index])) {
      throw DescriptionError(
        line: joints[index].line, "joint `\(joints[index].name)` has no mass to move",
        expected: "expected an <inertial> in what it carries, or an armature")
    }
    let chain = KinematicChain(
      base: .identity, joints: moving(inertias: loads), tool: tool.pose, toolJoint: tool.joint)
    return RobotDescription(
      name: name, chain: chain, inertias: inertias, armatures: armatures, capsules: capsules,
      frames: frames)
  }

  private func moving(inertias: [Double]) -> [Joint] {
    joints.indices.map { index in
      let joint = joints[index]
      let inertia = joint.inertia ?? inertias[index]
      // Critically damped, with a lag of 20 ms.
      let stiffness = joint.stiffness ?? 10_000 * inertia
      let derivative = joint.derivative ?? max(0, 0.02 * stiffness - joint.damping)
      return Joint(
        name: joint.name, kind: joint.kind ?? .revolute, parent: parents[index],
        origin: origins[index], axis: joint.axis, range: joint.range,
        speedLimit: joint.speedLimit,
        drive: Joint.Drive(
          stiffness: stiffness, derivative: derivative, forceLimit: joint.forceLimit,
          damping: joint.damping, friction: joint.friction, inertia: inertia))
    }
  }
}

extension ArmDynamics {
  /// With all joints at 0, or as near as their ranges allow: the inertia that each joint moves
  /// while the others stand still, and while they give way.
  fileprivate func loads() -> (held: [Double], free: [Double]) {
    let positions = chain.joints.map { min(max(0, $0.range.lowerBound), $0.range.upperBound) }
    var workspace = DynamicsWorkspace(for: self)
    var forces = [Double](repeating: 0, count: count)
    var span = forces.mutableSpan
    gravityForces(positions.span, into: &span, in: &workspace)
    let still = [Double](repeating: 0, count: count)
    forwardDynamics(positions.span, still.span, still.span, into: &span, in: &workspace)
    let held = chain.joints.indices.map {
      workspace.composites[$0](workspace.placed[$0].freedom).dot(workspace.placed[$0].freedom)
        + armatures[$0]
    }
    return (held, workspace.resistances)
  }
}
