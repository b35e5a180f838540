import ArgumentParser
import Catalog
import Foundation

/// Writes one page about trainings, recordings and evaluations.
struct Report: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write one HTML page about trainings, recordings and evaluations.",
    discussion: """
      A RUN is a training folder (its learning curve), a recording (its results, a map of landings, \
      what its controller preferred, and frames) or what `evaluate --json` printed (its ladder). \
      The page needs nothing but itself. Frames are drawn by repertoire-viewer, if it is built.
      """)

  @Argument(help: "Training folders, recordings, and files of `evaluate --json`.")
  var runs: [String]

  @Option(help: ArgumentHelp("Where to write the page.", valueName: "file.html"))
  var out = "report.html"

  @Option(help: ArgumentHelp("How many frames of each recording to show.", valueName: "count"))
  var frames = 12

  @OptionGroup var shared: SharedOptions

  func validate() throws {
    guard (0...60).contains(frames) else {
      throw ValidationError("--frames is \(frames); expected 0 to 60")
    }
  }

  func run() throws {
    let catalog = try shared.catalog()
    var page = ReportPage(title: runs.joined(separator: ", "))
    for run in runs {
      try Interruption.check()
      if RecordingFile.isRecording(run) {
        try RecordingChapter(path: run, frames: frames, catalog: catalog).add(to: &page)
      } else if Project.isFolder(run) {
        try TrainingChapter(folder: run).add(to: &page)
      } else {
        try LadderChapter(path: run).add(to: &page)
      }
    }
    try WholeFile.write(Array(page.html.utf8), to: out)
    if shared.json {
      Output.result(
        .object([
          ("file", .text(out)), ("runs", .whole(runs.count)),
          ("charts", .whole(page.chartCount)), ("frames", .whole(page.frameCount)),
        ]))
    } else {
      Output.result("\(out): \(page.chartCount) charts, \(page.frameCount) frames")
    }
  }
}
