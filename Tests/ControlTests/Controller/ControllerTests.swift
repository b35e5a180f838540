import Arena
import Control
import Math
import TestSupport
import Testing

@Suite struct ControllerTests {
  private func settings(_ change: (inout ControllerSettings) -> Void = { _ in })
    -> ControllerSettings
  {
    var settings = ControllerSettings()
    settings.selection = .all
    change(&settings)
    return settings
  }

  @Test(arguments: [false, true]) func everyBallIsAnsweredByOneDecision(
    isClockEarly: Bool
  ) throws {
    var controller = try Sparring.controller(measured: [0.9, 0.8, 0.7], settings: settings())
    var partner = Sparring(
      success: [0.9, 0.8, 0.7], answered: [0.8, 0.8, 0.8], seed: 1)
    partner.isClockEarly = isClockEarly
    controller.reset(seed: 1)
    partner.play(100, with: &controller)
    #expect(partner.order.count == 100)
    #expect(controller.decisionCount == 100)
    #expect(controller.resultCount == 100)
    let decision = try #require(controller.lastDecision)
    #expect(decision.occasion == "answer" || decision.occasion == "answer-opening")
    #expect(decision.chosen == "skill-\(partner.order[99])")
    let total = decision.candidates.indices.reduce(Float(0)) {
      $0 + (decision.number("probability", of: $1) ?? 0)
    }
    #expect(abs(total - 1) < 1e-5)
  }

  @Test func theSameSeedChoosesTheSameSkills() throws {
    func order(_ seed: UInt64) throws -> [Int] {
      var controller = try Sparring.controller(measured: [0.9, 0.8, 0.7], settings: settings())
      var partner = Sparring(success: [0.9, 0.8, 0.7], answered: [0.8, 0.8, 0.8], seed: 5)
      controller.reset(seed: seed)
      partner.play(60, with: &controller)
      return partner.order
    }
    #expect(try order(3) == order(3))
    #expect(try order(3) != order(4))
  }

  /// A skill that was measured to be good and does nothing any more is given up within thirty balls.
  @Test func aBrokenSkillIsGivenUp() throws {
    var late = 0
    for seed in 0..<20 as Range<UInt64> {
      var controller = try Sparring.controller(
        measured: [0.85, 0.85, 0.85, 0.85], settings: settings())
      var partner = Sparring(
        success: [0, 0.85, 0.85, 0.85], answered: [0.8, 0.8, 0.8, 0.8], seed: seed)
      controller.reset(seed: seed)
      partner.play(130, with: &controller)
      late += partner.order.dropFirst(30).count { $0 == 0 }
    }
    #expect(Double(late) / 2000 < 0.05)
  }

  /// Against who cannot answer the second skill, more is won later on; not if nothing is learned.
  @Test func aWeaknessOfTheOpponentIsExploited() throws {
    func winners(_ settings: ControllerSettings) throws -> (early: Int, late: Int) {
      var (early, late) = (0, 0)
      for seed in 0..<20 as Range<UInt64> {
        var controller = try Sparring.controller(
          measured: [0.8, 0.8, 0.8, 0.8], settings: settings)
        var partner = Sparring(
          success: [0.8, 0.8, 0.8, 0.8], answered: [0.9, 0.3, 0.9, 0.9], seed: seed)
        controller.reset(seed: seed)
        partner.play(30, with: &controller)
        early += partner.winners
        partner.play(120, with: &controller)
        let before = partner.winners
        partner.play(150, with: &controller)
        late += partner.winners - before
      }
      return (early, late)
    }
    let learned = try winners(settings())
    #expect(Double(learned.late) > 1.25 * Double(learned.early))
    let frozen = try winners(
      settings {
        $0.preferences.isLearned = false
        $0.opponent.isUsed = false
        $0.corrects = false
      })
    #expect(Double(frozen.late) < 1.15 * Double(frozen.early))
  }

  @Test func theStyleWhoseBestSkillIsSurestIsUsed() throws {
    var controller = try Sparring.controller(
      measured: [0.9, 0.2, 0.5, 0.5], styles: ["left", "left", "right", "right"],
      settings: settings { $0.corrects = false })
    var partner = Sparring(success: [1, 1, 1, 1], answered: [0.5, 0.5, 0.5, 0.5], seed: 1)
    controller.reset(seed: 1)
    partner.play(60, with: &controller)
    #expect(partner.uses[2] + partner.uses[3] == 0)
    #expect(partner.uses[0] > partner.uses[1])
  }

  @Test func theRuleTellsStylesByEye() throws {
    var controller = try Sparring.controller(
      measured: [0.9, 0.5], styles: ["left", "right"], settings: settings { $0.style = .rule })
    var partner = Sparring(success: [1, 1], answered: [0.5, 0.5], seed: 1)
    controller.reset(seed: 1)
    partner.play(100, with: &controller)
    #expect(partner.uses[1] > 30 && partner.uses[0] > 30)
  }

  @Test func oneSkillCanBeAskedForAlone() throws {
    var controller = try Sparring.controller(
      measured: [0.9, 0.1], settings: settings { $0.only = "skill-1" })
    var partner = Sparring(success: [1, 1], answered: [0.5, 0.5], seed: 1)
    controller.reset(seed: 1)
    partner.play(20, with: &controller)
    #expect(partner.uses == [0, 20])
    #expect(throws: PolicyError.self) {
      try Sparring.controller(measured: [0.9], settings: settings { $0.only = "nobody" })
    }
  }

  @Test(arguments: [1, 3]) func decisionsFallSoManyStepsAfterTheOpponentsAct(wait: Int) throws {
    var controller = try Sparring.controller(
      measured: [0.9], settings: settings { $0.wait = wait })
    var partner = Sparring(success: [1], answered: [1], seed: 1)
    controller.reset(seed: 1)
    partner.play(1, with: &controller)
    // Four steps pass before the first act.
    #expect(controller.lastDecision?.step == 4 + wait)
  }

  @Test func choosingAgainKeepsOneDecisionPerBall() throws {
    var controller = try Sparring.controller(
      measured: [0.5, 0.5], settings: settings { $0.rechoose = 1 })
    var partner = Sparring(success: [0.5, 0.5], answered: [0.5, 0.5], seed: 1)
    controller.reset(seed: 1)
    partner.play(30, with: &controller)
    #expect(controller.resultCount == 30)
    #expect(controller.decisionCount > 100)
  }

  @Test func actingAndDecidingAllocateNothing() throws {
    var controller = try Sparring.controller(
      measured: [0.9, 0.8, 0.7, 0.6], styles: ["left", "left", "right", "right"],
      settings: settings { $0.selection = .strategies })
    var partner = Sparring(
      success: [0.9, 0.8, 0.7, 0.6], answered: [0.8, 0.8, 0.8, 0.8], seed: 1)
    controller.reset(seed: 1)
    partner.play(1, with: &controller)
    let before = allocations {}
    let count = allocations { partner.play(40, with: &controller) }
    // The partner's list of skills grows now and then.
    withKnownIssue("not optimised", isIntermittent: true) { #expect(count - before <= 4) }
  }
}
