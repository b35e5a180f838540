/// Finds the velocity nearest to a wish that obeys half-planes and a speed limit, by the randomised
/// incremental linear program of de Berg et al. (Computational Geometry, chapter 4), and where no
/// velocity obeys all, the one that breaks them least. Keeps its storage between calls.
struct VelocityChoice: Sendable {
  /// The constraints, the nearest neighbour's first.
  private(set) var planes: [HalfPlane] = []
  private var bisectors: [HalfPlane] = []

  init(capacity: Int) {
    planes.reserveCapacity(capacity)
    bisectors.reserveCapacity(capacity)
  }

  mutating func removeAll() { planes.removeAll(keepingCapacity: true) }

  mutating func append(_ plane: HalfPlane) { planes.append(plane) }

  /// The allowed velocity of at most `limit` metres per second that is nearest to `wish`.
  mutating func nearest(to wish: Planar, limit: Double) -> Planar {
    let speed = length(wish)
    var velocity = speed > limit ? limit / speed * wish : wish
    let failed = Self.approach(planes, &velocity, limit, wish: wish, isDirection: false)
    if failed < planes.count { breakLeast(from: failed, &velocity, limit) }
    return velocity
  }

  /// Moves `velocity` into the first planes one after the other.
  ///
  /// - Returns: the index of the first plane that cannot be obeyed, or the number of planes.
  private static func approach(
    _ planes: [HalfPlane], _ velocity: inout Planar, _ limit: Double, wish: Planar,
    isDirection: Bool
  ) -> Int {
    for index in planes.indices where planes[index].excess(of: velocity) > 0 {
      guard
        let better = onBorder(of: index, planes, limit, wish: wish, isDirection: isDirection)
      else { return index }
      velocity = better
    }
    return planes.count
  }

  /// The best velocity on the border of one plane that obeys those before it.
  private static func onBorder(
    of index: Int, _ planes: [HalfPlane], _ limit: Double, wish: Planar, isDirection: Bool
  ) -> Planar? {
    let border = planes[index]
    let middle = dot(border.point, border.direction)
    let discriminant = middle * middle + limit * limit - dot(border.point, border.point)
    guard discriminant >= 0 else { return nil }
    let half = discriminant.squareRoot()
    var (least, greatest) = (-middle - half, -middle + half)
    for other in planes[..<index] {
      let denominator = cross(border.direction, other.direction)
      let numerator = cross(other.direction, border.point - other.point)
      if abs(denominator) <= parallel {
        if numerator < 0 { return nil }
        continue
      }
      let t = numerator / denominator
      if denominator >= 0 { greatest = min(greatest, t) } else { least = max(least, t) }
      if least > greatest { return nil }
    }
    if isDirection {
      return border.point + (dot(wish, border.direction) > 0 ? greatest : least) * border.direction
    }
    let t = dot(border.direction, wish - border.point)
    return border.point + min(max(t, least), greatest) * border.direction
  }

  /// Minimises the greatest excess over the planes from `first` on.
  private mutating func breakLeast(from first: Int, _ velocity: inout Planar, _ limit: Double) {
    var distance = 0.0
    for index in first..<planes.count where planes[index].excess(of: velocity) > distance {
      let plane = planes[index]
      bisectors.removeAll(keepingCapacity: true)
      for other in planes[..<index] { addBisector(of: plane, other) }
      let before = velocity
      let inward = Planar(-plane.direction.y, plane.direction.x)
      velocity = limit * inward
      let failed = Self.approach(bisectors, &velocity, limit, wish: inward, isDirection: true)
      // By construction this can fail through rounding only; the velocity is then already right.
      if failed < bisectors.count { velocity = before }
      distance = plane.excess(of: velocity)
    }
  }

  /// The velocities that break `other` less than `plane`.
  private mutating func addBisector(of plane: HalfPlane, _ other: HalfPlane) {
    let determinant = cross(plane.direction, other.direction)
    var bisector = HalfPlane(point: .zero, direction: Planar(1, 0))
    if abs(determinant) <= Self.parallel {
      if dot(plane.direction, other.direction) > 0 { return }
      bisector.point = 0.5 * (plane.point + other.point)
    } else {
      let t = cross(other.direction, plane.point - other.point) / determinant
      bisector.point = plane.point + t * plane.direction
    }
    let difference = other.direction - plane.direction
    bisector.direction = difference / length(difference)
    bisectors.append(bisector)
  }

  /// Below this sine of their angle two lines count as parallel.
  private static let parallel = 1e-5
}
