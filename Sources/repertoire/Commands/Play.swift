import Arena
import ArgumentParser
import Catalog
import Foundation

/// Plays matches and prints the score.
struct Play: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Play episodes or full matches and print the score.")

  @Argument(help: "A scenario: its catalog name or a file.")
  var scenario: String

  @OptionGroup var seats: SeatOptions

  @Option(help: ArgumentHelp("How many matches to play.", valueName: "count"))
  var matches = 1

  @Option(help: ArgumentHelp("Write a recording of all matches.", valueName: "file"))
  var record: String?

  @OptionGroup var shared: SharedOptions

  func validate() throws {
    guard (1...1_000_000).contains(matches) else {
      throw ValidationError("--matches is \(matches); expected 1 to 1000000")
    }
  }

  func run() throws {
    let catalog = try shared.catalog()
    let cast = try seats.cast(try catalog.scenario(scenario), in: catalog)
    let recording = try record.map { path in
      try RecordingSink(cast.recordingHeader, path: path)
    }
    let runner = MatchRunner(
      matches: matches, threads: shared.threadCount, seed: shared.seed, recording: recording)
    let progress = Progress("playing", total: Double(matches), isSilent: shared.quiet)
    let start = Date()
    let results = runner.run(cast.world, policies: cast.policies, progress: progress)
    let seconds = Date().timeIntervalSince(start)
    progress.finish()
    try recording?.close()
    if let record, !shared.quiet { Notes.logger.info("recording written to \(record)") }
    let summary = MatchSummary(cast, results: results)
    if !results.isEmpty {
      if shared.json {
        Output.result(summary.json(seconds: seconds))
      } else {
        Output.result(summary.text(seconds: seconds))
      }
    }
    try Interruption.check()
  }
}
