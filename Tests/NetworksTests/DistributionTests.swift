import Math
import Networks
import Testing

struct DistributionTests {
  @Test func gaussianSamplesHaveTheirMeanAndDeviation() {
    let means: [Float] = [1, -2]
    let logs: [Float] = [0.5, -1]
    var random = Random(seed: 1)
    var moments = RunningMoments(fields: 2)
    var action: [Float] = [0, 0]
    for _ in 0..<20_000 {
      var span = action.mutableSpan
      DiagonalGaussian.sample(
        means: means.span, logDeviations: logs.span, random: &random, into: &span)
      moments.update(action.span)
    }
    for i in 0..<2 {
      let deviation = Math.exp(Double(logs[i]))
      #expect(abs(moments.means[i] - Double(means[i])) < 4 * deviation / 141)
      #expect(abs(moments.variance(i).squareRoot() / deviation - 1) < 0.02)
    }
  }

  /// The entropy is the mean of -log p over samples.
  @Test func entropyIsTheMeanSurprise() {
    let logits: [Float] = [0.3, -1, 2]
    var random = Random(seed: 2)
    var counts = [0, 0, 0]
    var surprise = 0.0
    for _ in 0..<20_000 {
      let (option, logProbability) = Categorical.sample(logits: logits.span, random: &random)
      counts[option] += 1
      surprise -= Double(logProbability)
      #expect(
        logProbability
          == Categorical.logProbability(of: option, logits: logits.span).logProbability)
    }
    let entropy = Double(Categorical.logProbability(of: 0, logits: logits.span).entropy)
    #expect(abs(surprise / 20_000 - entropy) < 0.02)
    for option in 0..<3 {
      let (logProbability, _) = Categorical.logProbability(of: option, logits: logits.span)
      #expect(abs(Double(counts[option]) / 20_000 - Math.exp(Double(logProbability))) < 0.015)
    }
    #expect(Categorical.mode(logits: logits.span) == 2)
  }

  @Test func extremeLogitsStayFinite() {
    let logits: [Float] = [1000, -1000, 0]
    let sure = Categorical.logProbability(of: 0, logits: logits.span)
    #expect(sure.logProbability == 0 && sure.entropy == 0)
    let never = Categorical.logProbability(of: 1, logits: logits.span)
    #expect(never.logProbability == -2000)
    var gradients: [Float] = [0, 0, 0]
    var span = gradients.mutableSpan
    _ = Categorical.logProbability(of: 1, logits: logits.span, probabilities: &span)
    Categorical.differentiate(&span, of: 1, logits: logits.span, weight: 1, entropyWeight: 1)
    #expect(gradients.allSatisfy { $0.isFinite })
  }
}
