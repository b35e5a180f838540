import Arena
import Networks

/// What fixes a policy apart from its numbers: the fields it reads and writes, and its network.
public struct PolicyDesign: Sendable, Hashable, Codable {
  /// The observation fields it reads, in the order of the network's inputs.
  public let observation: [FieldShape]
  /// The action fields it writes, with the ranges it learned to use.
  public let action: [Field]
  public let architecture: NetworkArchitecture

  /// A design for chosen fields of a seat.
  ///
  /// - Parameters:
  ///   - observed: names of the observation fields to read; empty for all.
  ///   - controlled: names of the action fields to write; empty for all.
  public init(
    for seat: Seat, observed: [String] = [], controlled: [String] = [],
    architecture: NetworkArchitecture
  ) throws(PolicyError) {
    try architecture.validate(at: "network")
    observation = try PolicyDesign.choose(observed, seat.observation, .observation, seat.name)
      .map(FieldShape.init)
    action = try PolicyDesign.choose(controlled, seat.action, .action, seat.name)
    self.architecture = architecture
  }

  private static func choose(
    _ names: [String], _ fields: [Field], _ role: PolicyError.Role, _ seat: String
  ) throws(PolicyError) -> [Field] {
    if names.isEmpty { return fields }
    var chosen: [Field] = []
    for name in names {
      guard let field = fields.first(where: { $0.name == name }) else {
        throw .missingField(name: name, role: role, seat: seat, known: fields.map(\.name))
      }
      chosen.append(field)
    }
    return chosen
  }

  /// A seat that fits: the fields the policy knows and no others, observations with no meaningful range.
  public var seat: Seat {
    Seat(
      name: "policy",
      observation: observation.map {
        Field($0.name, unit: $0.unit, count: $0.count, in: 0...0)
      },
      action: action)
  }

  /// How many numbers one observation has.
  public var inputs: Int { observation.width }

  /// How many outputs the network has: one per measured number and one per option.
  public var outputs: Int {
    action.reduce(0) { $0 + ($1.isChoice ? $1.options.reduce(0, +) : $1.count) }
  }

  /// The policy's network.
  public var network: Network { architecture.policy(inputs: inputs, outputs: outputs) }

  init(observation: [FieldShape], action: [Field], architecture: NetworkArchitecture) {
    self.observation = observation
    self.action = action
    self.architecture = architecture
  }
}
