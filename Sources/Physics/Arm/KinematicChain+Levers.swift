import Math

extension KinematicChain {
  /// For each joint, the most by which a unit of its motion can move a point of `bodies`: metres
  /// per radian, or 1 for a slide. The distance between two poses of any point of any body is then
  /// at most the sum of the joints' differences times their levers, whatever happened in between.
  public func levers(of bodies: [LinkCapsule]) -> [Double] {
    // How far from a joint's origin, and from its axis, the bodies reach that it carries.
    var reach = [Double](repeating: 0, count: count)
    var lever = reach
    for index in joints.indices.reversed() {
      let axis = joints[index].axis
      func extend(to point: Vector3, by further: Double) {
        reach[index] = max(reach[index], point.length + further)
        lever[index] = max(lever[index], point.rejected(from: axis).length + further)
      }
      for body in bodies where body.link == index {
        extend(to: body.start, by: body.radius)
        extend(to: body.end, by: body.radius)
      }
      for (other, child) in joints.enumerated() where child.parent == index {
        let slide = max(abs(child.range.lowerBound), abs(child.range.upperBound))
        extend(
          to: child.origin.position, by: reach[other] + (child.kind == .prismatic ? slide : 0))
      }
    }
    return joints.indices.map { joints[$0].kind == .prismatic ? 1 : lever[$0] }
  }
}
