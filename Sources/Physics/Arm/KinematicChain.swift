import Math

/// A tree of joints with a tool at the end of one of them: where everything is, and how fast, for
/// given joint positions and velocities. Joints are stored parents first, so that one pass from
/// the base outwards visits each after what carries it. Nothing here allocates after `init`.
public struct KinematicChain: Hashable, Sendable, Codable {
  /// Where the base stands in the world.
  public let base: Transform
  public let joints: [Joint]
  /// The joint whose link carries the tool.
  public let toolJoint: Int
  /// The frame of the tool seen from the link of `toolJoint`.
  public let tool: Transform

  /// - Precondition: every parent comes before its children, and there is at least one joint.
  public init(base: Transform, joints: [Joint], tool: Transform, toolJoint: Int? = nil) {
    precondition(!joints.isEmpty, "a chain needs a joint")
    for (index, joint) in joints.enumerated() {
      precondition(joint.parent >= -1 && joint.parent < index, "parents come before children")
    }
    self.base = base
    self.joints = joints
    self.toolJoint = toolJoint ?? joints.count - 1
    self.tool = tool
  }

  @inlinable public var count: Int { joints.count }

  /// Writes the world frame of every link. The frame of a link is that of its joint after moving:
  /// its origin lies on the joint's axis.
  /// - Parameters:
  ///   - positions: One number per joint, in radians or metres.
  ///   - frames: One frame per joint.
  @inlinable
  public func place(_ positions: Span<Double>, into frames: inout MutableSpan<Transform>) {
    precondition(positions.count >= count && frames.count >= count, "one element per joint")
    let joints = joints.span
    for index in joints.indices {
      let (sine, cosine) = sincos(0.5 * positions[index])
      frames[index] = Self.moved(
        joints[index].parent < 0 ? base : frames[joints[index].parent],
        by: joints[index], to: positions[index], halfTurn: (sine, cosine))
    }
  }

  /// The same for up to eight joints, whose sines and cosines are then found side by side.
  @inlinable
  public func place(_ positions: JointVector, into frames: inout MutableSpan<Transform>) {
    precondition(
      count <= JointVector.scalarCount && frames.count >= count, "at most eight joints")
    let (sines, cosines) = sincos(0.5 * positions)
    let joints = joints.span
    // The frame before, kept at hand: nearly every joint is carried by the one before it.
    var last = base
    for index in joints.indices {
      let parent = joints[index].parent
      let carrier = parent == index - 1 ? last : parent < 0 ? base : frames[parent]
      last = Self.moved(
        carrier, by: joints[index], to: positions[index],
        halfTurn: (sines[index], cosines[index]))
      frames[index] = last
    }
  }

  /// The frame of `joint`'s link, given its carrier's, its own position, and the sine and
  /// cosine of half of it.
  @inlinable @inline(__always)
  static func moved(
    _ parent: Transform, by joint: borrowing Joint, to position: Double,
    halfTurn: (sine: Double, cosine: Double)
  ) -> Transform {
    // Nearly every joint's origin is only shifted, which saves a product of rotations.
    let isTurned = joint.origin.rotation.w != 1
    let origin = parent(joint.origin.position)
    let attitude = isTurned ? parent.rotation * joint.origin.rotation : parent.rotation
    switch joint.kind {
    case .revolute:
      let turn = Rotation(w: halfTurn.cosine, v: halfTurn.sine * joint.axis)
      return Transform(position: origin, rotation: attitude * turn)
    case .prismatic:
      return Transform(position: origin + attitude(position * joint.axis), rotation: attitude)
    }
  }

  /// The world frame of the tool, from the link frames that `place` wrote.
  @inlinable
  public func toolFrame(_ frames: Span<Transform>) -> Transform {
    frames[toolJoint] * tool
  }
}
