/// A rotation in space, held as a unit quaternion.
@frozen
public struct Rotation: Hashable, Sendable, Codable {
  /// The scalar part.
  public var w: Double
  /// The vector part.
  public var v: Vector3

  /// A rotation from quaternion parts, which must have unit length together.
  @inlinable
  public init(w: Double, v: Vector3) {
    self.w = w
    self.v = v
  }

  /// A turn by `angle` radians about the unit vector `axis`, counter-clockwise seen from its tip.
  @inlinable
  public init(angle: Double, axis: Vector3) {
    let (sine, cosine) = sincos(0.5 * angle)
    self.init(w: cosine, v: sine * axis)
  }

  /// The shortest rotation that takes the unit vector `from` to the unit vector `to`.
  @inlinable
  public init(from: Vector3, to: Vector3) {
    let cosine = from.dot(to)
    if cosine < -0.999_999_999_9 {
      self.init(w: 0, v: from.anyPerpendicular)
    } else {
      let w = (0.5 * (1 + cosine)).squareRoot()
      self.init(w: w, v: (0.5 / w) * from.cross(to))
    }
  }

  public static let identity = Rotation(w: 1, v: .zero)

  /// First `b`, then `a`.
  @inlinable
  public static func * (a: Rotation, b: Rotation) -> Rotation {
    Rotation(
      w: a.w * b.w - a.v.dot(b.v),
      v: a.w * b.v + b.w * a.v + a.v.cross(b.v))
  }

  /// `vector` turned by this rotation.
  @inlinable
  public func callAsFunction(_ vector: Vector3) -> Vector3 {
    let t = 2 * v.cross(vector)
    return vector + w * t + v.cross(t)
  }

  @inlinable public var inverse: Rotation { Rotation(w: w, v: -v) }

  /// The same rotation with the quaternion scaled back to unit length.
  @inlinable public var normalized: Rotation {
    let scale = 1 / (w * w + v.lengthSquared).squareRoot()
    return Rotation(w: scale * w, v: scale * v)
  }

  /// The rotation vector: axis times angle, the angle in 0 ... pi.
  @inlinable public var rotationVector: Vector3 {
    let sine = v.length
    guard sine > 1e-12 else { return 2 * v }
    let angle = 2 * atan2(sine, abs(w))
    return ((w < 0 ? -angle : angle) / sine) * v
  }

  /// The rotation after turning for `duration` seconds at the world angular velocity `rate`.
  @inlinable
  public func turned(by rate: Vector3, for duration: Double) -> Rotation {
    let speed = rate.length
    guard speed * duration > 1e-15 else { return self }
    return (Rotation(angle: speed * duration, axis: rate / speed) * self).normalized
  }
}
