import Arena
import Control

/// A controller of skills on disk: `manifest.yaml` names its skills and strategies, which may lie
/// in its own folder `strategies`; `classifier.safetensors` and `style.safetensors` hold its
/// networks, if it has any.
public struct ControllerFolder: Sendable {
  public let path: String
  public let manifest: ControllerManifest
  private let tree: Tree

  var manifestPath: String { path + "/manifest.yaml" }
  private var classifierPath: String { path + "/classifier.safetensors" }
  private var stylePath: String { path + "/style.safetensors" }

  /// Whether the manifest at `path` says that it is a controller's.
  static func exists(at path: String) throws -> Bool {
    let file = path + "/manifest.yaml"
    guard Project.isFile(file) else { return false }
    return try Project.tree(of: file)["kind"]?.text == "controller"
  }

  /// Reads the manifest of the folder at `path`.
  public init(_ path: String) throws {
    self.path = path
    let file = path + "/manifest.yaml"
    tree = try Project.tree(of: file)
    manifest = try StrictDecoder.decode(ControllerManifest.self, from: tree, file: file)
    do {
      try manifest.validate()
    } catch {
      throw ContentError(error, in: tree, file: file, weights: file)
    }
  }

  /// The catalog entry for the folder, called `name`.
  func entry(name: String, world: String, in catalog: Catalog) throws -> PolicyEntry {
    var needs: [(key: String, value: String)] = []
    for index in manifest.skills.indices {
      for need in try skillEntry(index, world: world, in: catalog).seatSetup {
        if let other = needs.first(where: { $0.key == need.key }), other.value != need.value {
          throw error(
            "skills.\(index)",
            "the skill needs `\(need.key): \(need.value)`, another "
              + "`\(other.value)`", "expected skills for one body")
        }
        if !needs.contains(where: { $0.key == need.key }) { needs.append(need) }
      }
    }
    return PolicyEntry(
      name, .policy, world: world, seatSetup: needs, manifest.summary,
      parameters: ControllerSettings.self, defaults: try TreeEncoder.tree(of: manifest.settings)
    ) { settings, request in
      try controller(settings, request, world: world, in: catalog)
    }
  }

  private func controller(
    _ settings: ControllerSettings, _ request: PolicyRequest, world: String, in catalog: Catalog
  ) throws -> Controller {
    let skills = try skills(request, settings, world: world, in: catalog)
    let strategies = try manifest.strategies.indices.map { index in
      (manifest.strategies[index], try strategy(index, world: world, in: catalog))
    }
    do {
      return try Controller(
        skills: skills, strategies: strategies, settings: settings,
        interface: try catalog.controlInterface(of: manifest.interface),
        classifier: try classifier(), styleNetwork: try styleNetwork(), in: request.interface)
    } catch let error as PolicyError {
      throw SetupError("", "\(error)")
    }
  }

  /// The skills of the manifest, seated.
  public func skills(
    _ request: PolicyRequest, _ settings: ControllerSettings, world: String, in catalog: Catalog
  ) throws -> [ControlledSkill] {
    let place = PolicyRequest(
      world: request.world, setup: request.setup, seat: request.seat, file: manifestPath)
    return try manifest.skills.indices.map { index in
      ControlledSkill(
        manifest.skills[index],
        policy: try skillEntry(index, world: world, in: catalog).make(place),
        table: try table(index, world: world, in: catalog), settings: settings.descriptors)
    }
  }

  /// Writes the networks that were fitted for the controller; those that are nil stay as they are.
  public func write(classifier: ActClassifier?, style: StyleNetwork?) throws {
    if let classifier { try WholeFile.write(classifier.safetensors.bytes, to: classifierPath) }
    if let style { try WholeFile.write(style.safetensors.bytes, to: stylePath) }
  }

  private func skillEntry(
    _ index: Int, world: String, in catalog: Catalog
  ) throws -> PolicyEntry {
    let name = skillPath(index)
    if let folder = catalog.policyFolder(name, world: world), try Self.exists(at: folder) {
      throw error(
        "skills.\(index).name", "`\(name)` is a controller", "expected a skill")
    }
    do {
      return try catalog.policy(name, world: world)
    } catch let missing as MissingError {
      let parts = missing.description.split(separator: "; ", maxSplits: 1).map(String.init)
      throw error(
        "skills.\(index).name", parts[0], parts.count > 1 ? parts[1] : "expected another name")
    }
  }

  /// A skill's name, or its path: those that start with a dot are meant from this folder.
  private func skillPath(_ index: Int) -> String {
    let name = manifest.skills[index].name
    return name.hasPrefix("./") || name.hasPrefix("../") ? path + "/" + name : name
  }

  private func table(_ index: Int, world: String, in catalog: Catalog) throws -> SkillTable? {
    let folder = try catalog.descriptorFolder(of: skillPath(index), world: world)
    return DescriptorFolder.exists(at: folder) ? try DescriptorFolder(folder).table : nil
  }

  private func strategy(_ index: Int, world: String, in catalog: Catalog) throws -> Strategy {
    let name = manifest.strategies[index]
    let own = "\(path)/strategies/\(name).yaml"
    if !name.contains("/"), Project.isFile(own) { return try Catalog.strategy(atPath: own) }
    do {
      return try catalog.strategy(name, world: world)
    } catch let missing as MissingError {
      let parts = missing.description.split(separator: "; ", maxSplits: 1).map(String.init)
      throw error(
        "strategies.\(index)", parts[0], parts.count > 1 ? parts[1] : "expected another name")
    }
  }

  private func classifier() throws -> ActClassifier? {
    try network(classifierPath) { bytes throws(PolicyError) in try ActClassifier(reading: bytes) }
  }

  private func styleNetwork() throws -> StyleNetwork? {
    try network(stylePath) { bytes throws(PolicyError) in try StyleNetwork(reading: bytes) }
  }

  private func network<Network>(
    _ path: String, _ read: ([UInt8]) throws(PolicyError) -> Network
  ) throws -> Network? {
    guard Project.isFile(path) else { return nil }
    let bytes = try Project.bytes(of: path, limit: PolicyFolder.largestWeights)
    do {
      return try read(bytes)
    } catch {
      throw ContentError(
        path, line: 1, "\(error)", expected: "expected what fitting wrote")
    }
  }

  private func error(_ key: String, _ problem: String, _ expected: String) -> ContentError {
    ContentError(
      manifestPath, line: tree.line(of: key), "`\(key)`: \(problem)", expected: expected)
  }
}
