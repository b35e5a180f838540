#if Viewer

import Catalog
import Console
import Foundation
import Rendering

/// Frames handed to the program ffmpeg, which makes a video or a moving picture of them. The file
/// appears under its name only when it is complete.
final class Encoder {
  private let process = Process()
  private let pipe = Pipe()
  private let path: String
  private let partial: String

  /// - Parameters:
  ///   - rate: frames per second.
  ///   - isGIF: whether to make a GIF with a palette of its own.
  init(_ path: String, size: PictureSize, rate: Int, isGIF: Bool) throws {
    self.path = path
    partial = path + ".partial"
    guard let ffmpeg = Self.program else {
      throw WorkFailed(
        description: "the program ffmpeg, which makes videos, is not installed; install it"
          + " (apt-get install ffmpeg) or use --frames FOLDER, which needs none")
    }
    // Finds out now, not after an hour, that nothing can be written here.
    try WholeFile.write([], to: partial)
    process.executableURL = URL(fileURLWithPath: ffmpeg)
    let input = [
      "-y", "-loglevel", "error", "-f", "rawvideo", "-pix_fmt", "rgba", "-s",
      "\(size.width)x\(size.height)", "-r", "\(rate)", "-i", "-", "-an",
    ]
    let output =
      isGIF
      ? [
        "-filter_complex",
        "split[a][b];[a]palettegen=max_colors=128[p];[b][p]paletteuse=dither=none",
        "-f", "gif", partial,
      ]
      : [
        // Players want even sides.
        "-vf", "pad=ceil(iw/2)*2:ceil(ih/2)*2", "-c:v", "libx264", "-preset", "veryfast", "-crf",
        "20", "-pix_fmt", "yuv420p", "-threads", "1", "-fflags", "+bitexact", "-movflags",
        "+faststart", "-f", "mp4", partial,
      ]
    process.arguments = input + output
    process.standardInput = pipe
    process.standardOutput = FileHandle.nullDevice
    // An encoder that has died is reported by `finish`, not by a signal.
    signal(SIGPIPE, SIG_IGN)
    try process.run()
  }

  /// Where ffmpeg is, if it is anywhere on the search path.
  private static var program: String? {
    let folders = ProcessInfo.processInfo.environment["PATH"] ?? ""
    return folders.split(separator: ":").map { $0 + "/ffmpeg" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  func add(_ image: Image) throws {
    do {
      try pipe.fileHandleForWriting.write(contentsOf: Data(image.pixels))
    } catch {
      throw failure
    }
  }

  private var failure: WorkFailed {
    WorkFailed(description: "ffmpeg stopped before \(path) was done; see its message above")
  }

  func finish() throws {
    try? pipe.fileHandleForWriting.close()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      discard()
      throw failure
    }
    guard rename(partial, path) == 0 else {
      throw WriteError(path: path, reason: "it cannot be renamed into place")
    }
  }

  /// Gives up and leaves nothing behind.
  func discard() {
    if process.isRunning { process.terminate() }
    try? FileManager.default.removeItem(atPath: partial)
  }
}

#endif
