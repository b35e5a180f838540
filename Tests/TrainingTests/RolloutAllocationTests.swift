import Arena
import Control
import Math
import Networks
import PlanarWorlds
import TestSupport
import Testing

@testable import Training

@Suite struct RolloutAllocationTests {
  /// After the first rounds have made room, playing takes no memory, resets included.
  @Test(arguments: [NetworkArchitecture.Kind.perceptron, .recurrent])
  func playingAllocatesNothing(kind: NetworkArchitecture.Kind) throws {
    let stage = try Stage(CartPole(.init()))
    let seat = stage.ownSeat
    var settings = PPOConfiguration()
    settings.network.kind = kind
    let actor = try PPO<CartPole>.newcomer(
      try PolicyDesign(for: seat, architecture: settings.network), seat, settings, 3)
    var lane = Lane(
      stage.world, count: 32, first: 0, seat: 0, companions: [], seed: 1, horizon: 64,
      actor: actor)
    for round in 0..<40 { lane.collect(64, with: actor, noise: UInt64(round)) }
    // Journals grow to the longest episode so far, which a new round may exceed.
    for world in 0..<32 { lane.journals[world].reserveCapacity(1000) }
    let count = allocations {
      for round in 40..<50 { lane.collect(64, with: actor, noise: UInt64(round)) }
    }
    #expect(lane.tally.episodes > 0)
    #expect(count == 0)
  }

  /// A round of learning allocates a few blocks per minibatch at most, and none per step.
  @Test func learningAllocatesNothingPerStep() throws {
    var small = PPOConfiguration()
    small.worlds = 32
    small.horizon = 32
    small.minibatch = 256
    small.epochs = 4
    small.targetDivergence = 0
    var large = small
    large.horizon = 128
    large.minibatch = 1024
    func blocks(_ settings: PPOConfiguration) throws -> Int {
      var learner = try PPO(on: Stage(CartPole(.init())), configuration: settings, seed: 1)
      for _ in 0..<20 { _ = learner.improve(progress: 0, threads: 1) }
      return allocations { _ = learner.improve(progress: 0, threads: 1) }
    }
    let (few, many) = (try blocks(small), try blocks(large))
    // Four times the steps in as many minibatches: but for longer episodes nothing more.
    #expect(abs(many - few) < 64, "\(few) and \(many) blocks")
    #expect(few < 400)
  }
}
