import Math

/// The inertia that a body seems to have when it carries others on joints that give way
/// (Featherstone, 2008, section 7.1): a symmetric 6 x 6 matrix, by its blocks' columns.
struct ArticulatedInertia: Sendable {
  /// From an angular motion to a moment.
  var turning: (x: Wide, y: Wide, z: Wide)
  /// From a linear motion to a moment.
  var coupling: (x: Wide, y: Wide, z: Wide)
  /// From an angular motion to a force: the transpose of `coupling`.
  var transposed: (x: Wide, y: Wide, z: Wide)
  /// From a linear motion to a force.
  var sliding: (x: Wide, y: Wide, z: Wide)

  init(_ body: SpatialInertia) {
    let h = body.moment
    turning = (body.x, body.y, body.z)
    transposed = (Wide(0, -h.z, h.y, 0), Wide(h.z, 0, -h.x, 0), Wide(-h.y, h.x, 0, 0))
    coupling = (Wide(0, h.z, -h.y, 0), Wide(-h.z, 0, h.x, 0), Wide(h.y, -h.x, 0, 0))
    let m = body.mass
    sliding = (Wide(m, 0, 0, 0), Wide(0, m, 0, 0), Wide(0, 0, m, 0))
  }

  func callAsFunction(_ motion: SpatialVector) -> SpatialVector {
    let (w, v) = (motion.angular, motion.linear)
    let turned = w.x * turning.x + w.y * turning.y + w.z * turning.z
    let coupled = v.x * coupling.x + v.y * coupling.y + v.z * coupling.z
    let crossed = w.x * transposed.x + w.y * transposed.y + w.z * transposed.z
    let slid = v.x * sliding.x + v.y * sliding.y + v.z * sliding.z
    return SpatialVector(angular: turned + coupled, linear: crossed + slid)
  }

  /// Adds what a child's joint passes on: its inertia less U U' / D (7.25).
  mutating func add(_ child: ArticulatedInertia, less u: SpatialVector, over d: Double) {
    let a = (1 / d) * u.angular
    let l = (1 / d) * u.linear
    turning.x += child.turning.x - a.x * u.angular
    turning.y += child.turning.y - a.y * u.angular
    turning.z += child.turning.z - a.z * u.angular
    coupling.x += child.coupling.x - l.x * u.angular
    coupling.y += child.coupling.y - l.y * u.angular
    coupling.z += child.coupling.z - l.z * u.angular
    transposed.x += child.transposed.x - a.x * u.linear
    transposed.y += child.transposed.y - a.y * u.linear
    transposed.z += child.transposed.z - a.z * u.linear
    sliding.x += child.sliding.x - l.x * u.linear
    sliding.y += child.sliding.y - l.y * u.linear
    sliding.z += child.sliding.z - l.z * u.linear
  }
}
