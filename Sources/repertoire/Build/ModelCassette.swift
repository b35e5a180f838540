import Blueprints
import Catalog
import Console
import Foundation

/// Answers of a model on file: played back where the file is there, recorded where it is not, so
/// that a run can be repeated without any network.
struct ModelCassette {
  private struct Entry: Codable {
    var asked: String
    var answered: String
  }

  private static let mostBytes = 16 << 20
  let file: String
  private let isRecorded: Bool
  private var entries: [Entry] = []
  private var next = 0

  init(_ file: String) throws {
    self.file = file
    isRecorded = Project.isFile(file)
    guard isRecorded else { return }
    let bytes = try Project.bytes(of: file, limit: Self.mostBytes)
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() where !line.isEmpty {
      guard let entry = try? JSONDecoder().decode(Entry.self, from: Data(line)) else {
        throw ContentError(
          file, line: index + 1, "this is no recorded answer", expected: "`asked` and `answered`")
      }
      entries.append(entry)
    }
  }

  /// The recorded answer to a question; nil if it is to be asked for.
  mutating func answer(to question: String) throws -> String? {
    guard isRecorded else { return nil }
    guard next < entries.count, entries[next].asked == question else {
      throw WorkFailed(description: "\(file) holds no answer to what is asked")
    }
    next += 1
    return entries[next - 1].answered
  }

  /// Writes one more answer down.
  mutating func record(_ answer: String, to question: String) throws {
    entries.append(Entry(asked: question, answered: answer))
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    var bytes: [UInt8] = []
    for entry in entries { bytes += try encoder.encode(entry) + [UInt8(ascii: "\n")] }
    try WholeFile.write(bytes, to: file)
  }
}
