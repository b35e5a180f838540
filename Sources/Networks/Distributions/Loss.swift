import Math

/// Losses of a batch, each with its gradient in the same pass. All are means over the numbers
/// given.
public enum Loss {
  /// The mean of (prediction - target)^2. `gradients` is overwritten with its derivatives.
  public static func squaredError(
    _ predictions: Span<Float>, targets: Span<Float>, gradients: inout MutableSpan<Float>
  ) -> Float {
    precondition(
      predictions.count == targets.count && predictions.count == gradients.count,
      "predictions, targets and gradients must have the same length")
    let share = 1 / Float(max(predictions.count, 1))
    for i in 0..<predictions.count {
      gradients[i] = 2 * share * (predictions[i] - targets[i])
    }
    var sum = 0.0
    for i in 0..<predictions.count {
      let gap = Double(predictions[i]) - Double(targets[i])
      sum += gap * gap
    }
    return Float(sum) * share
  }

  /// The squared error of a value estimate that may not improve by moving further than `range`
  /// from the estimate made when the data was gathered: half the larger of the error as it is and
  /// the error with the move limited (Schulman et al.'s PPO code, 2017).
  ///
  /// - Returns: the loss of one estimate, and its derivative with respect to `value`.
  @inlinable
  public static func clippedValue(
    _ value: Float, old: Float, target: Float, range: Float
  ) -> (loss: Float, derivative: Float) {
    let free = value - target
    let moved = value - old
    let limited = old + min(max(moved, -range), range) - target
    let isFree = free * free >= limited * limited
    let slope = abs(moved) <= range ? limited : 0
    return (0.5 * max(free * free, limited * limited), isFree ? free : slope)
  }

  /// The mean cross-entropy of choices, -log p(target), from rows of `options` logits. `gradients`
  /// is overwritten with its derivatives.
  public static func crossEntropy(
    logits: Span<Float>, options: Int, targets: Span<Int>, gradients: inout MutableSpan<Float>
  ) -> Float {
    precondition(
      logits.count == targets.count * options && gradients.count == logits.count,
      "every target needs one row of logits and of gradients")
    let share = 1 / Float(max(targets.count, 1))
    var sum = 0.0
    for row in 0..<targets.count {
      let range = row * options..<(row + 1) * options
      let rowLogits = logits.extracting(range)
      var own = gradients._mutatingExtracting(range)
      let evaluation = Categorical.logProbability(
        of: targets[row], logits: rowLogits, probabilities: &own)
      sum -= Double(evaluation.logProbability)
      Categorical.differentiate(
        &own, of: targets[row], logits: rowLogits, weight: -share, entropyWeight: 0)
    }
    return Float(sum) * share
  }

  /// The mean cross-entropy of yes-or-no answers from their logits; targets are probabilities of
  /// yes, 0 ... 1. `gradients` is overwritten with its derivatives.
  public static func binaryCrossEntropy(
    logits: Span<Float>, targets: Span<Float>, gradients: inout MutableSpan<Float>
  ) -> Float {
    precondition(
      logits.count == targets.count && logits.count == gradients.count,
      "logits, targets and gradients must have the same length")
    let share = 1 / Float(max(logits.count, 1))
    var sum = 0.0
    for i in 0..<logits.count {
      let x = logits[i]
      gradients[i] = share * (sigmoid(x) - targets[i])
      // max(x, 0) - x t + log(1 + exp(-|x|)), which neither overflows nor loses digits.
      sum += Double(max(x, 0) - x * targets[i]) + log(1 + Double(exp(-abs(x))))
    }
    return Float(sum) * share
  }
}
