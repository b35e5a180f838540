import Math

/// Many episodes of one environment side by side, with one buffer each for actions, observations,
/// rewards and statuses. An episode that ends starts again by itself.
///
/// ```swift
/// var episodes = Episodes(world, count: 1024)
/// episodes.reset(seed: 1)
/// for _ in 0..<1000 {
///   policy.act(onRows: episodes.observations, into: &episodes.actions)
///   episodes.step(threads: 2)
/// }
/// ```
///
/// Which seed an episode starts from depends on the world's place and on how many episodes it has
/// had, and on nothing else. So a world goes through the same states in a batch of any size and for
/// any number of threads.
public struct Episodes<World: Environment>: Sendable {
  /// How many worlds there are.
  public let count: Int
  /// The numbers of a world's row in `actions` and `observations`, and its seats.
  public let actionWidth: Int
  public let observationWidth: Int
  public let seatCount: Int
  /// What all worlds do next: a row per world, each with the actions of all seats.
  public var actions: [Float]
  /// What all worlds show: a row per world, each with what its seats see. Of a world that has
  /// started again it is the beginning.
  public private(set) var observations: [Float]
  /// The rewards of the last step: a row per world, one number per seat.
  public private(set) var rewards: [Float]
  /// Whether each world's last step was the last of its episode.
  public private(set) var statuses: [Status]
  /// What every world showed when its last episode ended, in rows like those of `observations`.
  public private(set) var endings: [Float]
  private var shards: [EpisodeShard<World>]

  /// Worlds per shard: enough for vectors and few enough for the nearest cache.
  private static var shardCount: Int { 256 }

  /// Copies of `world`. Call `reset` before the first step.
  public init(_ world: World, count: Int) {
    precondition(count >= 1, "a batch has at least one world")
    self.count = count
    actionWidth = world.actionWidth
    observationWidth = world.observationWidth
    seatCount = world.seats.count
    actions = Array(repeating: 0, count: count * actionWidth)
    observations = Array(repeating: 0, count: count * observationWidth)
    rewards = Array(repeating: 0, count: count * seatCount)
    statuses = Array(repeating: .finished, count: count)
    endings = observations
    shards = stride(from: 0, to: count, by: Self.shardCount).map {
      EpisodeShard(world, range: $0..<min($0 + Self.shardCount, count))
    }
  }

  /// The seed of an episode of a world, counted from 0, in a batch that was reset with `seed`.
  public static func seed(_ seed: UInt64, world: Int, episode: UInt64) -> UInt64 {
    Random.seed(Random.seed(seed, UInt64(world)), episode)
  }

  /// Starts every world's first episode.
  public mutating func reset(seed: UInt64) {
    withRows { shards, rows in
      for index in shards.indices { shards[index].begin(rows, seed: seed) }
    }
  }

  /// Advances every world by one step.
  ///
  /// Waking a thread costs some 50 microseconds: a step should be worth more work than that before
  /// it is shared, or several steps be played at once by `play`.
  public mutating func step(threads: Int = 1) {
    play(steps: 1, threads: threads) { _, _ in }
  }

  /// Advances every world by `steps` steps, during which threads do not wait for each other.
  ///
  /// - Parameter choose: is shown the rows of some neighbouring worlds before each of their steps
  ///   and may write their actions. It runs on several threads at once, and must treat every row
  ///   alike: which rows come together is chance.
  public mutating func play(
    steps: Int, threads: Int,
    choose: @Sendable (_ observations: Span<Float>, _ actions: inout MutableSpan<Float>) -> Void
  ) {
    withRows { shards, rows in
      shards.forEachInParallel(threads: threads) { shard, _ in
        shard.play(rows, steps: steps, choose: choose)
      }
    }
  }

  private mutating func withRows(_ body: (inout [EpisodeShard<World>], EpisodeRows) -> Void) {
    let widths = EpisodeRows.Widths(
      actions: actionWidth, observations: observationWidth, seats: seatCount)
    EpisodeRows.lend(
      &actions, &observations, &endings, &rewards, &statuses, widths: widths
    ) { body(&shards, $0) }
  }

  /// The present state of one world.
  public func world(_ index: Int) -> World {
    shards[index / Self.shardCount].worlds[index % Self.shardCount]
  }

  /// The fingerprint of all worlds, in order.
  public var digest: Digest {
    var digest = Digest()
    for index in 0..<count { world(index).hash(into: &digest) }
    return digest
  }
}
