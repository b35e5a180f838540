import Testing

@testable import Training

@Suite struct AdvantageTests {
  /// Two worlds over three steps: the first ends by itself after the second step, the second is cut
  /// off by a time limit after the first. Discount 0.5, trace 0.5, so the product is 1/4.
  @Test func advantagesAgreeWithAHandComputedCase() {
    var advantages = [Float](repeating: 0, count: 6)
    estimateAdvantages(
      rewards: [1, 2, 3, 4, 5, 6], rewardScale: 1, values: [1, 1, 2, 2, 4, 4],
      ends: [false, true, true, false, false, false], bootstraps: [0, 8, 0, 0, 0, 0],
      lastValues: [2, 6], discount: 0.5, trace: 0.5, into: &advantages)
    // World 0, last step first: 5 + 1 - 4 = 2; 3 + 0 - 2 = 1, and nothing of the next episode;
    // 1 + 0.5 x 2 - 1 + 0.25 x 1 = 1.25.
    #expect([advantages[4], advantages[2], advantages[0]] == [2, 1, 1.25])
    // World 1: 6 + 3 - 4 = 5; 4 + 0.5 x 4 - 2 + 0.25 x 5 = 5.25; 2 + 0.5 x 8 - 1 = 5.
    #expect([advantages[5], advantages[3], advantages[1]] == [5, 5.25, 5])
  }

  @Test func withTraceOneAnAdvantageIsTheReturnLessTheValue() {
    let rewards: [Float] = [1, -2, 3, 0.5]
    var advantages = [Float](repeating: 0, count: 4)
    estimateAdvantages(
      rewards: rewards, rewardScale: 2, values: [7, 6, 5, 4],
      ends: [false, false, false, true], bootstraps: [0, 0, 0, 0], lastValues: [100],
      discount: 0.9, trace: 1, into: &advantages)
    var value: Float = 0
    for step in (0..<4).reversed() {
      value = 2 * rewards[step] + 0.9 * value
      #expect(abs(advantages[step] - (value - Float(7 - step))) < 1e-5)
    }
  }
}
