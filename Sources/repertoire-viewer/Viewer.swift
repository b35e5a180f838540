#if Viewer

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
    abstract: "Watch a recording, a scenario or a blueprint, in a window or as files.",
    discussion: """
      Without --picture, --video, --gif, --frames or --measure a window opens; with one of them \
      no display is needed. H lists every key.
      """,
    version: Catalog.version)

  @Argument(
    help: """
      A recording, a scenario by catalog name or file, or a blueprint (.schem, .nbt, .litematic, \
      .vox, .json, .plan); without it, pick one.
      """)
  var source: String?

  @OptionGroup var film: FilmOptions
  @OptionGroup var looks: LookOptions

  @Option(help: ArgumentHelp("Which episode, counted from 0.", valueName: "index"))
  var episode = 0

  @Flag(help: "Show the site of a scenario as its blueprint wants it.")
  var finished = false

  @OptionGroup var seats: SeatOptions

  @Option(
    help: ArgumentHelp(
      "How much a person at the table is helped, 0 to 1 (--home person or --away person plays).",
      valueName: "share"))
  var assistance = 0.7
  @OptionGroup var shared: SharedOptions

  func validate() throws {
    guard assistance >= 0, assistance <= 1 else {
      throw ValidationError("--assistance is \(assistance); expected 0 to 1")
    }
  }

  func run() throws {
    let catalog = try shared.catalog()
    let font = catalog.project.path("Assets/fonts/DejaVuSans.ttf")
    let hands = Hands()
    let seated = catalog.seating(hands, assistance: assistance)
    let reel = try reel(in: seated)
    if let count = reel.episodeCount, !(0..<count).contains(episode) {
      throw WorkFailed(
        description: "`\(reel.name)` has no episode \(episode); expected 0 to \(count - 1)")
    }
    if film.isWanted {
      try FilmMaker(options: film, shared: shared, stage: looks.stage, font: font)
        .run(reel, episode: episode)
    } else {
      try watch(reel, seated, hands, font)
    }
  }

  /// What to watch: what was named, or what a newcomer sees first.
  private func reel(in catalog: Catalog) throws -> Reel {
    guard source != nil || !film.isWanted else {
      throw ValidationError(
        "there is nothing to film; expected a recording, a scenario or a blueprint")
    }
    return try Reel(
      source ?? "table-tennis/match", isFinished: finished, seats: seats, seed: shared.seed,
      catalog: catalog)
  }

  private func watch(_ reel: Reel, _ catalog: Catalog, _ hands: Hands, _ font: String) throws {
    let window = try Window(title: reel.name, size: film.size)
    let painter = try Painter(font: font)
    var show = Show(reel, episode: episode, stage: looks.stage)
    if source == nil { show.say("L lists what there is to watch, H the keys") }
    let (seats, seed) = (seats, shared.seed)
    let session = Session(
      show, window: window, painter: painter, catalog: catalog, hands: hands
    ) { try Reel($0, seats: seats, seed: seed, catalog: catalog) }
    let start = Date()
    try session.run()
    guard shared.json else { return }
    let seconds = Date().timeIntervalSince(start)
    Output.result(
      .object(
        [("frames", .whole(session.frames)), ("device", .text(Renderer.device))] + session.report
          + [
            (
              "timing",
              .object([
                ("seconds", .number(seconds)),
                ("frames_per_second", .number(Double(session.frames) / max(seconds, 1e-9))),
              ])
            )
          ]))
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

#endif
