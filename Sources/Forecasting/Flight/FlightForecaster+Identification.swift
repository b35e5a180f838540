import Arena
import Math

extension FlightForecaster {
  /// Finds the coefficients of the law from flights and their arrivals, by damped Gauss-Newton
  /// steps on the errors of the forecasts themselves.
  ///
  /// - Parameters:
  ///   - flights: any number; few leave the coefficients near where they are.
  ///   - rounds: steps at most; a step that does not lower the cost ends the search.
  ///   - trust: how far coefficients may move, in multiples of what halls usually differ by.
  public mutating func identify(from flights: [SeenFlight], rounds: Int = 4, trust: Double = 1) {
    let before = law
    let free = free
    var cost = cost(flights, before, trust)
    for _ in 0..<rounds {
      let step = identificationStep(flights, free, before, trust)
      var trial = self
      for (index, coefficient) in free.enumerated() { trial.law[coefficient] += step[index] }
      let next = trial.cost(flights, before, trust)
      guard next < cost, trial.law.numbers.allSatisfy({ $0.isFinite }) else { break }
      law = trial.law
      cost = next
    }
  }

  private func identificationStep(
    _ flights: [SeenFlight], _ free: [FlightLaw.Coefficient], _ before: FlightLaw, _ trust: Double
  ) -> [Double] {
    let base = flights.map(misses)
    var slopes: [[[Double]]] = []
    for coefficient in free {
      let change = 0.02 * FlightLaw.spread[coefficient.rawValue]
      var changed = self
      changed.law[coefficient] += change
      slopes.append(
        zip(flights, base).map { flight, base in
          zip(changed.misses(flight), base).map { ($0 - $1) / change }
        })
    }
    var equations = NormalEquations(free.count)
    for flight in flights.indices {
      for row in base[flight].indices {
        equations.add(
          residual: base[flight][row], slopes: slopes.map { $0[flight][row] },
          weight: min(1, 1.5 / max(abs(base[flight][row]), 1e-9)))
      }
    }
    for (index, coefficient) in free.enumerated() {
      equations.hold(
        index, offset: law[coefficient] - before[coefficient],
        deviation: trust * FlightLaw.spread[coefficient.rawValue])
    }
    return equations.step()
  }

  /// The usual errors of arrivals: metres and seconds.
  private static let scale = (place: 0.03, time: 0.006)

  /// Time, x and z of the forecast less the truth, in usual errors; zeros where there is none.
  private func misses(_ flight: SeenFlight) -> [Double] {
    let truth = flight.arrival
    guard
      let arrival = arrival(
        of: flight.sightings, every: flight.interval, at: truth.position.y)
    else { return [0, 0, 0] }
    let place = arrival.position - truth.position
    return [
      (arrival.time - truth.time) / Self.scale.time, place.x / Self.scale.place,
      place.z / Self.scale.place,
    ]
  }

  /// Misses, large ones by their size, and how far the law is from where it began.
  private func cost(_ flights: [SeenFlight], _ before: FlightLaw, _ trust: Double) -> Double {
    var cost = 0.0
    for flight in flights {
      for miss in misses(flight) {
        let size = abs(miss)
        cost += size < 1.5 ? 0.5 * size * size : 1.5 * (size - 0.75)
      }
    }
    for coefficient in free {
      let moved =
        (law[coefficient] - before[coefficient])
        / (trust * FlightLaw.spread[coefficient.rawValue])
      cost += 0.5 * moved * moved
    }
    return cost
  }
}
