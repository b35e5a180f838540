import Math

/// Independent normal distributions with given means and logarithms of standard deviations, one
/// for each number of an action. Functions rather than a stored value: means come straight from
/// a network's outputs and gradients go straight back.
public enum DiagonalGaussian {
  /// Draws an action into `action`, its first number at `start`.
  public static func sample(
    means: Span<Float>, logDeviations: Span<Float>, random: inout Random,
    into action: inout MutableSpan<Float>, at start: Int = 0
  ) {
    for i in 0..<means.count {
      action[start + i] = means[i] + exp(logDeviations[i]) * Float(random.normal())
    }
  }

  /// The logarithm of the probability density at `action`.
  public static func logProbability(
    of action: Span<Float>, means: Span<Float>, logDeviations: Span<Float>
  ) -> Float {
    var sum: Float = 0
    for i in 0..<means.count {
      let z = (action[i] - means[i]) * exp(-logDeviations[i])
      sum -= 0.5 * z * z + logDeviations[i] + halfLogTwoPi
    }
    return sum
  }

  /// The entropy in nats: 0.5 log(2 pi e) plus the log deviation, summed. Its gradient with respect
  /// to each log deviation is 1.
  public static func entropy(logDeviations: Span<Float>) -> Float {
    var sum: Float = 0
    for i in 0..<logDeviations.count { sum += logDeviations[i] + halfLogTwoPi + 0.5 }
    return sum
  }

  /// Adds `weight` times the gradient of the log probability of `action`.
  ///
  /// - Parameters:
  ///   - weight: d(loss)/d(log probability).
  ///   - meanGradients: receives d(loss)/d(means), the first at `meanStart`: a row of the gradient
  ///     at a network's outputs.
  ///   - logDeviationGradients: receives d(loss)/d(log deviations), the first at `deviationStart`:
  ///     a tensor's part of a parameter gradient.
  public static func addGradient(
    of action: Span<Float>, means: Span<Float>, logDeviations: Span<Float>, weight: Float,
    meanGradients: inout MutableSpan<Float>, at meanStart: Int = 0,
    logDeviationGradients: inout MutableSpan<Float>, at deviationStart: Int = 0
  ) {
    for i in 0..<means.count {
      let inverse = exp(-logDeviations[i])
      let z = (action[i] - means[i]) * inverse
      meanGradients[meanStart + i] += weight * z * inverse
      logDeviationGradients[deviationStart + i] += weight * (z * z - 1)
    }
  }

  /// 0.5 log(2 pi)
  private static let halfLogTwoPi: Float = 0.918_938_533
}
