import Foundation
import Testing

/// The program, run as users run it.
struct CommandLineRun {
  let status: Int32
  /// Standard output.
  let output: String
  /// Standard error.
  let errors: String

  /// Runs `repertoire` with `arguments` in the folder of the project, or in another one.
  init(_ arguments: String..., folder: String = TestProject.root) throws {
    try self.init(arguments, folder: folder)
  }

  init(_ arguments: [String], folder: String = TestProject.root) throws {
    let executable = try #require(
      TestProject.executable, "the executable is not beside the tests: build it first")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: executable)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    var environment = ProcessInfo.processInfo.environment
    environment["REPERTOIRE_HOME"] = TestProject.root
    environment["COLUMNS"] = "80"
    process.environment = environment
    // Files instead of pipes: no pipe can fill up while the other is read.
    let scratch = try Scratch()
    let (out, err) = (scratch.path("out"), scratch.path("err"))
    for path in [out, err] { _ = FileManager.default.createFile(atPath: path, contents: nil) }
    process.standardOutput = FileHandle(forWritingAtPath: out)
    process.standardError = FileHandle(forWritingAtPath: err)
    try process.run()
    process.waitUntilExit()
    // A signal is no exit status.
    status = process.terminationReason == .exit ? process.terminationStatus : -1
    output = try String(contentsOfFile: out, encoding: .utf8)
    errors = try String(contentsOfFile: err, encoding: .utf8)
  }

  /// Standard output as the one JSON value it must be.
  func json() throws -> [String: Any] {
    let value = try JSONSerialization.jsonObject(with: Data(output.utf8))
    return try #require(value as? [String: Any])
  }
}

/// A folder that goes away with the value.
final class Scratch {
  private let folder: String

  init() throws {
    folder = NSTemporaryDirectory() + "/repertoire-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func path(_ name: String) -> String { folder + "/" + name }

  func write(_ bytes: [UInt8], to name: String) throws -> String {
    try Data(bytes).write(to: URL(fileURLWithPath: path(name)))
    return path(name)
  }
}
