import Arena
import ArgumentParser
import Catalog
import Foundation

/// How commands end when they do not end well: one line, and a status that scripts can tell apart.
public enum Failure {
  public static let workFailed: Int32 = 1
  public static let usage: Int32 = 64
  public static let content: Int32 = 65
  public static let missingFile: Int32 = 66
  public static let interrupted: Int32 = 130

  /// - Parameter command: the program's root command, which knows how to word wrong arguments.
  public static func exit(
    with error: any Error, of command: any ParsableCommand.Type
  ) -> Never {
    switch error {
    case let code as ExitCode: Foundation.exit(code.rawValue)
    case is ContentError: exit(content, "\(error)")
    case is MissingError: exit(missingFile, "\(error)")
    case is Interrupted: exit(interrupted, "stopped by Ctrl-C")
    case let failed as WorkFailed: exit(workFailed, failed.description)
    case is WriteError: exit(workFailed, "\(error)")
    default: exit(parsing: error, command)
    }
  }

  /// What the argument parser throws: help and version are no failures.
  private static func exit(
    parsing error: any Error, _ command: any ParsableCommand.Type
  ) -> Never {
    let code = command.exitCode(for: error)
    guard code != .success else {
      Output.result(command.fullMessage(for: error))
      Foundation.exit(0)
    }
    let lines = command.message(for: error).split(whereSeparator: \.isNewline)
    let isUsage = code == .validationFailure
    exit(
      isUsage ? usage : workFailed,
      lines.map { $0.trimmingCharacters(in: .whitespaces) }.joined(separator: " ")
        + (isUsage ? "; see `\(command.configuration.commandName ?? "repertoire") --help`" : ""))
  }

  private static func exit(_ status: Int32, _ message: String) -> Never {
    Output.note("error: " + message.replacing("\n", with: " "))
    Foundation.exit(status)
  }
}

/// The command understood everything and could not do it.
public struct WorkFailed: Error, CustomStringConvertible {
  public let description: String

  public init(description: String) {
    self.description = description
  }
}

/// Ctrl-C, after everything worth keeping was kept.
public struct Interrupted: Error {
  public init() {}
}
