import Foundation
import Math
import TableTennis
import Testing

struct RulesTests {
  @Test("The presets can be played by")
  func presets() throws {
    try Rules.ittf.validate()
    try Rules.paper.validate()
    try Rules.paperServices.validate()
  }

  @Test(
    "Rules nobody could play by are refused by name",
    arguments: [
      ("points-per-game", change { $0.pointsPerGame = 0 }),
      ("lead", change { $0.lead = 0 }),
      ("lead", change { $0.lead = 12 }),
      ("point-cap", change { $0.pointCap = 10 }),
      ("games", change { $0.games = 4 }),
      ("games", change { $0.games = 0 }),
      ("services-per-turn", change { $0.servicesPerTurn = 0 }),
      ("least-toss", change { $0.leastToss = -0.1 }),
      ("least-toss", change { $0.leastToss = .nan }),
      ("greatest-toss-angle", change { $0.greatestTossAngle = -1 }),
      ("greatest-toss-spin", change { $0.greatestTossSpin = -1 }),
      ("high-ball", change { $0.highBall = 0.1 }),
      ("stroke-duration", change { $0.strokeDuration = 2 }),
      ("expedite-time", change { $0.expediteTime = -1 }),
      ("expedite-points", change { $0.expeditePoints = -1 }),
      ("expedite-returns", change { $0.expediteReturns = 0 }),
      ("service-timeout", change { $0.serviceTimeout = 0 }),
      ("contact-timeout", change { $0.contactTimeout = .infinity }),
      ("rally-timeout", change { $0.rallyTimeout = 0 }),
      ("let-limit", change { $0.letLimit = 0 }),
    ])
  func impossible(rule: String, rules: Rules) {
    let problem = #expect(throws: RuleProblem.self) { try rules.validate() }
    #expect(problem?.rule == rule)
    #expect(throws: RuleProblem.self) { try Scoreboard(rules: rules) }
  }

  @Test("Problems say what was found and what was expected")
  func message() {
    let problem = #expect(throws: RuleProblem.self) { try change { $0.lead = 12 }.validate() }
    #expect(problem?.description == "lead: 12 is not in 1 ... 11")
  }

  @Test("Rules survive being written and read")
  func coding() throws {
    for rules in [Rules.ittf, .paper, .paperServices] {
      let data = try JSONEncoder().encode(rules)
      #expect(try JSONDecoder().decode(Rules.self, from: data) == rules)
    }
  }

  @Test("Every rule is part of the digest")
  func digest() {
    let changes: [Rules] = [
      .ittf, .paper, .wheelchair, .paperServices, .limitedRallies,
      change { $0.pointsPerGame = 21 }, change { $0.lead = 1 }, change { $0.pointCap = 20 },
      change { $0.games = 7 }, change { $0.playsAllGames = true }, change { $0.service = .home },
      change { $0.servicesPerTurn = 5 }, change { $0.changesEnds = false },
      change { $0.leastToss = 0.1 }, change { $0.greatestTossAngle = 0.1 },
      change { $0.greatestTossSpin = 1 }, change { $0.highBall = 2 },
      change { $0.strokeDuration = 0.1 }, change { $0.expediteTime = nil },
      change { $0.expeditePoints = 10 }, change { $0.expediteReturns = 5 },
      change { $0.serviceTimeout = 9 }, change { $0.contactTimeout = 9 },
      change { $0.letLimit = 9 },
    ]
    let digests = changes.map { rules in
      var digest = Digest()
      rules.combine(into: &digest)
      return digest.value
    }
    #expect(Set(digests).count == changes.count)
  }
}

private func change(_ edit: (inout Rules) -> Void) -> Rules {
  var rules = Rules.ittf
  edit(&rules)
  return rules
}
