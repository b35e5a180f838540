import Arena
import Control

/// Where a policy learns: a world, the seat it takes, and who sits in the others.
public struct Stage<World: Environment>: Sendable {
  /// The world as built from its setup; learners play copies.
  public let world: World
  /// The index of the seat to learn.
  public let seat: Int
  /// The policies in the other seats, in the order of the seats. Learners play copies.
  public let companions: [any Policy]

  public init(_ world: World, seat: Int = 0, companions: [any Policy] = []) {
    precondition(world.seats.indices.contains(seat), "the world has no such seat")
    precondition(companions.count == world.seats.count - 1, "one policy per other seat")
    self.world = world
    self.seat = seat
    self.companions = companions
  }

  /// What the learning policy sees and can do.
  public var ownSeat: Seat { world.seats[seat] }

  /// An episode with `policy` in the learning seat.
  public func episode(_ policy: any Policy) -> Episode<World> {
    var policies = companions
    policies.insert(policy, at: seat)
    return Episode(world, policies: policies)
  }
}
