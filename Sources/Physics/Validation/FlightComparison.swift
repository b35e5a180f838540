import Math

/// How well a flight model foretells measured flights of which it has seen the beginning.
public enum FlightComparison {
  /// The distance, in metres, between the last sample of a flight and where a ball fitted to the first
  /// `share` of its duration gets by then; nil if that share has fewer than four samples.
  public static func endError(
    of flight: ArraySlice<FlightSample>, model: FlightModel, share: Double = 1.0 / 3,
    spin: FlightFit.Spin = .around(.zero, deviation: 150), noise: Double = 0.002
  ) -> Double? {
    guard let first = flight.first, let last = flight.last else { return nil }
    let limit = first.time + share * (last.time - first.time)
    let seen = flight.prefix { $0.time <= limit }
    guard let fit = FlightFit(to: seen, model: model, spin: spin, noise: noise) else { return nil }
    return (fit.ball(at: last.time).position - last.position).length
  }

  /// The mean spin, in rad/s, of some flights of one and the same machine setting, each fitted as a
  /// whole: what is known of the spin of another flight of that setting.
  public static func meanSpin(
    of flights: [ArraySlice<FlightSample>], model: FlightModel, deviation: Double = 300
  ) -> Vector3 {
    let spins = flights.compactMap {
      FlightFit(to: $0, model: model, spin: .around(.zero, deviation: deviation))?.ball.spin
    }
    return spins.isEmpty ? .zero : spins.reduce(.zero, +) / Double(spins.count)
  }
}
