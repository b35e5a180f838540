import Catalog
import Foundation
import Math
import Physics

/// How far the physics is from measured flights and rebounds: every file with the right columns in a
/// folder is compared.
///
/// Flights are position samples with the columns `traj,t,x,y,z`; each is followed from a state fitted
/// to its first third to its end. Rebounds have the columns `racket_id,v_in_x,v_in_z,...`; each is
/// computed from its incoming state with the rubber that comes nearest.
struct PhysicsData {
  /// What was compared with what, and how far apart they are.
  struct Comparison {
    let name: String
    let unit: String
    let file: String
    let errors: ErrorSummary
  }

  /// Compares all CSV files below `folder`, in order.
  static func comparisons(in folder: String) throws -> [Comparison] {
    guard Project.isFolder(folder) else {
      throw MissingError("`\(folder)` is not there; expected a folder with measurements")
    }
    let names = Project(root: folder).names(in: "", suffix: ".csv")
    let found = try names.flatMap { try comparisons(file: "\(folder)/\($0).csv", name: $0) }
    guard !found.isEmpty else {
      throw MissingError(
        "`\(folder)` holds no measurements; expected CSV files with the columns traj,t,x,y,z or "
          + "racket_id,v_in_x,v_in_z,spin_before_y,v_out_x,v_out_z,spin_after_y")
    }
    return found
  }

  private static func comparisons(file: String, name: String) throws -> [Comparison] {
    let table = try NumberTable(file: file)
    if let columns = table.columns(["traj", "t", "x", "y", "z"]) {
      return flights(try table.rows(), columns, file: file, name: name)
    }
    let rebound = [
      "racket_id", "v_in_x", "v_in_z", "spin_before_y", "v_out_x", "v_out_z", "spin_after_y",
    ]
    if let columns = table.columns(rebound) {
      return rebounds(try table.rows(), columns, file: file)
    }
    return []
  }

  private static func flights(
    _ rows: [[Double]], _ columns: [Int], file: String, name: String
  ) -> [Comparison] {
    var tracks: [(number: Double, samples: [FlightSample])] = []
    for row in rows {
      if tracks.last?.number != row[columns[0]] { tracks.append((row[columns[0]], [])) }
      tracks[tracks.count - 1].samples.append(
        FlightSample(
          time: row[columns[1]],
          position: Vector3(row[columns[2]], row[columns[3]], row[columns[4]])))
    }
    let launches = tracks.compactMap { track in
      FlightSample.flights(in: track.samples).first.map { track.samples[$0] }
    }
    let label = name.split(separator: "/").last.map(String.init) ?? name
    let figures: [(String, [Double])] = [
      ("spin unknown", launches.compactMap { FlightComparison.endError(of: $0, model: .real) }),
      (
        "spin from the other launches",
        FlightComparison.endErrors(ofOneSetting: launches, model: .real)
      ),
      (
        "air from the other launches too",
        FlightComparison.endErrors(calibratingOneSetting: launches, model: .real)
      ),
    ]
    return figures.compactMap { what, errors in
      ErrorSummary(errors).map {
        Comparison(name: "\(label), \(what)", unit: "m", file: file, errors: $0)
      }
    }
  }

  private static func rebounds(
    _ rows: [[Double]], _ columns: [Int], file: String
  ) -> [Comparison] {
    let rackets = Set(rows.map { $0[columns[0]] }).sorted()
    return rackets.flatMap { racket -> [Comparison] in
      let impacts = rows.filter { $0[columns[0]] == racket }.map { row in
        MeasuredImpact(
          normal: .unitZ,
          velocityIn: Vector3(row[columns[1]], 0, row[columns[2]]),
          spinIn: Vector3(0, row[columns[3]], 0),
          velocityOut: Vector3(row[columns[4]], 0, row[columns[5]]),
          spinOut: Vector3(0, row[columns[6]], 0))
      }
      return nearestRubber(to: impacts, label: "racket \(Int(racket))", file: file)
    }
  }

  /// The errors with the rubber whose median error along the face is least.
  private static func nearestRubber(
    to impacts: [MeasuredImpact], label: String, file: String
  ) -> [Comparison] {
    let candidates = Rubber.Name.allCases.compactMap { name -> (Double, [Comparison])? in
      let errors = impacts.map { $0.error(of: Rubber.named(name).material) }
      guard let normal = ErrorSummary(errors.map(\.normal)),
        let tangential = ErrorSummary(errors.map(\.tangential)),
        let spin = ErrorSummary(errors.map(\.spin))
      else { return nil }
      let title = "\(label) as \(name.rawValue)"
      return (
        normal.median + tangential.median,
        [
          Comparison(name: "\(title), along the normal", unit: "m/s", file: file, errors: normal),
          Comparison(name: "\(title), along the face", unit: "m/s", file: file, errors: tangential),
          Comparison(name: "\(title), spin", unit: "rad/s", file: file, errors: spin),
        ]
      )
    }
    return candidates.min { $0.0 < $1.0 }?.1 ?? []
  }
}

/// A CSV file with a line of names above its numbers.
struct NumberTable {
  let names: [String]
  private let file: String
  private let lines: [Substring]

  /// The largest file that is read: 256 MiB.
  private static let largest = 256 << 20

  init(file: String) throws {
    self.file = file
    let bytes = try Project.bytes(of: file, limit: Self.largest)
    lines = String(decoding: bytes, as: UTF8.self).split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    names = lines.first.map { $0.split(separator: ",").map(String.init) } ?? []
  }

  /// Where the columns with these names are, if all of them are there.
  func columns(_ wanted: [String]) -> [Int]? {
    let found = wanted.compactMap { names.firstIndex(of: $0) }
    return found.count == wanted.count ? found : nil
  }

  /// The numbers of every line below the names.
  func rows() throws -> [[Double]] {
    var rows: [[Double]] = []
    rows.reserveCapacity(lines.count)
    for (index, line) in lines.enumerated().dropFirst() where !line.isEmpty {
      let cells = line.split(separator: ",", omittingEmptySubsequences: false)
      let numbers = cells.compactMap { Double($0) }
      guard numbers.count == names.count, numbers.allSatisfy(\.isFinite) else {
        throw ContentError(
          file, line: index + 1, "the line is not \(names.count) numbers",
          expected: "expected numbers separated by commas, as the first line names them")
      }
      rows.append(numbers)
    }
    return rows
  }
}
