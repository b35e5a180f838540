import Catalog
import Foundation
import Testing

@Suite struct GoldensTests {
  @Test(arguments: TestProject.scenarioNames)
  func everyScenarioMeetsItsDigests(name: String) throws {
    let path = TestProject.root + "/Tests/Goldens/digests.json"
    let committed = try JSONDecoder().decode(
      [String: Goldens].self, from: Data(contentsOf: URL(fileURLWithPath: path)))
    let catalog = TestProject.catalog
    let measured = try Goldens.measured(try catalog.scenario(name), in: catalog)
    #expect(committed[name] == measured, "run `repertoire goldens --update` if this is meant")
  }
}
