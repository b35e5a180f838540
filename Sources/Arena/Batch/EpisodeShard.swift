import Math

/// Some neighbouring worlds of `Episodes`, which one thread at a time advances.
struct EpisodeShard<World: Environment>: Sendable {
  /// The places of its worlds among all.
  let range: Range<Int>
  private(set) var worlds: World.Batch
  /// The episode each world is in, counted from 0.
  private var episodes: [UInt64]
  private var seed: UInt64 = 0
  private let observationWidth: Int

  init(_ world: World, range: Range<Int>) {
    self.range = range
    worlds = World.Batch(world, count: range.count)
    episodes = Array(repeating: 0, count: range.count)
    observationWidth = world.observationWidth
  }

  /// Starts every world's first episode.
  mutating func begin(_ rows: EpisodeRows, seed: UInt64) {
    self.seed = seed
    for index in 0..<range.count {
      episodes[index] = 0
      worlds.reset(index, seed: episodeSeed(index))
    }
    var observations = rows.observations(range).mutableSpan
    var statuses = rows.statuses(range).mutableSpan
    worlds.observe(into: &observations)
    for index in 0..<range.count { statuses[index] = .running }
  }

  private func episodeSeed(_ index: Int) -> UInt64 {
    Episodes<World>.seed(seed, world: range.lowerBound + index, episode: episodes[index])
  }

  /// Asks for actions and advances, `steps` times.
  mutating func play(
    _ rows: EpisodeRows, steps: Int,
    choose: (_ observations: Span<Float>, _ actions: inout MutableSpan<Float>) -> Void
  ) {
    // No other shard has these rows.
    let actionRows = rows.actions(range)
    let observationRows = rows.observations(range)
    let endingRows = rows.endings(range)
    let rewardRows = rows.rewards(range)
    let statusRows = rows.statuses(range)
    var actions = actionRows.mutableSpan
    var observations = observationRows.mutableSpan
    var endings = endingRows.mutableSpan
    var rewards = rewardRows.mutableSpan
    var statuses = statusRows.mutableSpan
    for _ in 0..<steps {
      choose(observations.span, &actions)
      worlds.step(actions.span, rewards: &rewards, statuses: &statuses)
      worlds.observe(into: &observations)
      for index in 0..<range.count where statuses[index] != .running {
        beginAgain(index, &observations, &endings)
      }
    }
  }

  /// Keeps what a world showed at its end, and starts its next episode.
  private mutating func beginAgain(
    _ index: Int, _ observations: inout MutableSpan<Float>, _ endings: inout MutableSpan<Float>
  ) {
    let columns = index * observationWidth..<(index + 1) * observationWidth
    for column in columns { endings[column] = observations[column] }
    episodes[index] += 1
    worlds.reset(index, seed: episodeSeed(index))
    var row = observations._mutatingExtracting(columns)
    worlds.observe(index, into: &row)
  }
}
