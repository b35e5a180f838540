import Foundation
import Math
import Physics

/// The published measurements, read from the folder that `REPERTOIRE_DATA` names. They are too
/// large or too foreign to live in the project, so tests that need them are skipped without it.
enum MeasuredData {
  static let folder: URL? = ProcessInfo.processInfo.environment["REPERTOIRE_DATA"].map {
    let root = URL(fileURLWithPath: $0)
    let inner = root.appendingPathComponent("table-tennis")
    return FileManager.default.fileExists(atPath: inner.path) ? inner : root
  }

  static var isPresent: Bool { folder != nil }

  /// The rows of a CSV file below its header, each split at the commas.
  static func rows(_ path: String) throws -> [[Substring]] {
    let file = folder!.appendingPathComponent(path)
    let text = try String(contentsOf: file, encoding: .utf8)
    return text.split(whereSeparator: \.isNewline).dropFirst().map { $0.split(separator: ",") }
  }

  /// The trajectories of a launcher file: columns traj, t, x, y, z, ...
  static func trajectories(_ path: String) throws -> [[FlightSample]] {
    var result = [[FlightSample]]()
    var current: Substring?
    for row in try rows(path) {
      let n = row.dropFirst().map { Double($0)! }
      if row[0] != current { result.append([]) }
      current = row[0]
      result[result.count - 1].append(
        FlightSample(time: n[0], position: Vector3(n[1], n[2], n[3])))
    }
    return result
  }

  /// Impacts on a racket at rest by racket number, the face normal being z.
  static func racketImpacts() throws -> [(racket: String, impact: MeasuredImpact)] {
    try rows("tt_rackets_sample/sample_rows.csv").map { row in
      let n = row.map { Double($0)! }
      return (
        String(row[0]),
        MeasuredImpact(
          normal: .unitZ, velocityIn: Vector3(n[2], 0, n[3]), spinIn: Vector3(0, n[4], 0),
          velocityOut: Vector3(n[5], 0, n[6]), spinOut: Vector3(0, n[7], 0))
      )
    }
  }
}
