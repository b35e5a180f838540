import Catalog
import Foundation
import Testing

/// What scenarios say about forecasting, and the commands that do it.
@Suite struct ForecastingPlanTests {
  private static let names = TestProject.scenarioNames.filter { $0.hasPrefix("forecasting/") }

  @Test(arguments: names)
  func everyForecastingScenarioHoldsAPlan(name: String) throws {
    let plan = try ForecastingPlan(try TestProject.catalog.scenario(name))
    #expect(plan.design.observed + plan.design.predicted <= 20)
  }

  @Test(arguments: [
    ("design: {observed: 40}", "`forecasting.design.predicted`"),
    ("design: {widht: 3}", "unknown key `forecasting.design.widht`"),
    ("held-out: [paris]", "there is no place `paris`"),
    ("references: 0", "`forecasting.references`: 0 is not in"),
    ("training: {steps: 0}", "`forecasting.training.steps`"),
    ("test-strengths: [1]", "`forecasting.test-strengths`"),
  ])
  func wrongPlansAreRefusedWithTheirLine(line: String, problem: String) throws {
    let scratch = try Scratch()
    let path = scratch.path("plan.yaml")
    let text = "environment: planar/crowd\nsummary: Test.\nforecasting:\n  \(line)\n"
    try WholeFile.write(Array(text.utf8), to: path)
    let error = #expect(throws: ContentError.self) {
      try ForecastingPlan(try TestProject.catalog.scenario(path))
    }
    #expect(error?.description.contains(problem) == true, "\(error?.description ?? "")")
    #expect(error.map { (3...4).contains($0.line) } == true)
  }

  @Test func whatIsNotForecastIsRefused() throws {
    #expect(throws: ContentError.self) {
      try ForecastingPlan(try TestProject.catalog.scenario("planar/cart-pole"))
    }
    let run = try CommandLineRun(
      "forecast", "test", "forecasting/circle-crossing", "--model", "causel")
    #expect(run.status == 66)
    #expect(run.errors.contains("did you mean `causal`"))
  }

  @Test func aForecasterIsTrainedSavedAndTestedAgain() throws {
    let scratch = try Scratch()
    let scenario = scratch.path("short.yaml")
    let text = """
      environment: planar/crowd
      summary: Test.
      forecasting:
        design: {observed: 4, style: modular}
        training: {steps: 300}
        training-scenes: 300
        test-styles: [0.4]

      """
    try WholeFile.write(Array(text.utf8), to: scenario)
    let folder = scratch.path("model")
    let train = try CommandLineRun(
      "forecast", "train", scenario, "--out", folder, "--json", "--quiet")
    #expect(train.status == 0)
    let test = try CommandLineRun("forecast", "test", scenario, "--model", folder, "--json")
    let baseline = try CommandLineRun(
      "forecast", "test", scenario, "--model", "constant-velocity", "--json")
    func average(_ run: CommandLineRun) throws -> Double {
      let mean = try run.json()["mean"] as? [String: Any]
      return try #require(mean?["ade"] as? Double)
    }
    #expect(try average(test) == average(train))
    #expect(try average(test) < 0.5 * average(baseline))
    // A folder whose weights were cut off is refused as content.
    let weights = folder + "/weights.safetensors"
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: weights)))
    try WholeFile.write(Array(bytes.dropLast(100)), to: weights)
    let broken = try CommandLineRun("forecast", "test", scenario, "--model", folder)
    #expect(broken.status == 65)
  }
}
