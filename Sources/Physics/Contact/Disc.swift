import Math

/// A flat round plate, such as the blade of a racket with its rubbers.
@frozen
public struct Disc: Shape, Hashable, Codable {
  public var centre: Vector3
  /// The unit vector out of the front face.
  public var normal: Vector3
  /// In metres.
  public var radius: Double
  /// Half the distance between the two faces, in metres.
  public var halfThickness: Double
  public var reach: Double

  @inlinable
  public init(centre: Vector3, normal: Vector3, radius: Double, halfThickness: Double) {
    self.centre = centre
    self.normal = normal
    self.radius = radius
    self.halfThickness = halfThickness
    // Not the root of the squares: an upper bound will do, and this is built every substep.
    reach = radius + halfThickness
  }

  @inlinable
  public func closestPoint(to point: Vector3) -> SurfacePoint {
    let p = point - centre
    let height = p.dot(normal)
    let side = height < 0 ? -normal : normal
    let flat = p - height * normal
    let across = flat.length
    let above = abs(height) - halfThickness
    let beyond = across - radius
    let outward = across > 0 ? (1 / across) * flat : normal.anyPerpendicular
    // Over a face, and inside the plate where a face is the nearer way out.
    if beyond <= 0 && (above > 0 || above >= beyond) {
      return SurfacePoint(position: point - above * side, normal: side, distance: above)
    }
    if above <= 0 {
      return SurfacePoint(position: point - beyond * outward, normal: outward, distance: beyond)
    }
    let distance = (above * above + beyond * beyond).squareRoot()
    let direction = (1 / distance) * (above * side + beyond * outward)
    return SurfacePoint(
      position: point - distance * direction, normal: direction, distance: distance)
  }
}

extension Disc {
  /// The part of a plate that was touched.
  @frozen
  public enum Part: String, Hashable, Codable, Sendable {
    case front
    case back
    case edge
  }

  /// Which part a contact with this normal touches. The rim of a face belongs to the face while the
  /// normal is within 45 degrees of it.
  @inlinable
  public func part(touchedAlong contactNormal: Vector3) -> Part {
    let cosine = contactNormal.dot(normal)
    return cosine > 0.707 ? .front : cosine < -0.707 ? .back : .edge
  }
}
