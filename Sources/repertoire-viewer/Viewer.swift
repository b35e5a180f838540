import Arena
import ArgumentParser
import Catalog
import Console
import Foundation
import Rendering

// Foundation has another.
typealias Progress = Console.Progress

/// The viewer: watches recordings and scenarios in a window, plays them, and films them.
struct Viewer: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "repertoire-viewer",
    abstract: "Watch a recording or a scenario, in a window or as files.",
    discussion: """
      Without --picture, --video, --gif or --frames a window opens; with one of them no display \
      is needed. H lists every key.
      """,
    version: Catalog.version)

  @Argument(help: "A recording, or a scenario by catalog name or file; without it, pick one.")
  var source: String?

  @OptionGroup var film: FilmOptions
  @OptionGroup var looks: LookOptions

  @Option(help: ArgumentHelp("Which episode, counted from 0.", valueName: "index"))
  var episode = 0

  @OptionGroup var seats: SeatOptions
  @OptionGroup var shared: SharedOptions

  func run() throws {
    let catalog = try shared.catalog()
    let font = catalog.project.path("Assets/fonts/DejaVuSans.ttf")
    guard let source else {
      throw ValidationError("there is nothing to watch; expected a recording or a scenario")
    }
    let reel = try Reel(source, seats: seats, seed: shared.seed, catalog: catalog)
    if let count = reel.episodeCount, !(0..<count).contains(episode) {
      throw WorkFailed(
        description: "`\(source)` has no episode \(episode); expected 0 to \(count - 1)")
    }
    if film.isWanted {
      try FilmMaker(options: film, shared: shared, stage: looks.stage, font: font)
        .run(reel, episode: episode)
    } else {
      throw WorkFailed(description: "no window yet")
    }
  }
}

@main
enum Main {
  static func main() {
    Notes.start()
    Interruption.watch()
    do {
      var command = try Viewer.parseAsRoot()
      try command.run()
    } catch {
      Failure.exit(with: error, of: Viewer.self)
    }
  }
}
