import Math

/// The equations of motion of an arm: a tree of rigid links on a base that stands still.
///
/// All three classical algorithms are here (Featherstone, "Rigid Body Dynamics Algorithms", 2008):
/// forces from accelerations (RNEA, chapter 5), the mass matrix (CRBA, chapter 6), and
/// accelerations from forces (ABA, chapter 7). Each is one or two passes over the links and
/// allocates nothing. Numbers are one per joint, in the order of the chain: metres or radians,
/// newtons or newton-metres.
public struct ArmDynamics: Hashable, Sendable {
  public let chain: KinematicChain
  /// One per link, in the link's frame.
  public let inertias: [Inertia]
  /// What the rotors add to the inertia seen at each joint, in kg or kg m2 (MuJoCo's armature).
  public let armatures: [Double]
  /// In world axes, m/s2.
  public let gravity: Vector3
  let bodies: [ArmBody]
  /// The upward acceleration of the base, in its own axes, that has the effect of gravity. A plain
  /// vector, because values with the alignment of registers must not be members of public types:
  /// see `JointVector`.
  private let upwards: Vector3
  var lift: SpatialVector { SpatialVector(angular: .zero, linear: Wide(upwards)) }

  /// - Parameters:
  ///   - inertias: One per joint of `chain`, each possible.
  ///   - armatures: One per joint, or nil for none.
  public init(
    _ chain: KinematicChain, inertias: [Inertia], armatures: [Double]? = nil,
    gravity: Vector3 = Vector3(0, 0, -9.81)
  ) {
    precondition(inertias.count == chain.count, "one inertia per joint")
    precondition(armatures == nil || armatures?.count == chain.count, "one armature per joint")
    self.chain = chain
    self.inertias = inertias
    self.armatures = armatures ?? Array(repeating: 0, count: chain.count)
    self.gravity = gravity
    bodies = ArmBody.bodies(chain, inertias)
    upwards = -chain.base.rotation.inverse(gravity)
  }

  public var count: Int { bodies.count }

  /// Places all bodies for the joint positions.
  func place(_ positions: Span<Double>, into placed: inout [PlacedBody]) {
    precondition(positions.count >= count && placed.count >= count, "one element per joint")
    for index in bodies.indices {
      let body = bodies[index]
      let parent = body.parent < 0 ? .base : placed[body.parent]
      let (sine, cosine) = body.slides ? (0, 1) : sincos(positions[index])
      placed[index] = PlacedBody(
        body, on: parent, offset: body.slides ? positions[index] : 0, sine: sine, cosine: cosine)
    }
  }
}

extension ArmDynamics {
  /// The energy of the motion and that of the height, in joules, the latter 0 with all centres of
  /// mass at the base.
  public func energy(
    _ positions: Span<Double>, _ velocities: Span<Double>, in workspace: inout DynamicsWorkspace
  ) -> (kinetic: Double, potential: Double) {
    place(positions, into: &workspace.placed)
    var kinetic = 0.0
    var potential = 0.0
    for index in bodies.indices {
      let body = workspace.placed[index]
      let parent = bodies[index].parent
      let carried = parent < 0 ? .zero : workspace.velocities[parent]
      let velocity = carried + velocities[index] * body.freedom
      workspace.velocities[index] = velocity
      kinetic += 0.5 * velocity.dot(body.inertia(velocity))
      kinetic += 0.5 * armatures[index] * velocities[index] * velocities[index]
      potential += body.inertia.moment.dot(lift.linear)
    }
    return (kinetic, potential)
  }
}
