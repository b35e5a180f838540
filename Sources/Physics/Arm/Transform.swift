import Math

/// A rigid motion: first a rotation about the origin, then a shift. As a pose it is the place and
/// attitude of a frame seen from another.
@frozen
public struct Transform: Hashable, Sendable, Codable {
  public var position: Vector3
  public var rotation: Rotation

  @inlinable
  public init(position: Vector3 = .zero, rotation: Rotation = .identity) {
    self.position = position
    self.rotation = rotation
  }

  public static let identity = Transform()

  /// First `b`, then `a`: the pose `b`, given in the frame `a`, seen from outside.
  @inlinable
  public static func * (a: Transform, b: Transform) -> Transform {
    Transform(position: a(b.position), rotation: a.rotation * b.rotation)
  }

  /// `point` moved by this motion.
  @inlinable
  public func callAsFunction(_ point: Vector3) -> Vector3 {
    position + rotation(point)
  }

  @inlinable public var inverse: Transform {
    let back = rotation.inverse
    return Transform(position: -back(position), rotation: back)
  }
}
