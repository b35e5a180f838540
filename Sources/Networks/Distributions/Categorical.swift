import Math

/// A choice among options whose unnormalised log probabilities (logits) are given. Functions rather
/// than a stored value, as for `DiagonalGaussian`; several choices at once are several calls.
public enum Categorical {
  /// Draws an option.
  ///
  /// - Returns: the option and the logarithm of its probability.
  public static func sample(
    logits: Span<Float>, random: inout Random
  ) -> (option: Int, logProbability: Float) {
    let (highest, total) = normalization(logits)
    var rest = Float(random.uniform()) * total
    var option = -1
    for i in 0..<logits.count {
      rest -= exp(logits[i] - highest)
      if rest < 0 {
        option = i
        break
      }
    }
    // Rounding may leave a rest above zero after the last option.
    if option < 0 { option = mode(logits: logits) }
    return (option, logits[option] - highest - log(total))
  }

  /// The most probable option; the first of equals.
  public static func mode(logits: Span<Float>) -> Int {
    var best = 0
    for i in 1..<max(logits.count, 1) where logits[i] > logits[best] { best = i }
    return best
  }

  /// The log probability of `option`, and the entropy of the choice in nats.
  ///
  /// - Parameter probabilities: receives the probability of every option.
  public static func logProbability(
    of option: Int, logits: Span<Float>, probabilities: inout MutableSpan<Float>
  ) -> (logProbability: Float, entropy: Float) {
    precondition(logits.count > 0, "a choice needs at least one option")
    let highest = highest(of: logits)
    var (total, mean): (Float, Float) = (0, 0)
    for i in 0..<logits.count {
      let shifted = logits[i] - highest
      let size = exp(shifted)
      probabilities[i] = size
      total += size
      mean += size * shifted
    }
    let share = 1 / total
    for i in 0..<logits.count { probabilities[i] *= share }
    let logTotal = log(total)
    return (logits[option] - highest - logTotal, logTotal - mean * share)
  }

  /// The log probability of `option`, and the entropy of the choice in nats.
  public static func logProbability(
    of option: Int, logits: Span<Float>
  ) -> (logProbability: Float, entropy: Float) {
    let (highest, total) = normalization(logits)
    let logTotal = log(total)
    var mean: Float = 0
    for i in 0..<logits.count {
      let shifted = logits[i] - highest
      mean += exp(shifted) * shifted
    }
    return (logits[option] - highest - logTotal, logTotal - mean / total)
  }

  /// Turns the probabilities of all options, in place, into the derivatives by their logits of
  /// `weight` log p(option) + `entropyWeight` H.
  ///
  /// d(log p(k))/d(logit j) = [j = k] - p(j), and dH/d(logit j) = -p(j) (log p(j) + H).
  public static func differentiate(
    _ probabilities: inout MutableSpan<Float>, of option: Int, logits: Span<Float>,
    weight: Float, entropyWeight: Float
  ) {
    if entropyWeight == 0 {
      for i in 0..<logits.count { probabilities[i] *= -weight }
    } else {
      // log p(j) is logit j less a number that the likeliest option, which is never too unlikely
      // for single precision, tells best.
      let likeliest = mode(logits: logits)
      let base = logits[likeliest] - log(probabilities[likeliest])
      var entropy: Float = 0
      for i in 0..<logits.count { entropy -= probabilities[i] * (logits[i] - base) }
      for i in 0..<logits.count {
        probabilities[i] *= -(weight + entropyWeight * (logits[i] - base + entropy))
      }
    }
    probabilities[option] += weight
  }

  /// The highest logit, and the sum of the exponentials of all logits less that one.
  private static func normalization(_ logits: Span<Float>) -> (highest: Float, total: Float) {
    precondition(logits.count > 0, "a choice needs at least one option")
    let highest = highest(of: logits)
    var total: Float = 0
    for i in 0..<logits.count { total += exp(logits[i] - highest) }
    return (highest, total)
  }

  private static func highest(of logits: Span<Float>) -> Float {
    var highest = logits[0]
    for i in 1..<logits.count { highest = max(highest, logits[i]) }
    return highest
  }
}
