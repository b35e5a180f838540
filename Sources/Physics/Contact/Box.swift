import Math

/// A box with its sides along the axes, such as a table top or the sheet of a net.
@frozen
public struct Box: Shape, Hashable, Codable {
  public var centre: Vector3
  /// Half the length of the sides, in metres, each positive.
  public var halfSize: Vector3
  public var reach: Double

  @inlinable
  public init(centre: Vector3, halfSize: Vector3) {
    self.centre = centre
    self.halfSize = halfSize
    self.reach = halfSize.length
  }

  @inlinable
  public init(lower: Vector3, upper: Vector3) {
    self.init(centre: 0.5 * (lower + upper), halfSize: 0.5 * (upper - lower))
  }

  @inlinable
  public func isBeyond(_ distance: Double, of point: Vector3) -> Bool {
    let x = max(abs(point.x - centre.x) - halfSize.x, 0)
    let y = max(abs(point.y - centre.y) - halfSize.y, 0)
    let z = max(abs(point.z - centre.z) - halfSize.z, 0)
    return x * x + y * y + z * z > distance * distance
  }

  @inlinable
  public func closestPoint(to point: Vector3) -> SurfacePoint {
    let p = point - centre
    let nearest = Vector3(
      clamp(p.x, -halfSize.x...halfSize.x),
      clamp(p.y, -halfSize.y...halfSize.y),
      clamp(p.z, -halfSize.z...halfSize.z))
    let away = p - nearest
    let squared = away.lengthSquared
    guard squared > 0 else { return closestPoint(inside: p) }
    let distance = squared.squareRoot()
    return SurfacePoint(
      position: centre + nearest, normal: (1 / distance) * away, distance: distance)
  }

  /// The way out of the box from `p`, which is counted from the centre and lies inside.
  @usableFromInline
  func closestPoint(inside p: Vector3) -> SurfacePoint {
    let depth = Vector3(
      halfSize.x - abs(p.x), halfSize.y - abs(p.y), halfSize.z - abs(p.z))
    let least = min(depth.x, depth.y, depth.z)
    // Ties go to z, so that the middle of a table edge counts as the top.
    let normal =
      depth.z == least
      ? Vector3(0, 0, p.z < 0 ? -1 : 1)
      : depth.y == least ? Vector3(0, p.y < 0 ? -1 : 1, 0) : Vector3(p.x < 0 ? -1 : 1, 0, 0)
    return SurfacePoint(
      position: centre + p + least * normal, normal: normal, distance: -least)
  }
}
