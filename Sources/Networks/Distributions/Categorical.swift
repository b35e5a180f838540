import Math

/// A choice among options whose unnormalised log probabilities (logits) are given. Functions rather
/// than a stored value, as for `DiagonalGaussian`; several choices at once are several calls.
public enum Categorical {
  /// Draws an option.
  public static func sample(logits: Span<Float>, random: inout Random) -> Int {
    let (highest, total) = normalization(logits)
    var rest = Float(random.uniform()) * total
    for i in 0..<logits.count {
      rest -= exp(logits[i] - highest)
      if rest < 0 { return i }
    }
    return mode(logits: logits)
  }

  /// The most probable option; the first of equals.
  public static func mode(logits: Span<Float>) -> Int {
    var best = 0
    for i in 1..<max(logits.count, 1) where logits[i] > logits[best] { best = i }
    return best
  }

  /// The log probability of `option`, and the entropy of the choice in nats.
  public static func logProbability(
    of option: Int, logits: Span<Float>
  ) -> (logProbability: Float, entropy: Float) {
    let (highest, total) = normalization(logits)
    let logTotal = Float(log(Double(total)))
    var mean: Float = 0
    for i in 0..<logits.count {
      let shifted = logits[i] - highest
      mean += exp(shifted) * shifted
    }
    return (logits[option] - highest - logTotal, logTotal - mean / total)
  }

  /// Adds to `logitGradients`, from `start` on, the gradient of `weight` log p(option) +
  /// `entropyWeight` H.
  ///
  /// d(log p(k))/d(logit j) = [j = k] - p(j), and dH/d(logit j) = -p(j) (log p(j) + H).
  public static func addGradient(
    of option: Int, logits: Span<Float>, weight: Float, entropyWeight: Float,
    logitGradients: inout MutableSpan<Float>, at start: Int = 0
  ) {
    let (highest, total) = normalization(logits)
    let logTotal = Float(log(Double(total)))
    let entropy = entropyWeight == 0 ? 0 : logProbability(of: option, logits: logits).entropy
    for i in 0..<logits.count {
      let shifted = logits[i] - highest
      let p = exp(shifted) / total
      logitGradients[start + i] -= p * (weight + entropyWeight * (shifted - logTotal + entropy))
    }
    logitGradients[start + option] += weight
  }

  /// The highest logit, and the sum of the exponentials of all logits less that one.
  private static func normalization(_ logits: Span<Float>) -> (highest: Float, total: Float) {
    precondition(logits.count > 0, "a choice needs at least one option")
    var highest = logits[0]
    for i in 1..<logits.count { highest = max(highest, logits[i]) }
    var total: Float = 0
    for i in 0..<logits.count { total += exp(logits[i] - highest) }
    return (highest, total)
  }
}
