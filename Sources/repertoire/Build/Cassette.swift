import Blueprints
import Catalog
import Console
import Foundation
import Math

/// Answers of a language model in a file, so that a run can be repeated without the model: one JSON
/// object a line, with the fingerprint of the question and the answer to it.
struct Cassette {
  static let mostBytes = 16 << 20

  private let file: String
  private var answers: [(question: String, answer: String)] = []

  /// Opens a cassette; a file that is not there yet is an empty one. Throws `ContentError` with the
  /// line that is none.
  init(_ file: String) throws {
    self.file = file
    guard Project.isFile(file) else { return }
    let text = String(decoding: try Project.bytes(of: file, limit: Self.mostBytes), as: UTF8.self)
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    where !line.isEmpty {
      let object = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      guard let question = object?["question"] as? String, let answer = object?["answer"] as? String
      else {
        throw ContentError(
          file, line: number + 1, "this is no recorded answer",
          expected: "expected an object with the texts `question` and `answer`")
      }
      answers.append((question, answer))
    }
  }

  /// The recorded answer to a question, if there is one.
  func answer(to messages: [PlanCorrespondence.Message]) -> String? {
    let print = Self.fingerprint(messages)
    return answers.first { $0.question == print }?.answer
  }

  /// Keeps an answer, in the file as well.
  mutating func record(
    _ answer: String, to messages: [PlanCorrespondence.Message]
  ) throws {
    answers.append((Self.fingerprint(messages), answer))
    let lines = answers.map { question, answer in
      JSON.object([("question", .text(question)), ("answer", .text(answer))]).text + "\n"
    }
    try WholeFile.write(Array(lines.joined().utf8), to: file)
  }

  private static func fingerprint(_ messages: [PlanCorrespondence.Message]) -> String {
    var digest = Digest()
    for message in messages {
      digest.combine(message.role.rawValue)
      digest.combine(message.text)
    }
    return digest.description
  }
}
