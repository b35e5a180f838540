import Math

/// A measured impact of a ball on a surface at rest, or as seen from the surface.
public struct MeasuredImpact: Hashable, Codable, Sendable {
  /// The unit vector out of the surface.
  public var normal: Vector3
  /// The velocity before and after, in m/s.
  public var velocityIn: Vector3
  public var velocityOut: Vector3
  /// The spin before and after, in rad/s.
  public var spinIn: Vector3
  public var spinOut: Vector3

  public init(
    normal: Vector3, velocityIn: Vector3, spinIn: Vector3, velocityOut: Vector3, spinOut: Vector3
  ) {
    self.normal = normal
    self.velocityIn = velocityIn
    self.spinIn = spinIn
    self.velocityOut = velocityOut
    self.spinOut = spinOut
  }

  /// The ball that `material` sends away, its position being the origin.
  public func predicted(by material: SurfaceMaterial) -> Ball {
    collide(
      Ball(position: .zero, velocity: velocityIn, spin: spinIn), normal: normal,
      surfaceVelocity: .zero, material: material)
  }

  /// How far `material` is off: in m/s along the normal and along the surface, and in rad/s.
  public func error(
    of material: SurfaceMaterial
  ) -> (normal: Double, tangential: Double, spin: Double) {
    let ball = predicted(by: material)
    let off = ball.velocity - velocityOut
    return (
      abs(off.dot(normal)), off.rejected(from: normal).length, (ball.spin - spinOut).length
    )
  }

  /// Whether the slip of the contact point came back reversed, as rubber makes it and friction
  /// alone cannot: the sign by which a rubber is told from a table.
  public func reversesSlip(out velocity: Vector3, spin: Vector3) -> Bool {
    func slip(_ velocity: Vector3, _ spin: Vector3) -> Vector3 {
      velocity.rejected(from: normal) - Ball.radius * spin.cross(normal)
    }
    return slip(velocityIn, spinIn).dot(slip(velocity, spin)) < 0
  }
}
