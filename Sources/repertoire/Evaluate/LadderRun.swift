import Arena
import Catalog
import Math

/// Plays one policy against every rung of a ladder.
struct LadderRun {
  let catalog: Catalog
  let ladder: Ladder
  let scenario: Scenario
  let matches: Int
  let shared: SharedOptions

  /// Plays all rungs. Equal rungs have equal seeds, whatever the policy.
  func run(
    _ policy: Scenario.PolicyChoice, title: String = "evaluating"
  ) throws -> [RungResult] {
    let progress = Progress(
      title, total: Double(matches * ladder.rungs.count), isSilent: shared.quiet)
    defer { progress.finish() }
    var results: [RungResult] = []
    for (index, rung) in ladder.rungs.enumerated() {
      let cast = try catalog.cast(
        scenario, choices: [0: policy, 1: Scenario.PolicyChoice(rung.opponent)])
      let runner = MatchRunner(
        matches: matches, threads: shared.threadCount,
        seed: Random.seed(shared.seed, UInt64(index)))
      let played = runner.run(
        cast.world, policies: cast.policies, progress: progress, before: index * matches)
      try Interruption.check()
      results.append(
        RungResult(rung: rung, summary: MatchSummary(cast, results: played)))
    }
    return results
  }

  /// One digest for all rungs.
  static func digest(_ results: [RungResult]) -> Digest {
    var digest = Digest()
    for result in results { digest.combine(result.summary.digest.value) }
    return digest
  }
}
