import Math

/// The point of a shape's surface that is nearest to some other point.
@frozen
public struct SurfacePoint: Hashable, Sendable {
  /// The point on the surface, in metres.
  public var position: Vector3
  /// The unit vector out of the shape.
  public var normal: Vector3
  /// The distance from the surface, in metres, negative inside the shape.
  public var distance: Double

  @inlinable
  public init(position: Vector3, normal: Vector3, distance: Double) {
    self.position = position
    self.normal = normal
    self.distance = distance
  }
}

/// A rigid convex body. Convexity is part of the contract: the search for contacts relies on the
/// distance being a convex function of the point.
public protocol Shape: Sendable {
  /// Some point of the shape, in metres.
  var centre: Vector3 { get }
  /// No point of the shape is farther from `centre` than this, in metres.
  var reach: Double { get }
  func closestPoint(to point: Vector3) -> SurfacePoint
  /// Whether every point of the shape is farther than `distance` metres from `point`: a quick test
  /// that may say false in doubt.
  func isBeyond(_ distance: Double, of point: Vector3) -> Bool
}

extension Shape {
  @inlinable
  public func isBeyond(_ distance: Double, of point: Vector3) -> Bool {
    let size = reach + distance
    return (point - centre).lengthSquared > size * size
  }
}
