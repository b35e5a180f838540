import Arena
import Control

extension Catalog {
  /// What controllers have to be told of a world: `Assets/WORLD/control.yaml`.
  public func controlInterface(of world: String) throws -> ControlInterface {
    let worlds = project.names(in: "Assets", suffix: "/control.yaml")
    guard worlds.contains(world) else {
      throw MissingError("control interface", world, among: worlds)
    }
    let file = project.path("Assets/\(world)/control.yaml")
    return try StrictDecoder.decode(
      ControlInterface.self, from: try Project.tree(of: file), file: file)
  }

  /// Where the descriptor of a skill lies, or is to lie: in its policy folder, else in a folder of
  /// its name.
  public func descriptorFolder(of skill: String, world: String) throws -> String {
    if let folder = policyFolder(skill, world: world) {
      guard try !ControllerFolder.exists(at: folder) else {
        throw MissingError("`\(skill)` is a controller; expected a skill")
      }
      return folder
    }
    let short = skill.hasPrefix(world + "/") ? String(skill.dropFirst(world.count + 1)) : skill
    return project.path("Policies/\(world)/\(short)")
  }

  /// The names of the strategies in the project's folder of a world, in order.
  public func strategyNames(of world: String) -> [String] {
    project.names(in: "Assets/\(world)/strategies", suffix: ".yaml")
  }

  /// The strategy called `name`.
  public func strategy(_ name: String, world: String) throws -> Strategy {
    guard strategyNames(of: world).contains(name) else {
      throw MissingError("strategy", name, among: strategyNames(of: world))
    }
    return try Self.strategy(atPath: project.path("Assets/\(world)/strategies/\(name).yaml"))
  }

  /// The strategy in a file.
  static func strategy(atPath path: String) throws -> Strategy {
    let tree = try Project.tree(of: path)
    let strategy = try StrictDecoder.decode(Strategy.self, from: tree, file: path)
    do {
      try strategy.validate()
    } catch {
      throw ContentError(error, in: tree, file: path, weights: path)
    }
    return strategy
  }
}

extension Catalog {
  /// The controller of skills called `name` in any world, if there is one.
  public func controller(_ name: String) throws -> ControllerFolder? {
    for world in Set(environments.map(\.world)).sorted() {
      if let folder = policyFolder(name, world: world), try ControllerFolder.exists(at: folder) {
        return try ControllerFolder(folder)
      }
    }
    return nil
  }
}
