extension CausalForecaster {
  /// Finds the style code that foresees the references best, by search along a line: one number
  /// needs no gradient, and a handful of scenes determines it.
  ///
  /// - Parameter references: scenes of the style whose futures are known.
  /// - Returns: the mean distance at the code that was found, in metres.
  @discardableResult
  public mutating func fitCode(to references: MotionSet) -> Double {
    precondition(design.style != .none, "the forecaster has no style code")
    let least = codes.min() ?? -1
    let greatest = codes.max() ?? 1
    let span = max(greatest - least, 1e-3)
    // Half the span beyond the known styles on the small side, twice it on the other.
    let (low, high) = (least - 0.5 * span, greatest + 2 * span)
    let steps = 56
    let width = (high - low) / Float(steps)
    var best: (code: Float, error: Double) = (0, .infinity)
    for index in 0...steps { consider(low + Float(index) * width, references, &best) }
    var half = width / 2
    while half > 1e-4 * span {
      let centre = best.code
      consider(centre - half, references, &best)
      consider(centre + half, references, &best)
      half /= 2
    }
    code = best.code
    return best.error
  }

  private mutating func consider(
    _ candidate: Float, _ references: MotionSet, _ best: inout (code: Float, error: Double)
  ) {
    code = candidate
    let error = DisplacementError(of: &self, on: references).average
    if error < best.error { best = (candidate, error) }
  }
}
