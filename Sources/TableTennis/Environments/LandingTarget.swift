import Arena
import Math

/// A place on the opponent's court that a learner should hit, and what hitting it is worth.
public struct LandingTarget: Configuration, Hashable {
  /// For landing in the circle; farther away it falls by half every `falloff` metres.
  public var weight = 0.0
  /// To the right of the middle, metres.
  public var x = 0.0
  /// Beyond the net, metres.
  public var y = 0.8
  /// The circle's radius, metres (0.1 in arXiv 2408.03906).
  public var tolerance = 0.1
  /// Metres.
  public var falloff = 0.25

  public init() {}

  /// How far from the middle of the circle `landing` is, metres.
  func miss(of landing: Vector3) -> Double {
    let (dx, dy) = (landing.x - x, landing.y - y)
    return (dx * dx + dy * dy).squareRoot()
  }

  /// What landing there is worth.
  func worth(of landing: Vector3) -> Double {
    guard weight > 0 else { return 0 }
    return weight * exp(-0.693 * max(0, miss(of: landing) - tolerance) / falloff)
  }
}

/// A number that a learner should come near to, and what reaching it is worth.
public struct Wish: Configuration, Hashable {
  /// For reaching the number; it falls by half every `falloff` away from it.
  public var weight = 0.0
  public var value = 0.0
  public var falloff = 50.0

  public init() {}

  func worth(of number: Double) -> Double {
    weight == 0 ? 0 : weight * exp(-0.693 * abs(number - value) / max(falloff, 1e-9))
  }
}
