import Arena

/// Reads policies that were learned: folders with a `manifest.yaml`, which names its loader.
///
/// The manifest holds `loader`, `summary`, `environment` (where it was trained), perhaps
/// `seat-setup` (what the setup must say under its seat) and, below `policy`, whatever the loader
/// wants to know.
public struct PolicyLoader: Sendable {
  /// What manifests call it.
  public let name: String
  private let load: @Sendable (Request) throws -> any Policy

  /// One folder to be read for one seat.
  public struct Request: Sendable {
    /// The path of the policy's folder.
    public let folder: String
    /// The manifest's own path, for error messages.
    public let file: String
    /// What the manifest says below `policy`.
    public let settings: Tree
    public let world: any Environment
    /// Counted from 0.
    public let seat: Int
  }

  public init(_ name: String, load: @escaping @Sendable (Request) throws -> any Policy) {
    self.name = name
    self.load = load
  }

  func policy(_ request: Request) throws -> any Policy { try load(request) }
}

/// What a policy folder says about itself.
public struct PolicyManifest: Sendable {
  public let loader: String
  public let summary: String
  /// The catalog name of the environment it was trained in.
  public let environment: String
  public let seatSetup: Tree
  public let settings: Tree
  /// The manifest's path.
  public let file: String
  private static let keys = [
    "loader", "summary", "environment", "seat-setup", "policy", "training-record",
  ]

  /// Reads `manifest.yaml` in `folder`.
  public init(folder: String) throws {
    file = folder + "/manifest.yaml"
    let tree = try Project.tree(of: file)
    let place = Place(file: file, path: [], line: tree.line, tree: tree, fallback: nil)
    for pair in tree.pairs ?? [] where !Self.keys.contains(pair.key) {
      throw ContentError(
        file, line: pair.line, "unknown key `\(pair.key)`",
        expected: NearestName.hint(for: pair.key, among: Self.keys))
    }
    loader = try place.child("loader").text()
    environment = try place.child("environment").text()
    summary = tree["summary"] == nil ? "" : try place.child("summary").text()
    let needs = place.child("seat-setup")
    seatSetup = needs.tree ?? .empty
    settings = tree["policy"] ?? .empty
  }
}
