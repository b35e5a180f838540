import ArgumentParser
import Catalog
// What both programs say and how: every command uses it.
@_exported import Console

// Foundation has another.
typealias Progress = Console.Progress

/// The command line. Results go to standard output and everything else to standard error.
struct Repertoire: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "repertoire",
    abstract: "Worlds in which bodies learn a repertoire of skills and when to use which.",
    discussion: """
      Results go to standard output, everything else to standard error. Exit status: 0 done, \
      1 the work failed, 64 wrong arguments, 65 wrong content of a file, 66 no such file, \
      130 stopped by Ctrl-C.
      """,
    version: Catalog.version,
    subcommands: [
      List.self, Train.self, Play.self, Evaluate.self, Watch.self, Report.self, Inspect.self,
      Export.self, Compare.self, Build.self, Forecast.self, Bench.self,
      GoldensCommand.self,
    ])
}

@main
enum Main {
  static func main() {
    Notes.start()
    Interruption.watch()
    do {
      var command = try Repertoire.parseAsRoot()
      try command.run()
    } catch {
      Failure.exit(with: error, of: Repertoire.self)
    }
  }
}
