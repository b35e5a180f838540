import Control
import Math
import Testing

@Suite struct OpponentModelTests {
  @Test func anUnknownOpponentReturnsWhatIsUsual() {
    let model = OpponentModel()
    #expect(model.returnRate == 0.75)
    for x in [-0.5, 0, 0.5] {
      #expect(abs(model.returnRate(placeX: x, pace: 6, twist: 0) - 0.75) < 1e-9)
    }
    #expect(model.weakestSide == 1)
  }

  /// Counted by hand: 6 of 10 returned, with 3 of 4 assumed before: (6 + 3) / (10 + 4).
  @Test func ratesAreCountsDrawnTowardsTheUsual() {
    var model = OpponentModel()
    for index in 0..<10 {
      model.learn(placeX: 0.5, pace: 6, twist: 0, wasReturned: index < 6)
    }
    #expect(abs(model.returnRate - 9.0 / 14) < 1e-12)
    #expect(abs(model.returnRate(side: 2) - (6 + 4 * 9.0 / 14) / 14) < 1e-12)
    #expect(abs(model.returnRate(side: 0) - 9.0 / 14) < 1e-12)
    #expect(model.balls == 10)
  }

  @Test func aWeaknessIsFoundWhereItIs() {
    var random = Random(seed: 2)
    var model = OpponentModel()
    for _ in 0..<200 {
      let x = random.uniform(-0.7, 0.7)
      let pace = random.uniform(4, 9)
      let isWeak = x > 0.2 || pace > 7
      model.learn(
        placeX: x, pace: pace, twist: 0, wasReturned: random.uniform() < (isWeak ? 0.2 : 0.9))
    }
    #expect(model.weakestSide == 2)
    let strong = model.returnRate(placeX: -0.5, pace: 4, twist: 0)
    let weak = model.returnRate(placeX: 0.5, pace: 8, twist: 0)
    #expect(strong > 0.7)
    #expect(weak < 0.3)
    model.reset()
    #expect(model.returnRate(side: 2) == 0.75)
  }

  @Test func aModelThatIsNotUsedKnowsNothing() {
    var settings = OpponentSettings()
    settings.isUsed = false
    var model = OpponentModel(settings)
    for _ in 0..<20 { model.learn(placeX: 0.5, pace: 8, twist: 0, wasReturned: false) }
    #expect(model.returnRate(placeX: 0.5, pace: 8, twist: 0) == 0.75)
  }
}
