import Math

/// What the bodies of a world are told where it is measured without minds.
enum BenchmarkActions {
  /// Nothing: every number is the one nearest to 0. This is how other engines are measured.
  case still
  /// Every number is drawn anew in every step: for worlds of choices.
  case drawn
  /// Every number wanders all over its range within about a quarter of a second, as those of
  /// minds do.
  case wandering

  func drawn(
    _ steps: Int, in ranges: [ClosedRange<Float>], _ random: inout Random
  ) -> [[Float]] {
    let memory = 0.92
    var deviations = ranges.map { _ in random.normal() }
    return (0..<steps).map { _ in
      ranges.indices.map { index in
        let range = ranges[index]
        switch self {
        case .still:
          return clamp(0, range)
        case .drawn:
          return Float(random.uniform(Double(range.lowerBound), Double(range.upperBound)))
        case .wandering:
          deviations[index] *= memory
          deviations[index] += (1 - memory * memory).squareRoot() * random.normal()
          let middle = 0.5 * (range.lowerBound + range.upperBound)
          let reach = 0.5 * (range.upperBound - range.lowerBound)
          return clamp(middle + reach * Float(deviations[index]), range)
        }
      }
    }
  }
}
