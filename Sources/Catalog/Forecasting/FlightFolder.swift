import Arena
import Forecasting

/// An identified law of flight on disk: `manifest.yaml` says all of it.
public struct FlightFolder: Sendable {
  /// What the manifest says.
  public struct Manifest: Configuration {
    public var summary = ""
    public var model = "causal"
    public var scenario = ""
    public var seed: UInt64 = 0
    /// Whether topspin is read, and from how many of the last looks.
    public var readsSpin = true
    public var window = 40
    /// The law's coefficients in the order of `FlightLaw.Coefficient`.
    public var law: [Double] = []

    public init() {}
  }

  public let forecaster: FlightForecaster

  /// Reads the folder at `path`.
  public init(_ path: String) throws {
    let file = path + "/manifest.yaml"
    let tree = try Project.tree(of: file)
    let manifest = try StrictDecoder.decode(Manifest.self, from: tree, file: file)
    let count = FlightLaw.Coefficient.allCases.count
    guard manifest.law.count == count, manifest.law.allSatisfy({ abs($0) < 1e4 }) else {
      throw ContentError(
        file, line: 1, "`law` does not hold \(count) numbers of a size below 10000",
        expected: "expected what training wrote")
    }
    guard (2...1000).contains(manifest.window) else {
      throw ContentError(
        file, line: 1, "`window` is \(manifest.window)", expected: "expected 2 to 1000")
    }
    forecaster = FlightForecaster(
      FlightLaw(manifest.law), readsSpin: manifest.readsSpin, window: manifest.window)
  }

  /// Writes a forecaster; the file appears complete or not at all.
  public static func write(
    _ forecaster: FlightForecaster, model: String, scenario: String, seed: UInt64, to path: String
  ) throws {
    var manifest = Manifest()
    manifest.summary = "Foresees where and when balls arrive as `\(scenario)` has them"
    manifest.model = model
    manifest.scenario = scenario
    manifest.seed = seed
    manifest.readsSpin = forecaster.readsSpin
    manifest.window = forecaster.window
    manifest.law = forecaster.law.numbers
    try WholeFile.write(
      Array(try TreeEncoder.tree(of: manifest).yaml.utf8), to: path + "/manifest.yaml")
  }
}
