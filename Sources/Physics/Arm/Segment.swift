import Math

/// A segment in the world, with the distances that collision tests need.
@frozen
public struct Segment: Hashable, Sendable {
  public var start: Vector3
  public var end: Vector3

  @inlinable
  public init(start: Vector3, end: Vector3) {
    self.start = start
    self.end = end
  }

  /// The distance from the nearest point of the segment to `point`, in metres.
  @inlinable
  public func distance(to point: Vector3) -> Double {
    let direction = end - start
    let offset = point - start
    let along = offset.dot(direction) / max(direction.lengthSquared, 1e-18)
    return (offset - clamp(along, 0...1) * direction).length
  }

  /// The distance between the nearest points of two segments, in metres (Ericson, "Real-Time
  /// Collision Detection", 5.1.9).
  @inlinable
  public func distance(to other: Segment) -> Double {
    let d1 = end - start
    let d2 = other.end - other.start
    let r = start - other.start
    let a = max(d1.lengthSquared, 1e-18)
    let e = max(d2.lengthSquared, 1e-18)
    let b = d1.dot(d2)
    let c = d1.dot(r)
    let f = d2.dot(r)
    let determinant = a * e - b * b
    let first = determinant > 1e-12 * a * e ? (b * f - c * e) / determinant : 0
    let second = (b * clamp(first, 0...1) + f) / e
    let t = clamp(second, 0...1)
    let s = clamp((b * t - c) / a, 0...1)
    return (r + s * d1 - t * d2).length
  }

  /// The distance from the nearest point of this segment to the box between two corners, in
  /// metres; 0 if they meet.
  @inlinable
  public func distance(toBoxFrom low: Vector3, to high: Vector3) -> Double {
    // The squared distance is convex along the segment, so its slope has one sign change.
    let direction = end - start
    var lower = 0.0
    var upper = 1.0
    for _ in 0..<30 {
      let middle = 0.5 * (lower + upper)
      let outward = Self.excess(start + middle * direction, low, high)
      if outward.dot(direction) > 0 { upper = middle } else { lower = middle }
    }
    let inner = Self.excess(start + lower * direction, low, high).length
    let atEnd = Self.excess(end, low, high).length
    return min(inner, atEnd, Self.excess(start, low, high).length)
  }

  /// The way from the nearest point of the box to `point`.
  @inlinable
  static func excess(_ point: Vector3, _ low: Vector3, _ high: Vector3) -> Vector3 {
    point
      - Vector3(
        clamp(point.x, low.x...high.x), clamp(point.y, low.y...high.y),
        clamp(point.z, low.z...high.z))
  }
}
