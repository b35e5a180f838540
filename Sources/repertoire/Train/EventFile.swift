import Catalog
import Foundation
import Training

/// A TensorBoard event file in a training's folder. Each process that trains there writes its own,
/// and TensorBoard joins them.
final class EventFile {
  private let path: String
  private var file: FileHandle?
  /// The bytes that are known to be in the file.
  private var length = 0
  private var waiting = EventRecord.start(wallTime: Date().timeIntervalSince1970)

  init(in folder: String) {
    let seconds = Int(Date().timeIntervalSince1970)
    let process = ProcessInfo.processInfo.processIdentifier
    path = "\(folder)/events.out.tfevents.\(seconds).\(process)"
  }

  func append(_ values: [(name: String, value: Double)], step: Int) {
    waiting += EventRecord.scalars(
      values, step: step, wallTime: Date().timeIntervalSince1970)
  }

  /// Hands what was appended to the system.
  func flush() throws {
    if file == nil {
      guard FileManager.default.createFile(atPath: path, contents: nil) else {
        throw WriteError(path: path, reason: "it cannot be created")
      }
      file = FileHandle(forWritingAtPath: path)
    }
    do {
      // A write that failed half-way is written again, over what it left.
      try file?.seek(toOffset: UInt64(length))
      try file?.write(contentsOf: Data(waiting))
    } catch {
      throw WriteError(path: path, reason: "the disk refuses (\(error.localizedDescription))")
    }
    length += waiting.count
    waiting.removeAll(keepingCapacity: true)
  }
}
