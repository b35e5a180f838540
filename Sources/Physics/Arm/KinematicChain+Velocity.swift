import Math

extension KinematicChain {
  /// The tool's Jacobian by columns: what a unit velocity of each joint gives `point`, a world
  /// position that moves with the tool. Joints that do not carry the tool have zero columns.
  /// - Parameter columns: One twist per joint: the 6 x n geometric Jacobian.
  @inlinable
  public func jacobian(
    at point: Vector3, _ frames: Span<Transform>, into columns: inout MutableSpan<Twist>
  ) {
    precondition(frames.count >= count && columns.count >= count, "one element per joint")
    let joints = joints.span
    for index in joints.indices { columns[index] = .zero }
    var index = toolJoint
    while index >= 0 {
      let axis = frames[index].rotation(joints[index].axis)
      switch joints[index].kind {
      case .revolute:
        columns[index] = Twist(linear: axis.cross(point - frames[index].position), angular: axis)
      case .prismatic:
        columns[index] = Twist(linear: axis)
      }
      index = joints[index].parent
    }
  }

  /// The velocity of `point`, a world position that moves with the tool, and the tool's turning.
  /// - Parameter velocities: One number per joint, in radians or metres per second.
  @inlinable
  public func velocity(
    at point: Vector3, _ frames: Span<Transform>, _ velocities: Span<Double>
  ) -> Twist {
    let joints = joints.span
    var twist = Twist.zero
    var index = toolJoint
    while index >= 0 {
      let motion = velocities[index] * frames[index].rotation(joints[index].axis)
      switch joints[index].kind {
      case .revolute:
        twist.linear += motion.cross(point - frames[index].position)
        twist.angular += motion
      case .prismatic:
        twist.linear += motion
      }
      index = joints[index].parent
    }
    return twist
  }
}
