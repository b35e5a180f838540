import Arena
import Math
import TestSupport

/// An episode that was played for a test.
struct Played {
  let actions: [Float]
  let digest: UInt64
  let outcome: [Float]

  static func header(_ world: TugOfWar) -> RecordingHeader {
    RecordingHeader(
      world, policies: ["strong", "weak"], scenario: "toy/tug-of-war",
      scenarioText: "environment: toy/tug-of-war\nsummary: two pull\n", programVersion: "1.2.3")
  }

  /// Plays the episode that belongs to `seed` and records it.
  static func episode(
    _ world: TugOfWar, seed: UInt64, _ writer: inout RecordingWriter
  ) -> Played {
    var episode = Episode(
      world, policies: [PullingPolicy(pull: 0.8), PullingPolicy(pull: 0.75)])
    episode.reset(seed: seed)
    writer.begin(seed: seed, digest: episode.world.digest)
    var actions: [Float] = []
    while episode.status == .running {
      episode.step()
      actions += episode.actions
      writer.append(episode.actions, digest: episode.world.digest)
    }
    let digest = episode.world.digest
    writer.end(episode.status, outcome: episode.outcome, digest: digest)
    return Played(actions: actions, digest: digest.value, outcome: episode.outcome)
  }

  /// A recording of `episodes` episodes with the seeds 7, 8, ...
  static func recording(episodes: Int) throws -> (bytes: [UInt8], played: [Played]) {
    let world = try TugOfWar(.init())
    var writer = RecordingWriter(header(world))
    let played = (0..<episodes).map { episode(world, seed: 7 + UInt64($0), &writer) }
    return (writer.drain(), played)
  }
}
