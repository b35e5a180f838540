import Math

/// What the links of an arm are made of, one link in a lane.
struct BodyLanes: Hashable, Sendable {
  /// 1 for joints that slide, and for those that turn.
  var slides = JointVector.zero
  var turns = JointVector.zero
  var mass = JointVector.zero
  /// The centre of mass, and the rotational inertia about it: xx, yy, zz, xy, xz, yz.
  var centre = [JointVector](repeating: .zero, count: 3)
  var rotational = [JointVector](repeating: .zero, count: 6)

  init(_ bodies: [ArmBody]) {
    for (lane, body) in bodies.enumerated() {
      slides[lane] = body.slides ? 1 : 0
      turns[lane] = body.slides ? 0 : 1
      mass[lane] = body.mass
      let (c, j) = (body.centre, body.rotational)
      for (row, number) in [c.x, c.y, c.z].enumerated() { centre[row][lane] = number }
      for (row, number) in [j.xx, j.yy, j.zz, j.xy, j.xz, j.yz].enumerated() {
        rotational[row][lane] = number
      }
    }
  }
}
