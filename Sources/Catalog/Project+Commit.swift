import Foundation

extension Project {
  /// The git commit that the project's folder is at, with "-dirty" behind it if files that git
  /// knows are different there; nil where the folder is no working tree or git is not installed.
  public var commit: String? {
    // A working tree further up would be another project's.
    guard FileManager.default.fileExists(atPath: path(".git")) else { return nil }
    let git = Process()
    git.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    git.arguments = [
      "git", "-C", root, "describe", "--always", "--dirty", "--abbrev=40", "--exclude=*",
    ]
    let output = Pipe()
    git.standardOutput = output
    git.standardError = FileHandle.nullDevice
    guard (try? git.run()) != nil else { return nil }
    let bytes = try? output.fileHandleForReading.readToEnd()
    git.waitUntilExit()
    guard git.terminationStatus == 0, let bytes, bytes.count <= 64 else { return nil }
    return String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
  }
}
