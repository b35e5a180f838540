import Arena
import ArgumentParser
import Catalog
import Foundation

/// How commands end when they do not end well: one line, and a status that scripts can tell apart.
enum Failure {
  static let workFailed: Int32 = 1
  static let usage: Int32 = 64
  static let content: Int32 = 65
  static let missingFile: Int32 = 66
  static let interrupted: Int32 = 130

  static func exit(with error: any Error) -> Never {
    switch error {
    case let code as ExitCode: Foundation.exit(code.rawValue)
    case is ContentError: exit(content, "\(error)")
    case is MissingError: exit(missingFile, "\(error)")
    case is Interrupted: exit(interrupted, "stopped by Ctrl-C")
    case let failed as WorkFailed: exit(workFailed, failed.description)
    case is WriteError: exit(workFailed, "\(error)")
    default: exit(parsing: error)
    }
  }

  /// What the argument parser throws: help and version are no failures.
  private static func exit(parsing error: any Error) -> Never {
    let code = Repertoire.exitCode(for: error)
    guard code != .success else {
      Output.result(Repertoire.fullMessage(for: error))
      Foundation.exit(0)
    }
    let lines = Repertoire.message(for: error).split(whereSeparator: \.isNewline)
    let isUsage = code == .validationFailure
    exit(
      isUsage ? usage : workFailed,
      lines.map { $0.trimmingCharacters(in: .whitespaces) }.joined(separator: " ")
        + (isUsage ? "; see `repertoire --help`" : ""))
  }

  private static func exit(_ status: Int32, _ message: String) -> Never {
    Output.note("error: " + message.replacing("\n", with: " "))
    Foundation.exit(status)
  }
}

/// The command understood everything and could not do it.
struct WorkFailed: Error, CustomStringConvertible {
  let description: String
}

/// Ctrl-C, after everything worth keeping was kept.
struct Interrupted: Error {}
