import Arena

/// An environment in the catalog: its name, and how to build it from the setup in a file.
public struct EnvironmentEntry: Sendable {
  /// `world/thing`
  public let name: String
  /// What it is, one sentence.
  public let summary: String
  private let build: @Sendable (Tree, String) throws -> any Environment
  private let describe: @Sendable () throws -> Tree

  /// - Parameters:
  ///   - alias: the catalog name, if one type serves under several.
  ///   - defaults: a setup that stands in for the type's own defaults.
  public init<World: Environment>(
    _ type: World.Type, as alias: String? = nil, _ summary: String,
    defaults: World.Setup = World.Setup()
  ) {
    name = alias ?? type.name
    self.summary = summary
    build = { setup, file in
      try World(
        try StrictDecoder.decode(
          World.Setup.self, from: setup, file: file, path: "setup",
          defaults: try TreeEncoder.tree(of: defaults)))
    }
    describe = { try TreeEncoder.tree(of: defaults) }
  }

  /// The part of the name before the slash, which policies of this world share.
  public var world: String { String(name.prefix { $0 != "/" }) }

  /// Every key of the setup with its default.
  public func defaultSetup() throws -> Tree { try describe() }

  /// Builds the world of `scenario`; throws `ContentError` if the setup is wrong.
  public func make(_ scenario: Scenario) throws -> any Environment {
    do {
      return try build(scenario.setup, scenario.file)
    } catch let error as SetupError {
      throw ContentError(error, under: "setup.", in: scenario.root, file: scenario.file)
    }
  }
}
