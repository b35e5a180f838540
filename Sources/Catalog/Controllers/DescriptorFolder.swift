import Arena
import Control

/// Where the descriptor of a skill lies: beside its weights, or for a skill without weights in a
/// folder of its name.
public struct DescriptorFolder: Sendable {
  public let path: String
  public let manifest: DescriptorManifest
  public let table: SkillTable

  /// No table may take more bytes: 64 MiB.
  public static let largestTable = 1 << 26

  public static func manifestPath(_ folder: String) -> String { folder + "/descriptor.yaml" }
  public static func tablePath(_ folder: String) -> String { folder + "/descriptor.safetensors" }

  /// Whether a descriptor lies in `folder`.
  public static func exists(at folder: String) -> Bool { Project.isFile(manifestPath(folder)) }

  /// Reads the descriptor in the folder at `path`.
  public init(_ path: String) throws {
    self.path = path
    let file = Self.manifestPath(path)
    let tree = try Project.tree(of: file)
    manifest = try StrictDecoder.decode(DescriptorManifest.self, from: tree, file: file)
    do {
      let digest = try manifest.measurement().digest
      let bytes = try Project.bytes(of: Self.tablePath(path), limit: Self.largestTable)
      table = try SkillTable(reading: bytes, digest: digest)
      guard table.keyWidth == manifest.key.count else {
        throw PolicyError.unusable(
          key: "key", reason: "\(manifest.key.count) names for \(table.keyWidth) numbers")
      }
    } catch let error as PolicyError {
      throw ContentError(error, in: tree, file: file, weights: Self.tablePath(path))
    }
  }

  /// Writes what was measured; each of the files appears complete or not at all.
  public static func write(_ table: SkillTable, _ manifest: DescriptorManifest, to path: String)
    throws
  {
    try WholeFile.write(table.safetensors.bytes, to: tablePath(path))
    try WholeFile.write(
      Array(try TreeEncoder.tree(of: manifest).yaml.utf8), to: manifestPath(path))
  }
}

extension ContentError {
  /// What is wrong with a policy's files: on the line of the offending key, or in the weights.
  init(_ error: PolicyError, in tree: Tree, file: String, weights: String) {
    switch error {
    case .unusable(let key, let reason):
      self.init(
        file, line: tree.line(of: key), "`\(key)`: \(reason)",
        expected: "expected another value")
    case .weights(let reason):
      self.init(
        weights, line: 1, reason, expected: "expected the numbers that belong to this manifest")
    case .missingField, .wrongWidth, .wrongUnit:
      self.init(file, line: 1, "\(error)", expected: "expected fields of the seat")
    }
  }
}
