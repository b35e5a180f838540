import Arena
import Catalog
import Testing

@testable import TableTennis

/// Every opponent in the project's folder, played as any user would.
@Suite struct OpponentTests {
  private static let names: [String] =
    (try? TestProject.catalog.policies().filter { $0.kind == .opponent }.map(\.name)) ?? []

  @Test func theLadderIsThere() {
    for name in ["beginner", "intermediate", "advanced", "elite", "weak-backhand", "chopper"] {
      #expect(Self.names.contains(name))
    }
  }

  @Test(arguments: names)
  func opponentsPlayHonestly(name: String) throws {
    let first = try Self.play(name)
    // It serves and returns well, and yet loses points: nobody is without errors.
    #expect(first.strokes > 10 && first.good > 5 && first.lost > 0)
    let second = try Self.play(name)
    #expect(first.digest == second.digest)
  }

  /// One match against the scripted robot, and more until the opponent has lost a point, five at the
  /// most; every action must be finite and in range.
  private static func play(
    _ name: String
  ) throws -> (strokes: Float, good: Float, lost: Float, digest: String) {
    let catalog = TestProject.catalog
    let cast = try catalog.cast(
      try catalog.scenario("table-tennis/match"), overrides: [1: name])
    let world = try #require(cast.world as? Match)
    let ranges = world.seats.flatMap { $0.action.ranges }
    var episode = Episode(world, policies: cast.policies)
    var (strokes, good, lost) = (Float(0), Float(0), Float(0))
    for seed in 11..<16 as Range<UInt64> where lost == 0 {
      episode.reset(seed: seed)
      while episode.status == .running, episode.steps < 30_000 {
        episode.step()
        for (action, range) in zip(episode.actions, ranges) {
          #expect(action >= range.lowerBound - 1e-3 && action <= range.upperBound + 1e-3)
        }
      }
      let outcome = episode.outcome
      strokes += outcome[11]
      good += outcome[12]
      lost += outcome[0]
    }
    return (strokes, good, lost, "\(episode.world.digest)")
  }
}
