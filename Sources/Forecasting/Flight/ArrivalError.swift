import Arena
import Math

/// How far forecasts of arrivals were off: medians and the values nine in ten stay below.
public struct ArrivalError: Hashable, Sendable {
  /// Metres in the plane.
  public var placeMedian = 0.0
  public var placeNinth = 0.0
  public var placeMean = 0.0
  /// Seconds.
  public var timeMedian = 0.0
  public var timeNinth = 0.0
  /// rad/s.
  public var topspinMedian = 0.0
  /// Flights, and those among them of which no arrival was foreseen, which count as the worst.
  public var count = 0
  public var missed = 0

  /// The errors of the forecast arrivals, nil where there was none.
  public init(of arrivals: [Arrival?], to truths: [Arrival]) {
    var (places, times, spins) = ([Double](), [Double](), [Double]())
    for (arrival, truth) in zip(arrivals, truths) {
      guard let arrival else {
        missed += 1
        places.append(1)
        times.append(1)
        continue
      }
      places.append((arrival.position - truth.position).length)
      times.append(abs(arrival.time - truth.time))
      spins.append(abs(arrival.topspin - truth.topspin))
    }
    count = truths.count
    placeMean = places.reduce(0, +) / Double(max(places.count, 1))
    placeMedian = Self.quantile(0.5, &places)
    placeNinth = Self.quantile(0.9, &places)
    timeMedian = Self.quantile(0.5, &times)
    timeNinth = Self.quantile(0.9, &times)
    topspinMedian = Self.quantile(0.5, &spins)
  }

  /// The errors of a forecaster on flights.
  public init(of forecaster: some ArrivalForecaster, on flights: [SeenFlight]) {
    self.init(
      of: flights.map {
        forecaster.arrival(of: $0.sightings, every: $0.interval, at: $0.arrival.position.y)
      }, to: flights.map(\.arrival))
  }

  private static func quantile(_ share: Double, _ values: inout [Double]) -> Double {
    guard !values.isEmpty else { return 0 }
    values.sort()
    return values[min(values.count - 1, Int(share * Double(values.count)))]
  }
}
