import Math

/// Three numbers in one register of the processor; the fourth lane is 0 or never used.
typealias Wide = SIMD4<Double>

extension SIMD4<Double> {
  @inline(__always)
  init(_ vector: Vector3) {
    self.init(vector.x, vector.y, vector.z, 0)
  }

  @inline(__always)
  var vector: Vector3 { Vector3(x, y, z) }

  @inline(__always)
  func cross(_ other: Wide) -> Wide {
    let product = self * other.turned - turned * other
    return product.turned
  }

  /// One permutation of the register.
  @inline(__always)
  private var turned: Wide { Wide(y, z, x, w) }

  @inline(__always)
  func dot(_ other: Wide) -> Double {
    x * other.x + y * other.y + z * other.z
  }
}

/// A motion or a force of a rigid body (Featherstone, "Rigid Body Dynamics Algorithms", 2008,
/// chapter 2), seen from the base of the arm and taken about its origin. One frame for all bodies
/// saves every change of coordinates between links.
///
/// A motion is the angular velocity and the velocity of the body's point at the origin; a force is
/// the moment about the origin and the force.
struct SpatialVector: Hashable, Sendable {
  var angular: Wide
  var linear: Wide

  static let zero = SpatialVector(angular: .zero, linear: .zero)

  @inline(__always)
  static func + (a: SpatialVector, b: SpatialVector) -> SpatialVector {
    SpatialVector(angular: a.angular + b.angular, linear: a.linear + b.linear)
  }

  @inline(__always)
  static func - (a: SpatialVector, b: SpatialVector) -> SpatialVector {
    SpatialVector(angular: a.angular - b.angular, linear: a.linear - b.linear)
  }

  @inline(__always)
  static func * (s: Double, a: SpatialVector) -> SpatialVector {
    SpatialVector(angular: s * a.angular, linear: s * a.linear)
  }

  /// The power of a force along a motion (2.5).
  @inline(__always)
  func dot(_ other: SpatialVector) -> Double {
    let products = angular * other.angular + linear * other.linear
    return products.x + products.y + products.z
  }

  /// The rate at which `motion`, fixed to a body that moves like this, changes (2.31).
  @inline(__always)
  func crossMotion(_ motion: SpatialVector) -> SpatialVector {
    SpatialVector(
      angular: angular.cross(motion.angular),
      linear: angular.cross(motion.linear) + linear.cross(motion.angular))
  }

  /// The rate at which `force`, fixed to a body that moves like this, changes (2.32).
  @inline(__always)
  func crossForce(_ force: SpatialVector) -> SpatialVector {
    SpatialVector(
      angular: angular.cross(force.angular) + linear.cross(force.linear),
      linear: angular.cross(force.linear))
  }
}
