import Arena
import Math
import Testing

@testable import Control

@Suite struct StrategyTests {
  /// Five skills: surer ones are slower and land nearer.
  private let prospects = (0..<5).map { index in
    var prospect = Prospect()
    prospect.estimate = Estimate(success: 0.9 - 0.1 * Double(index), deviation: 0)
    prospect.estimate.pace = 5 + Double(index)
    prospect.distance = 2 + 0.1 * Double(index)
    prospect.sideReturn = [0.8, 0.4, 0.8, 0.4, 0.8][index]
    prospect.opponentReturn = [0.9, 0.9, 0.2, 0.9, 0.9][index]
    return prospect
  }

  /// Everything the strategy ever chooses, in order.
  private func choices(_ strategy: Strategy, opponentReturn: Double = 0.8) -> [Int] {
    var random = Random(seed: 4)
    var seen: Set<Int> = []
    for _ in 0..<200 {
      var candidates = [4, 2, 0, 3, 1]
      var span = candidates.mutableSpan
      seen.insert(
        strategy.choose(
          &span, prospects: prospects.span, opponentReturn: opponentReturn, random: &random))
      #expect(candidates.sorted() == [0, 1, 2, 3, 4])
    }
    return seen.sorted()
  }

  private func strategy(_ change: (inout Strategy) -> Void) -> Strategy {
    var strategy = Strategy()
    change(&strategy)
    return strategy
  }

  @Test func strategiesChooseWhatTheySay() {
    #expect(choices(strategy { $0.leastSuccess = 0.75 }) == [0, 1])
    #expect(choices(strategy { $0.rank = .success }) == [0])
    #expect(
      choices(
        strategy {
          $0.among = 3
          $0.rank = .pace
        }) == [2])
    #expect(
      choices(
        strategy {
          $0.among = 4
          $0.rank = .distance
          $0.keep = 2
        }) == [2, 3])
    #expect(choices(strategy { $0.rank = .weakness }) == [1])
    #expect(choices(strategy { $0.rank = .winner }) == [2])
  }

  @Test func whereNoneIsSureAllAreLookedAt() {
    #expect(choices(strategy { $0.leastSuccess = 0.99 }) == [0, 1, 2, 3, 4])
  }

  @Test func whoReturnsLittleIsMetWithTheSurestSkill() {
    let bold = strategy {
      $0.rank = .distance
      $0.opponentReturns = 0.75
    }
    #expect(choices(bold, opponentReturn: 0.8) == [4])
    #expect(choices(bold, opponentReturn: 0.7) == [0])
  }
}
