import Math

/// The spatial vectors of all links.
struct SpatialLanes {
  var angular: LaneVector
  var linear: LaneVector

  @inline(__always)
  func dot(_ b: SpatialLanes) -> Lanes { angular.dot(b.angular) + linear.dot(b.linear) }

  @inline(__always)
  static func * (s: Lanes, a: SpatialLanes) -> SpatialLanes {
    SpatialLanes(angular: s * a.angular, linear: s * a.linear)
  }
}
