import Arena
import Catalog
import Foundation

/// Recordings on disk.
public enum RecordingFile {
  /// No recording may be larger: 4 GiB.
  public static let largest = 1 << 32

  /// Reads a recording; damage at its end is reported and survived.
  public static func read(_ path: String) throws -> Recording {
    let bytes = try Project.bytes(of: path, limit: largest)
    let recording: Recording
    do {
      recording = try Recording(reading: bytes)
    } catch {
      throw ContentError(path, line: 1, error.description, expected: "expected a recording")
    }
    if let damage = recording.damage {
      Notes.logger.warning("\(path) can be read up to \(damage)")
    }
    return recording
  }

  /// Whether a file begins like a recording.
  public static func isRecording(_ path: String) -> Bool {
    guard Project.isFile(path), let file = FileHandle(forReadingAtPath: path) else { return false }
    defer { try? file.close() }
    return Recording.hasMagic((try? file.read(upToCount: 8)) ?? Data())
  }
}
