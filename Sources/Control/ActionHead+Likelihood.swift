import Networks

extension ActionHead {
  /// The logarithm of an action's probability density, and the entropy of the distribution it was
  /// drawn from, in nats.
  public func logProbability(
    of action: Span<Float>, outputs: Span<Float>, logDeviations: Span<Float>
  ) -> (logProbability: Float, entropy: Float) {
    var (sum, entropy) = likelihoodOfNumbers(action, outputs, logDeviations)
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

  /// `logProbability`, with what `differentiate` needs.
  ///
  /// - Parameter probabilities: one per output; of them those of options receive the option's.
  public func evaluate(
    _ action: Span<Float>, outputs: Span<Float>, logDeviations: Span<Float>,
    probabilities: inout MutableSpan<Float>
  ) -> (logProbability: Float, entropy: Float) {
    var (sum, entropy) = likelihoodOfNumbers(action, outputs, logDeviations)
    var start = numbers
    for index in choices.indices {
      let range = start..<start + choices[index]
      var own = probabilities._mutatingExtracting(range)
      let part = Categorical.logProbability(
        of: Int(action[numbers + index]), logits: outputs.extracting(range),
        probabilities: &own)
      sum += part.logProbability
      entropy += part.entropy
      start = range.upperBound
    }
    return (sum, entropy)
  }

  /// Replaces what `evaluate` left by the derivatives of `weight` log p(action) + `entropyWeight`
  /// entropy with respect to the outputs.
  ///
  /// - Parameters:
  ///   - logDeviationGradients: to which those by the logarithms of the deviations are added.
  public func differentiate(
    _ gradients: inout MutableSpan<Float>, _ action: Span<Float>, outputs: Span<Float>,
    logDeviations: Span<Float>, weight: Float, entropyWeight: Float,
    logDeviationGradients: inout MutableSpan<Float>
  ) {
    if numbers > 0 {
      for i in 0..<numbers { gradients[i] = 0 }
      var means = gradients._mutatingExtracting(0..<numbers)
      DiagonalGaussian.addGradient(
        of: action.extracting(0..<numbers), means: outputs.extracting(0..<numbers),
        logDeviations: logDeviations, weight: weight, meanGradients: &means,
        logDeviationGradients: &logDeviationGradients)
      for i in 0..<numbers { logDeviationGradients[i] += entropyWeight }
    }
    var start = numbers
    for index in choices.indices {
      let range = start..<start + choices[index]
      var logits = gradients._mutatingExtracting(range)
      Categorical.differentiate(
        &logits, of: Int(action[numbers + index]), logits: outputs.extracting(range),
        weight: weight, entropyWeight: entropyWeight)
      start = range.upperBound
    }
  }

  private func likelihoodOfNumbers(
    _ action: Span<Float>, _ outputs: Span<Float>, _ logDeviations: Span<Float>
  ) -> (logProbability: Float, entropy: Float) {
    guard numbers > 0 else { return (0, 0) }
    let sum = DiagonalGaussian.logProbability(
      of: action.extracting(0..<numbers), means: outputs.extracting(0..<numbers),
      logDeviations: logDeviations)
    return (sum, DiagonalGaussian.entropy(logDeviations: logDeviations))
  }
}
