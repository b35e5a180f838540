import Forecasting
import Foundation

/// Published recordings, from the folder that `REPERTOIRE_DATA` names; tests that need them are
/// skipped without it.
enum MotionData {
  static let folder: String? = ProcessInfo.processInfo.environment["REPERTOIRE_DATA"].map {
    $0 + "/motion/"
  }
  static var isPresent: Bool { folder != nil }

  static func bytes(_ path: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder! + path)))
  }

  /// The windows of some recordings, as one set.
  static func recordings(_ names: [String], in part: String = "all_data") throws -> MotionSet {
    var set = MotionSet("recordings", frames: 20)
    for name in names {
      let path = "eth-ucy/\(part)/\(name).txt"
      set.append(contentsOf: try TrackFile(try bytes(path), file: path).windows(name))
    }
    return set
  }

  static func crossing(_ name: String) throws -> MotionSet {
    let path = "causalmotion-v4/\(name).f32"
    return try MotionSet(
      name, bytes: try bytes(path), agentsPerScene: 2, frames: 20, file: path)
  }
}
