import Catalog
import Foundation

/// The folder of a training: the policy itself, checkpoints and a table of rounds.
struct TrainFolder {
  let path: String
  /// How many checkpoints are kept.
  private static let kept = 3

  init(_ path: String) {
    self.path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
  }

  var metricsPath: String { path + "/metrics.csv" }
  private var checkpointFolder: String { path + "/checkpoints" }

  /// The paths of the checkpoints, the newest first.
  var checkpoints: [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: checkpointFolder)) ?? []
    return names.filter { $0.hasSuffix(".safetensors") }.sorted(by: >)
      .map { checkpointFolder + "/" + $0 }
  }

  /// Writes a checkpoint, complete or not at all, and removes all but the newest few.
  func save(_ checkpoint: [UInt8], round: Int) throws {
    let digits = String(round)
    let number = String(repeating: "0", count: max(0, 9 - digits.count)) + digits
    try WholeFile.write(checkpoint, to: "\(checkpointFolder)/\(number).safetensors")
    for old in checkpoints.dropFirst(Self.kept) {
      try? FileManager.default.removeItem(atPath: old)
    }
  }

  /// Removes what a process left that was killed while it wrote a checkpoint.
  func removeFragments() {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: checkpointFolder)) ?? []
    for name in names where name.hasSuffix(".partial") {
      try? FileManager.default.removeItem(atPath: checkpointFolder + "/" + name)
    }
  }

  /// Moves an earlier training that lies here out of the way; nothing that was learned is lost.
  ///
  /// - Returns: where it lies now, or nil if there was none.
  func makeRoom() throws -> String? {
    guard !checkpoints.isEmpty || PolicyFolder.exists(at: path) else { return nil }
    return try Self.makeRoom(at: path)
  }

  /// Moves what lies at `path` out of the way.
  static func makeRoom(at path: String) throws -> String? {
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    var number = 1
    while FileManager.default.fileExists(atPath: "\(path).\(number)") { number += 1 }
    do {
      try FileManager.default.moveItem(atPath: path, toPath: "\(path).\(number)")
    } catch {
      throw WriteError(path: path, reason: "the training that lies there cannot be moved away")
    }
    return "\(path).\(number)"
  }
}
