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
  /// What the setup must say under the name of its seat, a group of keys such as `body: racket`.
  public let seatSetup: Tree
  private let build: @Sendable (any Environment, Int, Tree, String) throws -> any Policy

  public enum Kind: String, Sendable, CaseIterable {
    /// Plays for the other side: scripted from parameters.
    case opponent
    /// Plays for either side.
    case policy
    /// Does one thing and has been measured doing it.
    case skill
  }

  /// A policy without parameters.
  public init(
    _ name: String, _ kind: Kind, world: String, seatSetup: Tree = .empty,
    _ summary: String, make: @escaping @Sendable (any Environment, Int) throws -> any Policy
  ) {
    self.init(
      name, kind, world: world, seatSetup: seatSetup, summary, parameters: NoParameters.self
    ) { _, world, seat in try make(world, seat) }
  }

  /// A policy with parameters that scenarios may override.
  ///
  /// - Parameters:
  ///   - defaults: parameters that stand in for the type's own defaults, from a file.
  ///   - make: builds the policy for a seat, counted from 0. Throws `SetupError` if the seat is
  ///     none it could take.
  public init<Parameters: Configuration>(
    _ name: String, _ kind: Kind, world: String, seatSetup: Tree = .empty,
    _ summary: String, parameters type: Parameters.Type, defaults: Tree? = nil,
    make: @escaping @Sendable (Parameters, any Environment, Int) throws -> any Policy
  ) {
    self.name = name
    self.kind = kind
    self.world = world
    self.summary = summary
    self.seatSetup = seatSetup
    build = { world, seat, tree, file in
      let parameters = try StrictDecoder.decode(
        Parameters.self, from: tree, file: file, defaults: defaults)
      return try make(parameters, world, seat)
    }
  }

  /// Makes the policy for a seat, with parameters from `file`.
  public func make(
    for world: any Environment, seat: Int, parameters: Tree = .empty, file: String = ""
  ) throws -> any Policy {
    try build(world, seat, parameters, file)
  }
}

/// For policies with nothing to set.
private struct NoParameters: Configuration {}
