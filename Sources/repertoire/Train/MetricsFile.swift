import Catalog
import Foundation

/// A table of numbers separated by commas that grows by a line per round.
final class MetricsFile {
  private let path: String
  private let handle: FileHandle
  private var waiting = ""
  private var hasHeader: Bool
  /// The bytes that are known to be in the file.
  private var length: Int

  /// Opens the table, or goes on with the lines of the first `rounds` rounds.
  init(_ path: String, rounds: Int) throws {
    self.path = path
    var kept: [Substring] = []
    if rounds > 0, let text = try? String(contentsOfFile: path, encoding: .utf8) {
      let lines = text.split(separator: "\n")
      // The second column counts the rounds.
      kept =
        lines.prefix(1)
        + lines.dropFirst().filter { line in
          let columns = line.split(separator: ",", omittingEmptySubsequences: false)
          return columns.count > 1 && (Double(columns[1]).map { Int($0) <= rounds } ?? false)
        }
    }
    hasHeader = !kept.isEmpty
    let text = kept.isEmpty ? "" : kept.joined(separator: "\n") + "\n"
    try WholeFile.write(Array(text.utf8), to: path)
    length = text.utf8.count
    guard let handle = FileHandle(forWritingAtPath: path) else {
      throw WriteError(path: path, reason: "it cannot be opened")
    }
    self.handle = handle
  }

  func append(_ row: String, header: String) {
    if !hasHeader { waiting += header + "\n" }
    hasHeader = true
    waiting += row + "\n"
  }

  /// Hands what was appended to the system.
  func flush() throws {
    guard !waiting.isEmpty else { return }
    do {
      // A write that failed half-way is written again, over what it left.
      try handle.seek(toOffset: UInt64(length))
      try handle.write(contentsOf: Data(waiting.utf8))
    } catch {
      throw WriteError(path: path, reason: "the disk refuses (\(error.localizedDescription))")
    }
    length += waiting.utf8.count
    waiting = ""
  }
}
