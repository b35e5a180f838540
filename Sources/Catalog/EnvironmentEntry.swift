import Arena

/// An environment in the catalog: its name, and how to build it from the setup in a file.
public struct EnvironmentEntry: Sendable {
  /// `world/thing`
  public let name: String
  /// What it is, one sentence.
  public let summary: String
  private let decode: @Sendable (Tree, String) throws -> any Configuration
  private let build: @Sendable (Tree, String, PublishedData?) throws -> any Environment
  private let describe: @Sendable () throws -> Tree

  /// - Parameters:
  ///   - name: the catalog name, where it differs from the type's own because `defaults` do.
  ///   - defaults: what holds where a scenario says nothing.
  ///   - equip: gives a new world published data, if it asks for them.
  public init<World: Environment>(
    _ type: World.Type, as name: String = World.name, _ summary: String,
    defaults: World.Setup = World.Setup(),
    equip: @escaping @Sendable (inout World, PublishedData?) throws -> Void = { _, _ in }
  ) {
    self.name = name
    self.summary = summary
    let decode: @Sendable (Tree, String) throws -> World.Setup = { setup, file in
      try StrictDecoder.decode(
        World.Setup.self, from: setup, file: file, path: "setup",
        defaults: try TreeEncoder.tree(of: defaults))
    }
    self.decode = decode
    build = { setup, file, data in
      var world = try World(try decode(setup, file))
      try equip(&world, data)
      return world
    }
    describe = { try TreeEncoder.tree(of: defaults) }
  }

  /// The part of the name before the slash, which policies of this world share.
  public var world: String { String(name.prefix { $0 != "/" }) }

  /// Every key of the setup with its default.
  public func defaultSetup() throws -> Tree { try describe() }

  /// The setup of `scenario`, the environment's own type.
  public func setup(of scenario: Scenario) throws -> any Configuration {
    try decode(scenario.setup, scenario.file)
  }

  /// Builds the world of `scenario`; throws `ContentError` if the setup is wrong.
  public func make(
    _ scenario: Scenario, with data: PublishedData? = nil
  ) throws -> any Environment {
    do {
      return try build(scenario.setup, scenario.file, data)
    } catch let error as SetupError {
      throw ContentError(error, under: "setup.", in: scenario.root, file: scenario.file)
    }
  }
}
