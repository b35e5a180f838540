import Arena
import Math
import TestSupport
import Testing

@testable import VoxelWorld

@Suite struct NavigateTests {
  private func world(_ change: (inout Navigate.Setup) -> Void = { _ in }) throws -> Navigate {
    var setup = Navigate.Setup()
    change(&setup)
    return try Navigate(setup)
  }

  /// Steps with random actions, out of range and not numbers among them.
  private func wander(_ world: inout Navigate, _ steps: Int, _ random: inout Random) {
    var actions = [Float](repeating: 0, count: world.actionWidth)
    var rewards: [Float] = [0]
    for _ in 0..<steps {
      for index in actions.indices { actions[index] = Float(random.uniform(-1.5, 1.5)) }
      if random.uniform() < 0.05 { actions[random.index(below: actions.count)] = .nan }
      if random.uniform() < 0.05 { actions[random.index(below: actions.count)] = .infinity }
      var span = rewards.mutableSpan
      _ = world.step(actions.span, rewards: &span)
      #expect(rewards[0].isFinite)
    }
  }

  @Test func equalSeedsGiveEqualEpisodes() throws {
    var left = try world()
    var right = try world()
    var digests = Set<UInt64>()
    for seed in 0..<5 as Range<UInt64> {
      left.reset(seed: seed)
      right.reset(seed: seed)
      var first = Random(seed: seed)
      var second = Random(seed: seed)
      wander(&left, 200, &first)
      wander(&right, 200, &second)
      #expect(left.digest == right.digest)
      digests.insert(left.digest.value)
    }
    #expect(digests.count == 5)
  }

  @Test func aCopyIsASnapshot() throws {
    var world = try world()
    world.reset(seed: 3)
    var random = Random(seed: 1)
    wander(&world, 100, &random)
    var copy = world
    let digest = world.digest
    var again = random
    wander(&world, 100, &random)
    #expect(copy.digest == digest)
    wander(&copy, 100, &again)
    #expect(copy.digest == world.digest)
  }

  @Test func observationsAreFiniteAndInTheirRanges() throws {
    var world = try world { $0.roughness = 6 }
    let fields = world.seats[0].observation
    var numbers = [Float](repeating: .nan, count: fields.width)
    var random = Random(seed: 5)
    for seed in 0..<4 as Range<UInt64> {
      world.reset(seed: seed)
      for _ in 0..<50 {
        wander(&world, 3, &random)
        for index in numbers.indices { numbers[index] = .nan }
        world.observe(seat: 0, into: &numbers)
        for (number, range) in zip(numbers, fields.ranges) { #expect(range.contains(number)) }
      }
    }
    for (number, range) in zip(world.currentOutcome, world.outcome.ranges) {
      #expect(range.contains(number))
    }
  }

  @Test func drawingChangesNothing() throws {
    let world = try world()
    var scene = Scene()
    let digest = world.digest
    world.draw(into: &scene)
    #expect(world.digest == digest)
    #expect(!scene.chunks.isEmpty)
    #expect(scene.items.contains { $0.name == "body" })
  }

  @Test func brokenSetupsAreRefused() {
    let changes: [(inout Navigate.Setup) -> Void] = [
      { $0.side = 3 }, { $0.side = 100_000 }, { $0.height = 5 }, { $0.roughness = -1 },
      { $0.distance = [5] }, { $0.distance = [9, 4] }, { $0.distance = [5, 1000] },
      { $0.tolerance = 0 }, { $0.timeLimit = 0 }, { $0.distance = [.nan, 4] },
    ]
    for change in changes {
      #expect(throws: SetupError.self) { try world(change) }
    }
  }

  @Test func theWalkerReachesItsGoal() throws {
    var episode = Episode(try world(), policies: [WalkTo()])
    var reached = 0
    for seed in 0..<30 as Range<UInt64> {
      episode.reset(seed: seed)
      episode.run(limit: 1200)
      reached += episode.outcome[0] == 1 ? 1 : 0
    }
    #expect(reached >= 28)
  }

  @Test func theGoalIsWhereTheObservationSays() throws {
    var world = try world { $0.roughness = 0 }
    world.reset(seed: 2)
    var numbers = [Float](repeating: 0, count: world.seats[0].observation.width)
    var actions = [Float](repeating: 0, count: world.actionWidth)
    var rewards: [Float] = [0]
    // Turning until the goal lies ahead and walking straight on must arrive.
    var status = Status.running
    for _ in 0..<600 where status == .running {
      world.observe(seat: 0, into: &numbers)
      actions[5] = Float(-atan2(Double(numbers[1]), Double(numbers[0])))
      actions[0] = 1
      var span = rewards.mutableSpan
      status = world.step(actions.span, rewards: &span)
    }
    #expect(status == .finished)
  }
}
