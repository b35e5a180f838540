import Foundation

/// The folder that holds `Scenarios`, `Policies` and `Assets`.
public struct Project: Sendable {
  /// The folder's path.
  public let root: String

  public init(root: String) {
    self.root = root
  }

  /// Finds the folder: what `REPERTOIRE_HOME` names, else the nearest one above the working
  /// directory, else above the executable. Without any, the working directory itself, so that
  /// files given by path still work.
  public static func find() throws -> Project {
    let environment = ProcessInfo.processInfo.environment
    if let home = environment["REPERTOIRE_HOME"], !home.isEmpty {
      guard isRoot(home) else {
        throw MissingError(
          "REPERTOIRE_HOME is `\(home)`, which holds no folder `Scenarios`;"
            + " expected the folder of the project")
      }
      return Project(root: home)
    }
    let here = FileManager.default.currentDirectoryPath
    let executable = Bundle.main.executablePath ?? here
    let resolved = URL(fileURLWithPath: executable).resolvingSymlinksInPath().path
    for start in [here, executable, resolved] {
      if let root = nearestRoot(above: start) { return Project(root: root) }
    }
    return Project(root: here)
  }

  private static func nearestRoot(above path: String) -> String? {
    var folder = URL(fileURLWithPath: path).standardizedFileURL
    while folder.path != "/" {
      if isRoot(folder.path) { return folder.path }
      folder.deleteLastPathComponent()
    }
    return nil
  }

  private static func isRoot(_ path: String) -> Bool { isFolder(path + "/Scenarios") }

  public static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }

  public static func isFile(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && !isFolder.boolValue
  }

  /// The path of something inside the project.
  public func path(_ inside: String) -> String { root + "/" + inside }

  /// The names of the files under `folder` that end in `suffix`, without it, in order:
  /// `table-tennis/match` for `Scenarios/table-tennis/match.yaml`.
  public func names(in folder: String, suffix: String) -> [String] {
    guard let files = FileManager.default.enumerator(atPath: path(folder)) else { return [] }
    return files.compactMap { $0 as? String }.filter { $0.hasSuffix(suffix) }
      .map { String($0.dropLast(suffix.count)) }.sorted()
  }

  /// The bytes of a file; throws `MissingError` where there is none, and `ContentError` where it
  /// is larger than `limit`.
  public static func bytes(of path: String, limit: Int) throws -> [UInt8] {
    guard isFile(path), let file = FileHandle(forReadingAtPath: path) else {
      let kind = isFolder(path) ? "a folder" : "not there"
      throw MissingError("`\(path)` is \(kind); expected a file")
    }
    defer { try? file.close() }
    var bytes: [UInt8] = []
    // A pipe or a growing file tells no size in advance, so the limit is kept while reading.
    while let part = try file.read(upToCount: 1 << 20), !part.isEmpty {
      bytes.append(contentsOf: part)
      guard bytes.count <= limit else {
        throw ContentError(
          path, line: 1, "the file has more than \(limit) bytes", expected: "expected fewer")
      }
    }
    return bytes
  }

  /// The tree of a settings file.
  public static func tree(of path: String) throws -> Tree {
    try TreeParser.parse(try bytes(of: path, limit: TreeParser.largestFile), file: path)
  }
}
