import Math

/// One look at a thing that flies: late and noisy. Metres and metres per second, z up.
public struct Sighting: Hashable, Sendable {
  public var position: Vector3
  public var velocity: Vector3

  public init(position: Vector3, velocity: Vector3) {
    self.position = position
    self.velocity = velocity
  }
}

/// When and how a thing in flight meets the plane y = const in which it is awaited.
public struct Arrival: Hashable, Sendable {
  /// Seconds after the last look.
  public var time: Double
  /// Metres; y is the plane's.
  public var position: Vector3
  /// rad/s; negative for underspin.
  public var topspin: Double

  public init(time: Double, position: Vector3, topspin: Double) {
    self.time = time
    self.position = position
    self.topspin = topspin
  }
}

/// Foresees when and how a thing in flight will meet a plane, from looks at equal intervals.
public protocol ArrivalForecaster: Sendable {
  /// The arrival at the plane where y is `plane`, metres; nil if it cannot be foreseen.
  ///
  /// - Parameters:
  ///   - sightings: all looks at this flight, at least 2, the last one just taken.
  ///   - interval: seconds between them.
  func arrival(of sightings: [Sighting], every interval: Double, at plane: Double) -> Arrival?
}
