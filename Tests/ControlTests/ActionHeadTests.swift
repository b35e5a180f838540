import Arena
import Control
import Math
import Testing

@Suite struct ActionHeadTests {
  static let fields = [
    Field("speed", unit: "m/s", in: -2...2), Field("gear", unit: "choice", in: 1...4),
    Field("turn", unit: "rad", in: 0...1), Field("horn", unit: "choice", in: 0...1),
  ]
  let head: ActionHead

  init() throws {
    head = try ActionHead(of: Self.fields, in: Self.fields, seat: "driver")
  }

  @Test func outputsAreMeansThenLogits() {
    #expect(head.numbers == 2 && head.choices == [4, 2])
    #expect(head.outputs == 8 && head.width == 4)
  }

  @Test func commandsStandInTheOrderOfTheSeat() {
    var command = [Float](repeating: 9, count: 4)
    var span = command.mutableSpan
    let action: [Float] = [-3, 0.5, 2, 1]
    head.write(action.span, into: &span)
    #expect(command == [-2, 3, 0.75, 1])
  }

  /// A thousand draws: their mean log probability is minus the entropy, within its error.
  @Test func drawsAreAsProbableAsTheySay() {
    let outputs: [Float] = [0.3, -0.2, 1, 0, -1, 0.5, 2, 0]
    let deviations: [Float] = [-0.5, 0.2]
    var random = Random(seed: 4)
    var action = [Float](repeating: 0, count: 4)
    var sum = 0.0
    var counts = [0, 0, 0, 0]
    for _ in 0..<10_000 {
      var span = action.mutableSpan
      let logProbability = head.sample(
        outputs.span, logDeviations: deviations.span, random: &random, into: &span)
      let again = head.logProbability(
        of: action.span, outputs: outputs.span, logDeviations: deviations.span)
      #expect(abs(again.logProbability - logProbability) < 1e-5)
      sum += Double(logProbability)
      counts[Int(action[2])] += 1
    }
    let entropy = head.logProbability(
      of: action.span, outputs: outputs.span, logDeviations: deviations.span
    ).entropy
    #expect(abs(sum / 10_000 + Double(entropy)) < 0.05)
    let total = [1, 0, -1, 0.5].reduce(0) { $0 + exp($1) }
    for (count, logit) in zip(counts, [1, 0, -1, 0.5]) {
      #expect(abs(Double(count) / 10_000 - exp(logit) / total) < 0.02)
    }
  }

  @Test func theMostProbableActionIsTheMeansAndTheHighestLogits() {
    let outputs: [Float] = [0.3, -0.2, 1, 0, 5, 0.5, 2, 3]
    var action = [Float](repeating: 0, count: 4)
    var span = action.mutableSpan
    head.mode(outputs.span, into: &span)
    #expect(action == [0.3, -0.2, 2, 1])
  }
}
