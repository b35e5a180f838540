import Math

/// All points within `radius` of a segment, such as a net tape, a post or a link of a robot. Equal
/// ends make it a sphere.
@frozen
public struct Capsule: Shape, Hashable, Codable {
  public let start: Vector3
  public let end: Vector3
  /// In metres.
  public let radius: Double
  @usableFromInline let axis: Vector3
  /// 1 / length^2 of the segment; 0 for a sphere.
  @usableFromInline let inverseSquare: Double
  public let reach: Double

  @inlinable
  public init(from start: Vector3, to end: Vector3, radius: Double) {
    self.start = start
    self.end = end
    self.radius = radius
    axis = end - start
    let squared = axis.lengthSquared
    inverseSquare = squared > 0 ? 1 / squared : 0
    reach = 0.5 * squared.squareRoot() + radius
  }

  @inlinable public var centre: Vector3 { 0.5 * (start + end) }

  @inlinable
  public func isBeyond(_ distance: Double, of point: Vector3) -> Bool {
    let p = point - start
    let along = min(max(p.dot(axis) * inverseSquare, 0), 1)
    let size = radius + distance
    return (p - along * axis).lengthSquared > size * size
  }

  @inlinable
  public func closestPoint(to point: Vector3) -> SurfacePoint {
    let along = clamp((point - start).dot(axis) * inverseSquare, 0...1)
    let core = start + along * axis
    let away = point - core
    let distance = away.length
    let normal = distance > 0 ? (1 / distance) * away : axis.anyPerpendicular
    return SurfacePoint(
      position: core + radius * normal, normal: normal, distance: distance - radius)
  }
}
