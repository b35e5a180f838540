import Math

/// A link and the joint that carries it, ready for the equations of motion: seen from a frame
/// whose z axis is the joint's, so that every joint turns about, or slides along, z.
struct ArmBody: Hashable, Sendable {
  var parent: Int
  var slides: Bool
  /// This frame at position 0, seen from the parent's: its origin and its axes.
  var origin: Vector3
  var x: Vector3
  var y: Vector3
  var z: Vector3
  var mass: Double
  var centre: Vector3
  /// About the centre of mass.
  var rotational: SymmetricMatrix

  /// - Parameters:
  ///   - alignment: From this frame to the link's own.
  ///   - carrier: The same of the parent.
  init(_ joint: Joint, _ inertia: Inertia, alignment: Rotation, carrier: Rotation) {
    parent = joint.parent
    slides = joint.kind == .prismatic
    let pose = Transform(rotation: carrier.inverse) * joint.origin
    let attitude = (pose.rotation * alignment).normalized
    origin = pose.position
    x = attitude(.unitX)
    y = attitude(.unitY)
    z = attitude(.unitZ)
    let seen = inertia.placed(at: Transform(rotation: alignment.inverse))
    mass = seen.mass
    centre = seen.centre
    rotational = seen.rotational
  }

  /// The bodies of `chain`, in the order of its joints.
  static func bodies(_ chain: KinematicChain, _ inertias: [Inertia]) -> [ArmBody] {
    let alignments = chain.joints.map { Rotation(from: .unitZ, to: $0.axis) }
    return zip(chain.joints, inertias).enumerated().map { index, pair in
      let parent = pair.0.parent
      return ArmBody(
        pair.0, pair.1, alignment: alignments[index],
        carrier: parent < 0 ? .identity : alignments[parent])
    }
  }
}
