import ArgumentParser
import Foundation

/// Hands everything to `repertoire-viewer`, the program beside this one that opens windows and draws
/// pictures: this program links neither.
struct Watch: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Watch a recording or a scenario, in a window or as files.",
    discussion: "`repertoire watch --help` lists every option, once repertoire-viewer is built.")

  @Argument(parsing: .captureForPassthrough, help: "What repertoire-viewer is to do.")
  var arguments: [String] = []

  func run() throws {
    guard let viewer = ViewerProgram.path else {
      if arguments.contains("--help") || arguments.contains("-h") { throw CleanExit.helpRequest() }
      throw WorkFailed(description: ViewerProgram.absence)
    }
    let words = ([viewer] + arguments).map { strdup($0) } + [nil]
    execv(viewer, words)
    throw WorkFailed(description: "`\(viewer)` cannot be started; expected an executable file")
  }
}

/// The program that opens windows and draws pictures.
enum ViewerProgram {
  /// Where it is: beside this program. Nil where it has not been built.
  static var path: String? {
    let own = URL(fileURLWithPath: Bundle.main.executablePath ?? CommandLine.arguments[0])
    let path = own.resolvingSymlinksInPath().deletingLastPathComponent()
      .appendingPathComponent("repertoire-viewer").path
    return FileManager.default.isExecutableFile(atPath: path) ? path : nil
  }

  /// What to say where it is missing.
  static let absence =
    "repertoire-viewer is not built; `make setup` installs what it needs, and"
    + " `swift build -c release --product repertoire-viewer` builds it"
}
