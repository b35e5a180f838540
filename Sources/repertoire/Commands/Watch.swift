import Arena
import ArgumentParser
import Catalog
import Foundation

/// Shows a recording or a scenario.
struct Watch: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Watch a recording or a scenario, in a window or as files.",
    discussion: """
      --picture draws the longest rally of an episode from above and from the side, and needs no \
      display. Everything else is done by repertoire-viewer.
      """)

  @Argument(help: "A recording, or a scenario by catalog name or file.")
  var source: String

  @Option(help: ArgumentHelp("Write a picture of the longest rally.", valueName: "file.png"))
  var picture: String?

  @Option(help: ArgumentHelp("Write a video.", valueName: "file.mp4"))
  var video: String?

  @Option(help: ArgumentHelp("Write every frame into a folder.", valueName: "folder"))
  var frames: String?

  @Option(help: ArgumentHelp("The size of picture, video or frames.", valueName: "WxH"))
  var size = PictureSize(width: 1400, height: 1000)

  @Option(
    help: ArgumentHelp(
      "Which episode of the recording, counted from 0 (default: the one with the longest rally).",
      valueName: "index"))
  var episode: Int?

  @OptionGroup var seats: SeatOptions
  @OptionGroup var shared: SharedOptions

  func validate() throws {
    guard [picture, video, frames].compactMap({ $0 }).count < 2 else {
      throw ValidationError("--picture, --video and --frames exclude each other; expected one")
    }
  }

  func run() throws {
    guard let picture else { throw try Viewer.failure(to: "show `\(source)`") }
    let catalog = try shared.catalog()
    let start = Date()
    let (recording, world) = try material(in: catalog)
    let drawn = try RallyPhotographer(recording: recording, name: source, episode: episode)
      .photograph(in: world)
    let canvas = drawn.drawn(width: size.width, height: size.height)
    try WholeFile.write(PNG.bytes(of: canvas), to: picture)
    if shared.json {
      Output.result(
        .object([
          ("frames", .whole(1)),
          ("seconds", .number(Double(drawn.steps.count) * world.stepDuration)),
          ("file", .text(picture)),
          ("timing", .object([("seconds", .number(Date().timeIntervalSince(start)))])),
        ]))
    } else {
      Output.result("\(drawn.title): \(picture)")
    }
  }

  /// The recording, or one made on the spot from the scenario, and its world.
  private func material(in catalog: Catalog) throws -> (Recording, any Environment) {
    if RecordingFile.isRecording(source) {
      let recording = try RecordingFile.read(source)
      return (recording, try catalog.world(of: recording, file: source))
    }
    let cast = try seats.cast(try catalog.scenario(source), in: catalog)
    var writer = RecordingWriter(Play.header(of: cast))
    func play<World: Environment>(_ world: World) {
      var episode = Episode(world, policies: cast.policies)
      episode.reset(seed: shared.seed)
      writer.begin(seed: shared.seed, digest: episode.world.digest)
      while episode.status == .running, episode.steps < MatchRunner.longestMatch,
        !Interruption.isRequested
      {
        episode.step()
        writer.append(episode.actions, digest: episode.world.digest)
      }
      writer.end(episode.status, outcome: episode.outcome, digest: episode.world.digest)
    }
    play(cast.world)
    try Interruption.check()
    return (try Recording(reading: writer.drain()), cast.world)
  }
}

/// The program that opens windows, beside this one.
enum Viewer {
  /// What to say as long as it cannot be started.
  static func failure(to purpose: String) throws -> any Error {
    WorkFailed(
      description: "repertoire-viewer, which would \(purpose), is not built;"
        + " expected `--picture FILE.png`, which needs no window")
  }
}

/// Width and height in pixels, written `1400x1000`.
struct PictureSize: ExpressibleByArgument {
  let width: Int
  let height: Int

  init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }

  init?(argument: String) {
    let parts = argument.split(separator: "x").map { Int($0) }
    guard parts.count == 2, let width = parts[0], let height = parts[1],
      (64...8192).contains(width), (64...8192).contains(height)
    else { return nil }
    self.init(width: width, height: height)
  }

  var defaultValueDescription: String { "\(width)x\(height)" }
}
