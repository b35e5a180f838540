import Math

/// A symmetric 3 x 3 matrix.
@frozen
public struct SymmetricMatrix: Hashable, Sendable, Codable {
  public var xx: Double
  public var yy: Double
  public var zz: Double
  public var xy: Double
  public var xz: Double
  public var yz: Double

  public init(
    xx: Double, yy: Double, zz: Double, xy: Double = 0, xz: Double = 0, yz: Double = 0
  ) {
    self.xx = xx
    self.yy = yy
    self.zz = zz
    self.xy = xy
    self.xz = xz
    self.yz = yz
  }

  public static let zero = SymmetricMatrix(xx: 0, yy: 0, zz: 0)

  public static func + (a: SymmetricMatrix, b: SymmetricMatrix) -> SymmetricMatrix {
    SymmetricMatrix(
      xx: a.xx + b.xx, yy: a.yy + b.yy, zz: a.zz + b.zz, xy: a.xy + b.xy, xz: a.xz + b.xz,
      yz: a.yz + b.yz)
  }

  /// The matrix times a column.
  public func callAsFunction(_ v: Vector3) -> Vector3 {
    Vector3(
      xx * v.x + xy * v.y + xz * v.z,
      xy * v.x + yy * v.y + yz * v.z,
      xz * v.x + yz * v.y + zz * v.z)
  }

  /// The same matrix seen from a frame in which its own has the attitude `rotation`: R J R'.
  public func turned(by rotation: Rotation) -> SymmetricMatrix {
    let back = rotation.inverse
    let columns = [Vector3.unitX, .unitY, .unitZ].map { rotation(self(back($0))) }
    return SymmetricMatrix(
      xx: columns[0].x, yy: columns[1].y, zz: columns[2].z, xy: columns[1].x, xz: columns[2].x,
      yz: columns[2].y)
  }

  /// The rotational inertia about the origin of a point of `mass` at `place`.
  public static func pointMass(_ mass: Double, at place: Vector3) -> SymmetricMatrix {
    let (x, y, z) = (place.x, place.y, place.z)
    return SymmetricMatrix(
      xx: mass * (y * y + z * z), yy: mass * (x * x + z * z), zz: mass * (x * x + y * y),
      xy: -mass * x * y, xz: -mass * x * z, yz: -mass * y * z)
  }

  public var trace: Double { xx + yy + zz }

  /// The principal minors, of order 1, 2 and 3: all positive exactly for a positive matrix.
  public var leadingMinors: (Double, Double, Double) {
    let second = xx * yy - xy * xy
    let third =
      xx * (yy * zz - yz * yz) - xy * (xy * zz - yz * xz) + xz * (xy * yz - yy * xz)
    return (xx, second, third)
  }
}
