import Math

/// The inertias of all links about the origin of the base.
struct InertiaLanes {
  var mass: Lanes
  /// Mass times centre of mass.
  var moment: LaneVector
  var xx: Lanes
  var yy: Lanes
  var zz: Lanes
  var xy: Lanes
  var xz: Lanes
  var yz: Lanes

  @inline(__always)
  func callAsFunction(_ motion: SpatialLanes) -> SpatialLanes {
    let (w, v) = (motion.angular, motion.linear)
    let turned = LaneVector(
      x: xx * w.x + xy * w.y + xz * w.z,
      y: xy * w.x + yy * w.y + yz * w.z,
      z: xz * w.x + yz * w.y + zz * w.z)
    return SpatialLanes(angular: turned + moment.cross(v), linear: mass * v - moment.cross(w))
  }
}

extension InertiaLanes {
  @inline(__always)
  init(_ loads: inout LaneTable<16>) {
    self.init(
      mass: loads[6], moment: loads[vectorAt: 7], xx: loads[10], yy: loads[11], zz: loads[12],
      xy: loads[13], xz: loads[14], yz: loads[15])
  }

  @inline(__always)
  func store(in loads: inout LaneTable<16>) {
    loads[6] = mass
    loads[vectorAt: 7] = moment
    loads[10] = xx
    loads[11] = yy
    loads[12] = zz
    loads[13] = xy
    loads[14] = xz
    loads[15] = yz
  }
}
