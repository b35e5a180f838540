import Arena

/// A flight as it was seen until some time before it arrived, and how it arrived.
public struct SeenFlight: Hashable, Sendable {
  public var sightings: [Sighting]
  /// Seconds between looks.
  public var interval: Double
  public var arrival: Arrival

  public init(_ sightings: [Sighting], every interval: Double, arrival: Arrival) {
    self.sightings = sightings
    self.interval = interval
    self.arrival = arrival
  }
}
