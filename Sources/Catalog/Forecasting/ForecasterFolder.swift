import Arena
import Forecasting
import Networks

/// A trained forecaster on disk: `manifest.yaml` says what it is, `weights.safetensors` holds its
/// numbers.
public struct ForecasterFolder: Sendable {
  /// What the manifest says.
  public struct Manifest: Configuration {
    public var summary = ""
    public var model = "causal"
    public var scenario = ""
    /// The place it was not trained on; empty for none.
    public var heldOut = ""
    public var seed: UInt64 = 0
    public var design = CausalDesign()

    public init() {}
  }

  public let manifest: Manifest
  public let forecaster: CausalForecaster

  /// Reads the folder at `path`.
  public init(_ path: String) throws {
    let file = path + "/manifest.yaml"
    manifest = try StrictDecoder.decode(
      Manifest.self, from: try Project.tree(of: file), file: file)
    let weights = path + "/weights.safetensors"
    do {
      try manifest.design.validate()
      forecaster = try CausalForecaster(
        manifest.design,
        from: try Safetensors(bytes: try Project.bytes(of: weights, limit: 1 << 28)))
    } catch let error as SetupError {
      throw ContentError(
        file, line: 1, "`design.\(error.path)`: \(error.message)",
        expected: "expected what training wrote")
    } catch let error as SafetensorsError {
      throw ContentError(
        weights, line: 1, "\(error)", expected: "expected the weights of this manifest")
    }
  }

  /// Writes a forecaster; each file appears complete or not at all.
  public static func write(
    _ forecaster: CausalForecaster, _ manifest: Manifest, to path: String
  ) throws {
    try WholeFile.write(forecaster.safetensors.bytes, to: path + "/weights.safetensors")
    try WholeFile.write(
      Array(try TreeEncoder.tree(of: manifest).yaml.utf8), to: path + "/manifest.yaml")
  }
}
