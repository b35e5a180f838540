import Arena
import Control

/// A policy that was learned, on disk: `manifest.yaml` says what it is, `weights.safetensors`
/// holds its numbers.
public struct PolicyFolder: Sendable {
  /// The folder's path.
  public let path: String
  public let manifest: PolicyManifest

  /// No weights may take more bytes: 1 GiB.
  public static let largestWeights = 1 << 30

  /// Where the manifest lies.
  public var manifestPath: String { path + "/manifest.yaml" }
  /// Where the weights lie.
  public var weightsPath: String { path + "/weights.safetensors" }

  /// Whether there is a policy at `path`.
  public static func exists(at path: String) -> Bool { Project.isFile(path + "/manifest.yaml") }

  /// Reads the manifest of the folder at `path`.
  public init(_ path: String) throws {
    self.path = path
    let file = path + "/manifest.yaml"
    manifest = try StrictDecoder.decode(
      PolicyManifest.self, from: try Project.tree(of: file), file: file)
  }

  /// Reads the weights and takes a seat.
  public func policy(in seat: Seat) throws -> NeuralPolicy {
    let weights = try Project.bytes(of: weightsPath, limit: Self.largestWeights)
    do {
      return try NeuralPolicy(manifest, weights: weights, in: seat)
    } catch {
      throw explained(error)
    }
  }

  /// Reads the weights and takes a seat of the policy's own making, which has just the fields that
  /// the policy knows.
  public func policy() throws -> NeuralPolicy {
    do {
      return try policy(in: try manifest.design().seat)
    } catch let error as PolicyError {
      throw explained(error)
    }
  }

  /// Writes a policy; each of its files appears complete or not at all.
  public static func write(
    _ policy: NeuralPolicy, summary: String, training: PolicyManifest.Training, to path: String
  ) throws {
    let (manifest, weights) = policy.encode(summary: summary, training: training)
    let folder = path.hasSuffix("/") ? String(path.dropLast()) : path
    try WholeFile.write(weights, to: folder + "/weights.safetensors")
    let yaml = try TreeEncoder.tree(of: manifest).yaml
    try WholeFile.write(Array(yaml.utf8), to: folder + "/manifest.yaml")
  }

  /// The catalog entry for the folder, called `name`.
  func entry(name: String, world: String) -> PolicyEntry {
    PolicyEntry(name, .policy, world: world, manifest.summary) { request in
      try policy(in: request.interface)
    }
  }

  private func explained(_ error: PolicyError) -> any Error {
    switch error {
    case .unusable(let key, let reason):
      let line = (try? Project.tree(of: manifestPath))?.line(of: key) ?? 1
      return ContentError(
        manifestPath, line: line, "`\(key)`: \(reason)", expected: "expected what training wrote")
    case .weights(let reason):
      return ContentError(
        weightsPath, line: 1, reason, expected: "expected the weights of this manifest")
    case .missingField, .wrongWidth, .wrongUnit: return SetupError("", "\(error)")
    }
  }
}
