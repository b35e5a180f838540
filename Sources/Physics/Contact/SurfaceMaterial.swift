import Math

/// A share of speed that an impact gives back, as a straight line in the speed of the impact.
@frozen
public struct Restitution: Hashable, Codable, Sendable {
  /// The value towards speed 0, without unit.
  public var atRest: Double
  /// The change per m/s; negative where hard impacts lose more.
  public var slope: Double
  /// The line is cut off below this.
  public var floor: Double
  /// The line is cut off above this, at most 1: nothing gains energy.
  public var ceiling: Double

  @inlinable
  public init(_ atRest: Double, slope: Double = 0, floor: Double = 0, ceiling: Double = 1) {
    self.atRest = atRest
    self.slope = slope
    self.floor = floor
    self.ceiling = ceiling
  }

  /// The value at an impact speed in m/s.
  @inlinable
  public func callAsFunction(at speed: Double) -> Double {
    min(max(atRest + slope * speed, floor), ceiling)
  }
}

/// How a surface answers the impact of a ball.
@frozen
public struct SurfaceMaterial: Hashable, Codable, Sendable {
  /// e: leaving over closing speed along the normal, a function of the closing speed.
  public var restitution: Restitution
  /// e_t: how much of the slip of the contact point comes back reversed, a function of the slip
  /// speed, unless friction gives out first. 0: the ball rolls after the impact. Above 0: it spins
  /// back.
  public var tangentialRestitution: Restitution
  /// Coulomb's coefficient mu.
  public var friction: Double
  /// The share of the spin about the normal that survives, 0 ... 1.
  public var spinRetention: Double

  @inlinable
  public init(
    restitution: Restitution, tangentialRestitution: Restitution = Restitution(0),
    friction: Double, spinRetention: Double = 1
  ) {
    self.restitution = restitution
    self.tangentialRestitution = tangentialRestitution
    self.friction = friction
    self.spinRetention = spinRetention
  }
}
