import Foundation
import Testing

/// The two programs, run as users run them.
struct ProgramRun {
  let status: Int32
  let output: String
  let errors: String

  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  /// The program of that name beside the tests.
  static func path(_ name: String) -> String? {
    let folders = [
      Bundle.main.bundlePath,
      URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().path,
    ]
    return folders.map { $0 + "/" + name }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// A program of the system, if it is installed.
  static func systemPath(_ name: String) -> String? {
    let folders = ProcessInfo.processInfo.environment["PATH"] ?? ""
    return folders.split(separator: ":").map { "\($0)/\(name)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// Runs a program without a display.
  ///
  /// - Parameter environment: what else is different; nil takes a variable away.
  init(
    _ program: String, _ arguments: [String], environment changes: [String: String?] = [:]
  ) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: Self.root)
    var environment = ProcessInfo.processInfo.environment
    environment["REPERTOIRE_HOME"] = Self.root
    for name in ["DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER"] { environment[name] = nil }
    for (name, value) in changes { environment[name] = value }
    process.environment = environment
    // Files instead of pipes: no pipe can fill up while the other is read.
    let folder = try Folder()
    for name in ["out", "err"] {
      _ = FileManager.default.createFile(atPath: folder.path(name), contents: nil)
    }
    process.standardOutput = FileHandle(forWritingAtPath: folder.path("out"))
    process.standardError = FileHandle(forWritingAtPath: folder.path("err"))
    try process.run()
    process.waitUntilExit()
    // A signal is no exit status.
    status = process.terminationReason == .exit ? process.terminationStatus : -1
    output = try String(contentsOfFile: folder.path("out"), encoding: .utf8)
    errors = try String(contentsOfFile: folder.path("err"), encoding: .utf8)
  }

  static func viewer(
    _ arguments: [String], environment: [String: String?] = [:]
  ) throws -> ProgramRun {
    try ProgramRun(
      try #require(path("repertoire-viewer"), "the viewer is not beside the tests: build it first"),
      arguments, environment: environment)
  }

  static func headless(_ arguments: [String]) throws -> ProgramRun {
    try ProgramRun(
      try #require(path("repertoire"), "the program is not beside the tests: build it first"),
      arguments)
  }

  func json() throws -> [String: Any] {
    try #require(
      try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any])
  }
}

/// A folder that goes away with the value.
final class Folder {
  private let folder = NSTemporaryDirectory() + "/repertoire-" + UUID().uuidString

  init() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func path(_ name: String) -> String { folder + "/" + name }

  func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: path(name))))
  }

  func write(_ bytes: [UInt8], to name: String) throws -> String {
    try Data(bytes).write(to: URL(fileURLWithPath: path(name)))
    return path(name)
  }
}
