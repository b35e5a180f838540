import Testing
import VoxelWorld

@testable import Blueprints

@Suite("The plan language")
struct PlanLanguageTests {
  @Test("A house becomes a plan that reads back as it was written")
  func houseRoundTrip() throws {
    let plan = try House().plan()
    let text = plan.description
    let again = try Plan(parsing: text)
    #expect(again == plan)
    #expect(again.description == text)
    #expect(plan.explanation.count == plan.steps.count)
  }
}
