import Arena

/// The place that a policy is made for: whoever makes it may look at the whole setup.
public struct PolicyRequest: Sendable {
  /// The world as it was built.
  public let world: any Environment
  /// The seat, counted from 0.
  public let seat: Int
  /// The scenario as it is played.
  public let scenario: Scenario
  /// Parameters that override the policy's own.
  public let parameters: Tree

  public init(
    world: any Environment, seat: Int, scenario: Scenario, parameters: Tree = .empty
  ) {
    self.world = world
    self.seat = seat
    self.scenario = scenario
    self.parameters = parameters
  }

  /// The names and ranges of the seat's numbers.
  public var interface: Seat { world.seats[seat] }

  /// The setup of the world, if it is a `World`.
  public func setup<World: Environment>(of type: World.Type) throws -> World.Setup? {
    guard world is World else { return nil }
    return try StrictDecoder.decode(
      World.Setup.self, from: scenario.setup, file: scenario.file, path: "setup")
  }
}
