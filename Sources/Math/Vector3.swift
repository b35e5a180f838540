/// Three Cartesian components, in metres, metres per second or radians per second as the name of
/// the value says. World axes: x across the table, y along it, z up.
@frozen
public struct Vector3: Hashable, Sendable, Codable {
  public var x: Double
  public var y: Double
  public var z: Double

  @inlinable
  public init(_ x: Double, _ y: Double, _ z: Double) {
    self.x = x
    self.y = y
    self.z = z
  }

  public static let zero = Vector3(0, 0, 0)
  public static let unitX = Vector3(1, 0, 0)
  public static let unitY = Vector3(0, 1, 0)
  public static let unitZ = Vector3(0, 0, 1)
}

extension Vector3 {
  @inlinable
  public static func + (a: Vector3, b: Vector3) -> Vector3 {
    Vector3(a.x + b.x, a.y + b.y, a.z + b.z)
  }

  @inlinable
  public static func - (a: Vector3, b: Vector3) -> Vector3 {
    Vector3(a.x - b.x, a.y - b.y, a.z - b.z)
  }

  @inlinable
  public static prefix func - (a: Vector3) -> Vector3 {
    Vector3(-a.x, -a.y, -a.z)
  }

  @inlinable
  public static func * (s: Double, a: Vector3) -> Vector3 {
    Vector3(s * a.x, s * a.y, s * a.z)
  }

  @inlinable
  public static func * (a: Vector3, s: Double) -> Vector3 {
    s * a
  }

  @inlinable
  public static func / (a: Vector3, s: Double) -> Vector3 {
    (1 / s) * a
  }

  @inlinable
  public static func += (a: inout Vector3, b: Vector3) {
    a = a + b
  }

  @inlinable
  public static func -= (a: inout Vector3, b: Vector3) {
    a = a - b
  }

  @inlinable
  public static func *= (a: inout Vector3, s: Double) {
    a = s * a
  }

  /// The scalar product.
  @inlinable
  public func dot(_ other: Vector3) -> Double {
    x * other.x + y * other.y + z * other.z
  }

  /// The vector product, right-handed.
  @inlinable
  public func cross(_ other: Vector3) -> Vector3 {
    Vector3(
      y * other.z - z * other.y,
      z * other.x - x * other.z,
      x * other.y - y * other.x)
  }

  @inlinable public var lengthSquared: Double { dot(self) }
  @inlinable public var length: Double { lengthSquared.squareRoot() }

  /// This direction with length 1, or `fallback` where the vector is too short to have a direction.
  @inlinable
  public func normalized(or fallback: Vector3 = .unitZ) -> Vector3 {
    let size = length
    return size > 1e-12 ? self / size : fallback
  }

  /// The part of this vector at right angles to the unit vector `normal`.
  @inlinable
  public func rejected(from normal: Vector3) -> Vector3 {
    self - dot(normal) * normal
  }

  /// Any unit vector at right angles to this one.
  @inlinable
  public var anyPerpendicular: Vector3 {
    let helper = abs(x) < 0.6 * length ? Vector3.unitX : .unitY
    return cross(helper).normalized(or: .unitX)
  }

  /// The vector seen from the other end of the table: half a turn about the vertical axis.
  @inlinable public var turnedAround: Vector3 { Vector3(-x, -y, z) }

  @inlinable public var isFinite: Bool { x.isFinite && y.isFinite && z.isFinite }

  /// The vector shortened, if need be, to at most `limit`.
  @inlinable
  public func clamped(to limit: Double) -> Vector3 {
    let size = length
    return size > limit ? (limit / size) * self : self
  }
}
