/// One place in an environment that a policy can take: what it sees and what it can do.
public struct Seat: Hashable, Sendable, Codable {
  /// The seat's name, unique in its environment: `home`.
  public let name: String
  /// The numbers a policy in this seat is shown before every step.
  public let observation: [Field]
  /// The numbers it answers with.
  public let action: [Field]

  public init(name: String, observation: [Field], action: [Field]) {
    self.name = name
    self.observation = observation
    self.action = action
  }
}
