import Math

/// The inertia of a rigid body about the origin of the base (Featherstone, 2008, 2.63): from a
/// motion to a momentum.
struct SpatialInertia: Hashable, Sendable {
  var mass: Double
  /// Mass times centre of mass.
  var moment: Wide
  /// The columns of the rotational inertia about the origin.
  var x: Wide
  var y: Wide
  var z: Wide

  static let zero = SpatialInertia(mass: 0, moment: .zero, x: .zero, y: .zero, z: .zero)

  @inline(__always)
  static func + (a: SpatialInertia, b: SpatialInertia) -> SpatialInertia {
    SpatialInertia(
      mass: a.mass + b.mass, moment: a.moment + b.moment, x: a.x + b.x, y: a.y + b.y, z: a.z + b.z)
  }

  @inline(__always)
  func callAsFunction(_ motion: SpatialVector) -> SpatialVector {
    let (w, v) = (motion.angular, motion.linear)
    return SpatialVector(
      angular: w.x * x + w.y * y + w.z * z + moment.cross(v), linear: mass * v - moment.cross(w))
  }
}
