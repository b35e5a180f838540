import Foundation

/// A file that appears under its name only when it is complete: written to `NAME.partial`, synced
/// to disk and renamed. What a crash leaves is the `.partial` file.
public final class WholeFile {
  public let path: String
  private let partialPath: String
  private let handle: FileHandle

  /// Opens `path` for writing; its folder is made if it is missing.
  public init(_ path: String) throws {
    self.path = path
    partialPath = path + ".partial"
    let folder = (path as NSString).deletingLastPathComponent
    guard !Project.isFolder(path) else {
      throw WriteError(path: path, reason: "there is a folder of that name")
    }
    do {
      if !folder.isEmpty {
        try FileManager.default.createDirectory(
          atPath: folder, withIntermediateDirectories: true)
      }
    } catch {
      throw WriteError(path: path, reason: "its folder cannot be made")
    }
    guard FileManager.default.createFile(atPath: partialPath, contents: nil),
      let handle = FileHandle(forWritingAtPath: partialPath)
    else { throw WriteError(path: path, reason: "it cannot be created") }
    self.handle = handle
  }

  /// Appends bytes.
  public func write(_ bytes: [UInt8]) throws {
    do {
      try handle.write(contentsOf: bytes)
    } catch {
      throw WriteError(path: path, reason: "the disk refuses (\(error.localizedDescription))")
    }
  }

  /// Syncs and renames.
  public func finish() throws {
    do {
      try handle.synchronize()
      try handle.close()
    } catch {
      throw WriteError(path: path, reason: "the disk refuses (\(error.localizedDescription))")
    }
    guard rename(partialPath, path) == 0 else {
      throw WriteError(path: path, reason: "it cannot be renamed into place")
    }
  }

  /// Gives up and removes what was written.
  public func discard() {
    try? handle.close()
    try? FileManager.default.removeItem(atPath: partialPath)
  }

  /// Writes all of `bytes` at once.
  public static func write(_ bytes: [UInt8], to path: String) throws {
    let file = try WholeFile(path)
    do {
      try file.write(bytes)
      try file.finish()
    } catch {
      file.discard()
      throw error
    }
  }
}

/// A file could not be written.
public struct WriteError: Error, CustomStringConvertible {
  public let path: String
  public let reason: String

  public init(path: String, reason: String) {
    self.path = path
    self.reason = reason
  }

  public var description: String { "cannot write `\(path)`: \(reason)" }
}
