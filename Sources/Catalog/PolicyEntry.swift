import Arena

/// A policy in the catalog: its name, what it needs, and how to make it for a seat.
public struct PolicyEntry: Sendable {
  /// A name in kebab case, unique in its world.
  public let name: String
  public let kind: Kind
  /// The world it is for, `table-tennis`; empty if it fits into any.
  public let world: String
  /// What it is, one sentence.
  public let summary: String
  /// What the setup must say under the name of its seat, such as `body: racket`.
  public let seatSetup: [(key: String, value: String)]
  /// What else it would like the setup to say there, given overriding parameters from a file;
  /// what the scenario says goes before.
  let seatDefaults: @Sendable (Tree, String) throws -> Tree
  private let build: @Sendable (PolicyRequest) throws -> any Policy

  public enum Kind: String, Sendable, CaseIterable {
    /// Plays for the other side: scripted from parameters.
    case opponent
    /// Plays for either side.
    case policy
    /// Does one thing and has been measured doing it.
    case skill
  }

  /// A policy without parameters.
  ///
  /// - Parameter make: builds the policy. Throws `SetupError` if the seat is none it could take.
  public init(
    _ name: String, _ kind: Kind, world: String, seatSetup: [(key: String, value: String)] = [],
    _ summary: String, make: @escaping @Sendable (PolicyRequest) throws -> any Policy
  ) {
    self.init(
      name, kind, world: world, seatSetup: seatSetup, summary, parameters: NoParameters.self
    ) { _, request in try make(request) }
  }

  /// A policy with parameters that scenarios may override.
  ///
  /// - Parameters:
  ///   - defaults: parameters that stand in for the type's own defaults, from a file.
  ///   - seatDefaults: what the setup should say under the name of the seat.
  ///   - make: builds the policy. Throws `SetupError` if the seat is none it could take.
  public init<Parameters: Configuration>(
    _ name: String, _ kind: Kind, world: String, seatSetup: [(key: String, value: String)] = [],
    _ summary: String, parameters type: Parameters.Type, defaults: Tree? = nil,
    seatDefaults: @escaping @Sendable (Parameters) throws -> Tree = { _ in .empty },
    make: @escaping @Sendable (Parameters, PolicyRequest) throws -> any Policy
  ) {
    self.name = name
    self.kind = kind
    self.world = world
    self.summary = summary
    self.seatSetup = seatSetup
    let decode: @Sendable (Tree, String) throws -> Parameters = { tree, file in
      try StrictDecoder.decode(Parameters.self, from: tree, file: file, defaults: defaults)
    }
    self.seatDefaults = { tree, file in try seatDefaults(try decode(tree, file)) }
    build = { request in
      try make(try decode(request.parameters, request.file), request)
    }
  }

  /// Makes the policy.
  public func make(_ request: PolicyRequest) throws -> any Policy { try build(request) }
}

/// For policies with nothing to set.
private struct NoParameters: Configuration {}
