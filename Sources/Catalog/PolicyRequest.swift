import Arena

/// The place that a policy is made for: whoever makes it may look at the whole setup.
public struct PolicyRequest: Sendable {
  /// The world as it was built.
  public let world: any Environment
  /// What it was built from.
  public let setup: any Configuration
  /// The seat, counted from 0.
  public let seat: Int
  /// Parameters that override the policy's own.
  public let parameters: Tree
  /// The file they come from, for error messages.
  public let file: String

  public init(
    world: any Environment, setup: any Configuration, seat: Int, parameters: Tree = .empty,
    file: String = ""
  ) {
    self.world = world
    self.setup = setup
    self.seat = seat
    self.parameters = parameters
    self.file = file
  }

  /// The names and ranges of the seat's numbers.
  public var interface: Seat { world.seats[seat] }
}
