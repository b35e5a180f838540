import BuildChecks
import Testing

@Suite("Prompts, judged by the worlds that they lead to")
struct PromptTests {
  @Test(
    "The project's own prompts",
    arguments: [
      ("first", 97), ("second", 96), ("third", 38), ("fourth", 45), ("fifth", 36), ("sixth", 24),
    ])
  func own(_ name: String, _ least: Int) throws {
    let (passed, _, failures) = Self.run(try .own(name))
    #expect(passed >= least, "\(failures)")
  }

  @Test("The public prompts", .enabled(if: PromptFile.isPublicThere))
  func publicPrompts() throws {
    let (passed, score, failures) = Self.run(try .publicPrompts())
    #expect(passed >= 27, "\(failures)")
    #expect(score >= 0.95, "\(failures)")
  }

  /// How many of a hundred pass, or of all where there are fewer, and the mean score.
  private static func run(_ file: PromptFile) -> (Int, Double, String) {
    let runs = file.prompts.map { PromptRun($0) }
    let passed = runs.count(where: \.isPassed)
    let score = runs.reduce(0) { $0 + $1.score } / Double(max(1, runs.count))
    let failures = runs.filter { !$0.isPassed }.map(\.summary).joined(separator: "\n")
    print("\(passed) of \(runs.count) prompts pass, mean score \(score)")
    return (passed, score, failures)
  }
}
