import Arena
import Math

/// The digests that a scenario must lead to, kept in `Tests/Goldens/digests.json`.
public struct Goldens: Hashable, Sendable, Codable {
  /// After random actions in every seat.
  public var random: String
  /// After the scenario's own policies, if it names one for every seat.
  public var policies: String?

  /// How many steps each digest covers.
  public static let steps = 500
  /// The seed all of them start from.
  public static let seed: UInt64 = 2024

  /// Plays `scenario` twice and takes the digests.
  public static func measured(_ scenario: Scenario, in catalog: Catalog) throws -> Goldens {
    let world = try catalog.world(of: scenario)
    let noise = world.seats.map { RandomPolicy(for: $0) }
    var goldens = Goldens(random: digest(world, noise).description, policies: nil)
    if world.seats.allSatisfy({ scenario.policy(for: $0.name) != nil }) {
      let cast = try catalog.cast(scenario)
      goldens.policies = digest(cast.world, cast.policies).description
    }
    return goldens
  }

  /// The digest of the world after `steps` steps, starting again whenever an episode ends.
  private static func digest<World: Environment>(
    _ world: World, _ policies: [any Policy]
  ) -> Digest {
    var episode = Episode(world, policies: policies)
    var digest = Digest()
    var index: UInt64 = 0
    for _ in 0..<steps {
      if episode.status != .running {
        episode.world.hash(into: &digest)
        episode.reset(seed: Random.seed(seed, index))
        index += 1
      }
      episode.step()
      for reward in episode.rewards { digest.combine(reward) }
    }
    episode.world.hash(into: &digest)
    return digest
  }
}
