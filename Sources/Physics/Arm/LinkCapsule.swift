import Math

/// A rounded rod fixed to a link: the set of points within `radius` of a segment.
@frozen
public struct LinkCapsule: Hashable, Sendable, Codable {
  /// The joint whose link it belongs to; -1 for the base.
  public var link: Int
  /// The ends of the segment, in the link's frame, in metres.
  public var start: Vector3
  public var end: Vector3
  /// Metres.
  public var radius: Double

  @inlinable
  public init(link: Int, start: Vector3, end: Vector3, radius: Double) {
    self.link = link
    self.start = start
    self.end = end
    self.radius = radius
  }
}
