import Math

/// How well a flight model foretells measured flights of which it has seen the beginning.
public enum FlightComparison {
  /// The distance, in metres, between the last sample of a flight and where a ball fitted to the
  /// first `share` of its duration gets by then; nil if that share has fewer than four samples.
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

  /// The end errors, in metres, of flights of one machine setting. What is known of the spin of a
  /// flight is the median spin of the others, each fitted as a whole, give or take `deviation`
  /// rad/s; the flight itself shows only its first `share`.
  public static func endErrors(
    ofOneSetting flights: [ArraySlice<FlightSample>], model: FlightModel, share: Double = 1.0 / 3,
    deviation: Double = 10, noise: Double = 0.002
  ) -> [Double] {
    let spins = flights.map {
      FlightFit(to: $0, model: model, spin: .around(.zero, deviation: 300), noise: noise)?.ball.spin
    }
    return flights.indices.compactMap { k in
      let others = spins.indices.compactMap { $0 == k ? nil : spins[$0] }
      return endError(
        of: flights[k], model: model, share: share,
        spin: .around(median(of: others), deviation: deviation), noise: noise)
    }
  }

  /// The end errors, in metres, of flights of one machine setting when its drag, lift and spin are
  /// all taken from its other flights: constant drag, lift in proportion to an effective spin, both
  /// the medians of fits to the others as a whole. What is left is the error of the fitted state,
  /// the noise, and whatever differs between two launches.
  public static func endErrors(
    calibratingOneSetting flights: [ArraySlice<FlightSample>], model: FlightModel,
    share: Double = 1.0 / 3, noise: Double = 0.002
  ) -> [Double] {
    var base = model
    base.spinlessRelief = 0
    base.lift = .linear(rate: 0.003)
    let fits = flights.map {
      FlightFit(
        to: $0, model: base, spin: .around(.zero, deviation: 500), dragDeviation: 0.3, noise: noise)
    }
    return flights.indices.compactMap { k in
      let others = fits.indices.compactMap { $0 == k ? nil : fits[$0] }
      var learned = base
      learned.dragCoefficient =
        ErrorSummary(others.map(\.model.dragCoefficient))?.median ?? model.dragCoefficient
      return endError(
        of: flights[k], model: learned, share: share,
        spin: .around(median(of: others.map(\.ball.spin)), deviation: 10), noise: noise)
    }
  }

  /// The median of each component; zero for no vectors.
  static func median(of vectors: [Vector3]) -> Vector3 {
    func middle(_ part: (Vector3) -> Double) -> Double {
      ErrorSummary(vectors.map(part))?.median ?? 0
    }
    return Vector3(middle(\.x), middle(\.y), middle(\.z))
  }
}
