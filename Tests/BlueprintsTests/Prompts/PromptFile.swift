import BuildChecks
import Foundation
import Testing

/// Prompts with what is expected of the worlds they lead to.
struct PromptFile {
  let prompts: [Demand]

  /// The prompts of a text: the lines that are objects with an id.
  init(_ text: String) throws {
    prompts = try text.split(separator: "\n").filter { $0.hasPrefix("{\"id\"") }
      .map { try Demand(json: String($0)) }
  }

  /// One of the project's own files.
  static func own(_ name: String) throws -> PromptFile {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let file = folder.appending(path: "Prompts/\(name).jsonl")
    return try PromptFile(String(contentsOf: file, encoding: .utf8))
  }

  /// The public prompts, where the folder of data is given.
  static var isPublicThere: Bool { ProcessInfo.processInfo.environment["REPERTOIRE_DATA"] != nil }

  static func publicPrompts() throws -> PromptFile {
    let folder = try #require(ProcessInfo.processInfo.environment["REPERTOIRE_DATA"])
    let file = URL(filePath: folder).appending(path: "voxel/build-prompts.md")
    return try PromptFile(String(contentsOf: file, encoding: .utf8))
  }
}
