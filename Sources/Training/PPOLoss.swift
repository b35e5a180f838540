import Control
import Math
import Networks

/// The loss of PPO for one step, and its derivatives (Schulman et al., 2017).
struct PPOLoss: Sendable {
  private let clip: Float
  private let valueClip: Float
  private let valueWeight: Float
  private let entropyWeight: Float
  /// The weight of one step in the mean over a minibatch.
  private let share: Float

  init(_ configuration: PPOConfiguration, minibatch: Int) {
    clip = Float(configuration.clip)
    valueClip = Float(configuration.valueClip)
    valueWeight = Float(configuration.valueWeight)
    entropyWeight = Float(configuration.entropyWeight)
    share = 1 / Float(minibatch)
  }

  /// What is known about a step besides its action.
  struct Step: Sendable {
    /// Under the policy that acted.
    let logProbability: Float
    /// As estimated when the policy acted.
    let value: Float
    var advantage: Float
    /// What the value estimate should have said: advantage plus value.
    let target: Float
  }

  /// Adds one step's loss to `statistics` and its derivatives, times the step's share, to the
  /// gradients.
  ///
  /// - Parameters:
  ///   - row: the network's outputs: those of the head, then the value.
  ///   - gradients: receives as many derivatives by them.
  func addGradient(
    _ step: Step, action: Span<Float>, row: Span<Float>, logDeviations: Span<Float>,
    head: ActionHead, gradients: inout MutableSpan<Float>,
    logDeviationGradients: inout MutableSpan<Float>, statistics: inout PPOStatistics
  ) {
    let outputs = row.extracting(0..<head.outputs)
    var own = gradients._mutatingExtracting(0..<head.outputs)
    let now = head.evaluate(
      action, outputs: outputs, logDeviations: logDeviations, probabilities: &own)
    // The ratio of equation 6, kept from overflowing.
    let logRatio = clamp(now.logProbability - step.logProbability, -20...20)
    let ratio = exp(logRatio)
    // Equation 7: the lesser of the gain as it is and with the ratio limited.
    let free = ratio * step.advantage
    let limited = clamp(ratio, 1 - clip...1 + clip) * step.advantage
    let isFree = free <= limited
    // d(ratio)/d(log p) = ratio; a limited ratio has no gradient.
    head.differentiate(
      &own, action, outputs: outputs, logDeviations: logDeviations,
      weight: isFree ? -share * free : 0, entropyWeight: -share * entropyWeight,
      logDeviationGradients: &logDeviationGradients)
    // Equation 9: the policy's gain, less the value's squared error, plus the entropy.
    let value = row[head.outputs]
    let error = valueLoss(value, step)
    gradients[head.outputs] = share * valueWeight * error.derivative
    statistics.add(
      policyLoss: -min(free, limited), valueLoss: error.loss, entropy: now.entropy,
      // An estimate of the divergence without bias and with little variance (Schulman, 2020).
      divergence: ratio - 1 - logRatio, isLimited: abs(ratio - 1) > clip)
  }

  private func valueLoss(_ value: Float, _ step: Step) -> (loss: Float, derivative: Float) {
    if valueClip > 0 {
      return Loss.clippedValue(value, old: step.value, target: step.target, range: valueClip)
    }
    let gap = value - step.target
    return (0.5 * gap * gap, gap)
  }
}

/// Sums over steps, and over updates, of what is worth knowing about a round.
struct PPOStatistics: Sendable {
  private(set) var samples = 0.0
  private(set) var policyLoss = 0.0
  private(set) var valueLoss = 0.0
  private(set) var entropy = 0.0
  private(set) var divergence = 0.0
  private(set) var limited = 0.0
  var gradientLength = 0.0
  var updates = 0.0

  mutating func add(
    policyLoss: Float, valueLoss: Float, entropy: Float, divergence: Float, isLimited: Bool
  ) {
    samples += 1
    self.policyLoss += Double(policyLoss)
    self.valueLoss += Double(valueLoss)
    self.entropy += Double(entropy)
    self.divergence += Double(divergence)
    limited += isLimited ? 1 : 0
  }

  mutating func add(_ other: PPOStatistics) {
    samples += other.samples
    policyLoss += other.policyLoss
    valueLoss += other.valueLoss
    entropy += other.entropy
    divergence += other.divergence
    limited += other.limited
  }

  /// The sums over the steps of all ranks.
  func summed(over ranks: Ranks) -> PPOStatistics {
    guard ranks.count > 1 else { return self }
    let own = [samples, policyLoss, valueLoss, entropy, divergence, limited]
    let all = ranks.gather(own)
    func sum(_ index: Int) -> Double {
      stride(from: index, to: all.count, by: own.count).reduce(0) { $0 + all[$1] }
    }
    var result = self
    result.samples = sum(0)
    result.policyLoss = sum(1)
    result.valueLoss = sum(2)
    result.entropy = sum(3)
    result.divergence = sum(4)
    result.limited = sum(5)
    return result
  }

  /// The means by name.
  var figures: [Improvement.Figure] {
    let samples = max(samples, 1)
    return [
      .init("policy-loss", policyLoss / samples), .init("value-loss", valueLoss / samples),
      .init("entropy", entropy / samples), .init("divergence", divergence / samples),
      .init("limited", limited / samples),
      .init("gradient-length", gradientLength / max(updates, 1)), .init("updates", updates),
    ]
  }
}
