import Arena
import Math
import Testing

@testable import PlanarWorlds

@Suite struct CartPoleBatchTests {
  @Test(arguments: [1, 16, 1024])
  func columnsGoThroughTheStatesOfSingleWorlds(count: Int) throws {
    let world = try CartPole(.init())
    let batches = [1, 2].map { threads in
      var batch = Episodes(world, count: count)
      batch.reset(seed: 3)
      batch.play(steps: 300, threads: threads) { Self.balance($0, &$1) }
      return batch
    }
    #expect(batches[0].digest == batches[1].digest)
    #expect(batches[0].observations == batches[1].observations)
    for index in [0, count - 1] {
      #expect(batches[0].world(index).digest == alone(world, index, steps: 300).digest)
    }
  }

  @Test func whatWasSeenAtTheEndOfAnEpisodeIsKept() throws {
    var setup = CartPole.Setup()
    setup.stepLimit = 7
    var batch = Episodes(try CartPole(setup), count: 2)
    batch.reset(seed: 1)
    batch.play(steps: 6, threads: 1) { Self.balance($0, &$1) }
    #expect(batch.statuses == [.running, .running])
    var last = batch.world(1)
    let action: [Float] = [1]
    batch.actions = [1, 1]
    batch.step()
    #expect(batch.statuses == [.truncated, .truncated])
    var rewards: [Float] = [0]
    var span = rewards.mutableSpan
    _ = last.step(action.span, rewards: &span)
    var shown: [Float] = [0, 0, 0, 0]
    last.observe(seat: 0, into: &shown)
    #expect(Array(batch.endings[4...]) == shown)
    #expect(Array(batch.observations[4...]) != shown)
  }

  @Test func aWorldCanBePutIntoABatch() throws {
    var batch = CartPoleBatch(try CartPole(.init()), count: 3)
    var world = try CartPole(.init())
    world.reset(seed: 9)
    batch[1] = world
    #expect(batch[1].digest == world.digest)
    #expect(batch[0].digest == batch[2].digest)
    #expect(batch[0].digest != world.digest)
  }

  @Test func hiddenVelocitiesAreSeenByNobody() throws {
    var setup = CartPole.Setup()
    let open = try CartPole(setup)
    setup.observesVelocity = false
    let blind = try CartPole(setup)
    #expect(blind.seats[0].observation.map(\.name) == ["cart-position", "pole-angle"])
    var batches = (Episodes(open, count: 5), Episodes(blind, count: 5))
    batches.0.reset(seed: 4)
    batches.1.reset(seed: 4)
    for step in 0..<30 {
      let all = batches.0.observations
      let shown = batches.1.observations
      let places: [Float] = stride(from: 0, to: 20, by: 2).map { all[$0] }
      #expect(shown == places)
      var single: [Float] = [.nan, .nan]
      batches.1.world(3).observe(seat: 0, into: &single)
      #expect(single == Array(shown[6..<8]))
      batches.0.actions = (0..<5).map { Float((step + $0) % 2) }
      batches.1.actions = batches.0.actions
      batches.0.step()
      batches.1.step()
    }
    #expect(batches.0.digest == batches.1.digest)
  }

  /// Pushes towards where the pole leans and goes.
  private static func balance(_ observations: Span<Float>, _ actions: inout MutableSpan<Float>) {
    for index in 0..<actions.count {
      actions[index] = observations[4 * index + 2] + observations[4 * index + 3] > 0 ? 1 : 0
    }
  }

  private func alone(_ start: CartPole, _ index: Int, steps: Int) -> CartPole {
    var world = start
    var episode: UInt64 = 0
    func begin() {
      world.reset(seed: Episodes<CartPole>.seed(3, world: index, episode: episode))
    }
    begin()
    var (shown, action, rewards): ([Float], [Float], [Float]) = ([0, 0, 0, 0], [0], [0])
    for _ in 0..<steps {
      world.observe(seat: 0, into: &shown)
      var actionSpan = action.mutableSpan
      Self.balance(shown.span, &actionSpan)
      var span = rewards.mutableSpan
      if world.step(action.span, rewards: &span) != .running {
        episode += 1
        begin()
      }
    }
    return world
  }
}
