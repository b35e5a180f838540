import Arena
import ArgumentParser
import Catalog
import Foundation
import Math

/// Plays a policy against every rung of a ladder of opponents.
struct Evaluate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Play a policy against every rung of a ladder of opponents.")

  @Argument(help: "The policy: its name or its folder.")
  var policy: String

  @Option(
    help: ArgumentHelp(
      """
      A file with the key `scenario` and a list `rungs` of `opponent` and `level` (default: \
      Assets/table-tennis/ladder.yaml).
      """,
      valueName: "file"))
  var ladder: String?

  @Option(help: ArgumentHelp("How many matches to play on each rung.", valueName: "count"))
  var matches = 10

  @OptionGroup var measuring: MeasuringOptions
  @OptionGroup var shared: SharedOptions

  func validate() throws {
    guard (1...100_000).contains(matches) else {
      throw ValidationError("--matches is \(matches); expected 1 to 100000")
    }
  }

  func run() throws {
    let catalog = try shared.catalog()
    if measuring.descriptor { return try measuring.run(policy, catalog, shared) }
    let ladder = try Ladder.read(ladder, in: catalog)
    let scenario = try catalog.scenario(ladder.scenario)
    let progress = Progress(
      "evaluating", total: Double(matches * ladder.rungs.count), isSilent: shared.quiet)
    var rungs: [(rung: Ladder.Rung, summary: MatchSummary)] = []
    var digest = Digest()
    for (index, rung) in ladder.rungs.enumerated() {
      let cast = try catalog.cast(scenario, overrides: [0: policy, 1: rung.opponent])
      let runner = MatchRunner(
        matches: matches, threads: shared.threadCount,
        seed: Random.seed(shared.seed, UInt64(index)))
      let results = runner.run(cast.world, policies: cast.policies, progress: progress)
      try Interruption.check()
      let summary = MatchSummary(cast, results: results)
      digest.combine(summary.digest.value)
      rungs.append((rung, summary))
    }
    progress.finish()
    report(rungs, digest)
  }

  private func report(_ rungs: [(rung: Ladder.Rung, summary: MatchSummary)], _ digest: Digest) {
    if shared.json {
      Output.result(
        .object([
          ("policy", .text(policy)),
          ("rungs", .list(rungs.map { $0.summary.rung($0.rung) })),
          ("digest", .text("\(digest)")),
        ]))
      return
    }
    let rows = rungs.map { rung, summary in
      [rung.opponent, "\(rung.level)", "\(summary.results.count)"]
        + ["home-matches", "home-games", "home-points", "away-points"].map {
          summary.sum($0).map(Output.rounded) ?? "-"
        }
    }
    let heading = ["opponent", "level", "matches", "won", "games", "points", "lost"]
    Output.result(Output.table([heading] + rows) + "\ndigest \(digest)")
  }
}

/// Opponents in rising order of strength.
struct Ladder: Configuration {
  var scenario = "table-tennis/match"
  var rungs: [Rung] = []

  struct Rung: Configuration {
    var opponent = ""
    /// Where it stands, from 1.
    var level = 1
  }

  /// The ladder that stands in for `--ladder`.
  private static let usual = "Assets/table-tennis/ladder.yaml"

  /// The ladder in a file, or the usual one.
  static func read(_ path: String?, in catalog: Catalog) throws -> Ladder {
    let path = path ?? catalog.project.path(usual)
    let ladder = try StrictDecoder.decode(
      Ladder.self, from: try Project.tree(of: path), file: path)
    guard !ladder.rungs.isEmpty else {
      throw ContentError(path, line: 1, "`rungs` is empty", expected: "expected opponents")
    }
    return ladder
  }
}

extension MatchSummary {
  /// One rung of the object that `evaluate --json` prints.
  func rung(_ rung: Ladder.Rung) -> JSON {
    let won = sum("home-matches") ?? 0
    let landed = sum("home-landed")
    let strokes = sum("home-strokes")
    let rate = strokes.flatMap { strokes in landed.map { $0 / max(strokes, 1) } }
    let interval = Self.wilsonInterval(won, of: Double(results.count))
    return .object([
      ("opponent", .text(rung.opponent)), ("level", .whole(rung.level)),
      ("matches", .whole(results.count)), ("matches_won", .whole(Int(won))),
      ("games_won", .optional(sum("home-games"), JSON.number)),
      ("points_won", .optional(sum("home-points"), JSON.number)),
      ("points_lost", .optional(sum("away-points"), JSON.number)),
      ("land_rate", .optional(rate, JSON.number)),
      ("confidence_interval", .list([.number(interval.lower), .number(interval.upper)])),
    ])
  }

  /// The 95 % interval of a probability from `successes` in `trials` (Wilson, 1927).
  static func wilsonInterval(
    _ successes: Double, of trials: Double
  ) -> (lower: Double, upper: Double) {
    guard trials > 0 else { return (0, 1) }
    let z = 1.959_964
    let share = successes / trials
    let weight = 1 / (1 + z * z / trials)
    let middle = weight * (share + z * z / (2 * trials))
    let spread =
      weight * z
      * (share * (1 - share) / trials + z * z / (4 * trials * trials)).squareRoot()
    return (max(0, middle - spread), min(1, middle + spread))
  }
}
