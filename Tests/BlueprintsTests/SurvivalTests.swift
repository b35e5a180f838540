import Testing
import VoxelWorld

@testable import Blueprints

@Suite struct SurvivalTests {
  private func built(_ text: String, on site: Site = .flat) throws -> SurvivalAgent {
    var dialogue = Dialogue(site: site)
    let plan = try #require(dialogue.hear(text).plan)
    return try Commission(plan, on: site).survived()
  }

  @Test(arguments: [
    "Build a solid tower 12 blocks tall and 3x3 wide out of cobblestone.",
    "Build a 5x5x5 hollow cube of stone.",
  ])
  func whatIsAskedForIsBuiltFromChests(_ text: String) throws {
    let execution = try built(text).execution
    #expect(execution.faults.isEmpty, "\(execution.faults.prefix(3))")
    #expect(execution.scaffoldLeft == 0)
    #expect(execution.placed > 0)
    #expect(execution.maxDrop <= 3.01)
  }

  @Test func theWorkCanBeDoneInPieces() throws {
    var dialogue = Dialogue()
    let plan = try #require(dialogue.hear("a 4 by 4 stone floor").plan)
    let commission = try Commission(plan, on: .flat)
    let whole = try commission.survived()
    var pieces = try SurvivalAgent(
      plan.constructed(), settled: commission.construction,
      at: BuildingSite(.flat, around: commission.construction),
      grant: Grant(for: commission.construction))
    while pieces.run(ticks: 37) {}
    #expect(pieces.execution.ticks == whole.execution.ticks)
    #expect(pieces.execution.actions == whole.execution.actions)
  }

  @Test func itStopsWhenTheGrantIsUsedUp() throws {
    var dialogue = Dialogue()
    let plan = try #require(dialogue.hear("a 9 by 9 stone floor").plan)
    let commission = try Commission(plan, on: .flat)
    var grant = Grant(for: commission.construction)
    grant.mostTicks = 100
    let execution = try commission.survived(grant: grant).execution
    #expect(execution.ticks == 100)
    #expect(execution.faults.contains { $0.kind == .outOfTime })
  }
}
