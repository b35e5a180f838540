import Arena
import ArgumentParser
import Catalog
import Foundation

/// Finds the first difference between two recordings.
struct Compare: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Find the first step and field at which two recordings differ.",
    discussion: "Exit status 0 if they are equal and 1 if they differ.")

  @Argument(help: "A recording.")
  var left: String

  @Argument(help: "Another.")
  var right: String

  @OptionGroup var shared: SharedOptions

  func run() throws {
    let found = RecordingComparison.firstDifference(
      try RecordingFile.read(left), try RecordingFile.read(right))
    if shared.json {
      Output.result(
        .object([
          ("equal", .flag(found == nil)),
          ("step", .optional(found?.step, JSON.whole)),
          ("field", .optional(found?.field, JSON.text)),
          ("left", .optional(found?.left, JSON.text)),
          ("right", .optional(found?.right, JSON.text)),
          ("episode", .optional(found?.episode, JSON.whole)),
        ]))
    } else if let found {
      let episode = found.episode.map { "episode \($0), " } ?? ""
      let step = found.step.map { "step \($0): " } ?? ""
      Output.result("\(episode)\(step)\(found.field) is \(found.left) and \(found.right)")
    } else {
      Output.result("equal")
    }
    if found != nil { throw ExitCode(Failure.workFailed) }
  }
}
