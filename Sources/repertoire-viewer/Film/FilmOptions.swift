#if Viewer

import Arena
import ArgumentParser
import Rendering

/// What to put into files instead of a window.
struct FilmOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Write one picture.", valueName: "file.png"))
  var picture: String?

  @Option(help: ArgumentHelp("Write a video; needs the program ffmpeg.", valueName: "file.mp4"))
  var video: String?

  @Option(help: ArgumentHelp("Write a moving picture; needs ffmpeg.", valueName: "file.gif"))
  var gif: String?

  @Option(help: ArgumentHelp("Write every frame as a PNG into a folder.", valueName: "folder"))
  var frames: String?

  @Option(
    help: ArgumentHelp(
      "Draw that many frames, keep none, and say what the time went to.", valueName: "count"))
  var measure: Int?

  @Option(help: ArgumentHelp("The size of the picture or the window.", valueName: "WxH"))
  var size = PictureSize(width: 1280, height: 720)

  @Option(
    help: ArgumentHelp(
      "The second at which to begin, or to take the picture (default: in the longest rally).",
      valueName: "seconds"))
  var from: Double?

  @Option(
    help: ArgumentHelp(
      "Simulated seconds to film (default: the longest rally, 20 at the most).",
      valueName: "seconds"))
  var seconds: Double?

  @Option(help: ArgumentHelp("Frames per second.", valueName: "count"))
  var rate = 50

  @Option(help: ArgumentHelp("Simulated seconds per second of film.", valueName: "factor"))
  var speed = 1.0

  @Option(
    help: ArgumentHelp(
      "Turn the camera about the scene while filming, in radians per second.", valueName: "rate"))
  var turn = 0.0

  func validate() throws {
    guard abs(turn) <= 20 else { throw ValidationError("--turn is \(turn); expected -20 to 20") }
    let files = [picture, video, gif, frames].compactMap { $0 }
    guard files.count + (measure == nil ? 0 : 1) < 2 else {
      throw ValidationError("--picture, --video, --gif, --frames and --measure exclude each other")
    }
    guard measure.map({ (1...100_000).contains($0) }) ?? true else {
      throw ValidationError("--measure is \(measure ?? 0); expected 1 to 100000 frames")
    }
    guard (1...240).contains(rate) else {
      throw ValidationError("--rate is \(rate); expected 1 to 240")
    }
    guard speed >= 1.0 / 64, speed <= 64 else {
      throw ValidationError("--speed is \(speed); expected 1/64 to 64")
    }
    for (name, value) in [("from", from), ("seconds", seconds)] {
      if let value, !(value >= 0 && value <= 1e6) {
        throw ValidationError("--\(name) is \(value); expected 0 to 1000000 seconds")
      }
    }
  }

  /// Whether files or figures are wanted and no window.
  var isWanted: Bool { measure != nil || [picture, video, gif, frames].contains { $0 != nil } }
}

#endif
