import Math

/// Everything below a plane, such as the floor.
@frozen
public struct Plane: Shape, Hashable, Codable {
  /// The unit vector out of the solid half.
  public var normal: Vector3
  /// The distance of the plane from the origin along `normal`, in metres.
  public var offset: Double

  @inlinable
  public init(normal: Vector3, offset: Double) {
    self.normal = normal
    self.offset = offset
  }

  /// The horizontal plane `height` metres above the origin.
  @inlinable
  public init(height: Double) {
    self.init(normal: .unitZ, offset: height)
  }

  /// The plane through `point`.
  @inlinable
  public init(through point: Vector3, normal: Vector3) {
    self.init(normal: normal, offset: point.dot(normal))
  }

  @inlinable public var centre: Vector3 { offset * normal }
  @inlinable public var reach: Double { .infinity }

  /// How far `point` lies on the side that `normal` points to, in metres.
  @inlinable
  public func height(of point: Vector3) -> Double {
    point.dot(normal) - offset
  }

  @inlinable
  public func isBeyond(_ distance: Double, of point: Vector3) -> Bool {
    height(of: point) > distance
  }

  @inlinable
  public func closestPoint(to point: Vector3) -> SurfacePoint {
    let height = height(of: point)
    return SurfacePoint(position: point - height * normal, normal: normal, distance: height)
  }
}
