import Networks

extension ActionHead {
  /// The logarithm of an action's probability density, and the entropy of the distribution it was
  /// drawn from, in nats.
  public func logProbability(
    of action: Span<Float>, outputs: Span<Float>, logDeviations: Span<Float>
  ) -> (logProbability: Float, entropy: Float) {
    var (sum, entropy): (Float, Float) = (0, 0)
    if numbers > 0 {
      sum = DiagonalGaussian.logProbability(
        of: action.extracting(0..<numbers), means: outputs.extracting(0..<numbers),
        logDeviations: logDeviations)
      entropy = DiagonalGaussian.entropy(logDeviations: logDeviations)
    }
    var start = numbers
    for index in choices.indices {
      let part = Categorical.logProbability(
        of: Int(action[numbers + index]),
        logits: outputs.extracting(start..<start + choices[index]))
      sum += part.logProbability
      entropy += part.entropy
      start += choices[index]
    }
    return (sum, entropy)
  }

  /// Adds the gradient of `weight` log p(action) + `entropyWeight` entropy.
  ///
  /// - Parameters:
  ///   - outputGradients: receives the derivatives by the outputs the head reads.
  ///   - logDeviationGradients: receives those by the logarithms of the deviations.
  public func addGradient(
    of action: Span<Float>, outputs: Span<Float>, logDeviations: Span<Float>, weight: Float,
    entropyWeight: Float, outputGradients: inout MutableSpan<Float>,
    logDeviationGradients: inout MutableSpan<Float>
  ) {
    if numbers > 0 {
      var means = outputGradients._mutatingExtracting(0..<numbers)
      DiagonalGaussian.addGradient(
        of: action.extracting(0..<numbers), means: outputs.extracting(0..<numbers),
        logDeviations: logDeviations, weight: weight, meanGradients: &means,
        logDeviationGradients: &logDeviationGradients)
      for i in 0..<numbers { logDeviationGradients[i] += entropyWeight }
    }
    var start = numbers
    for index in choices.indices {
      let range = start..<start + choices[index]
      var logits = outputGradients._mutatingExtracting(range)
      Categorical.addGradient(
        of: Int(action[numbers + index]), logits: outputs.extracting(range), weight: weight,
        entropyWeight: entropyWeight, logitGradients: &logits)
      start = range.upperBound
    }
  }
}
