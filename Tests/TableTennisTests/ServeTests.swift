import Arena
import Math
import Testing

@testable import TableTennis

@Suite("The serve environment")
struct ServeTests {
  private func step(_ world: inout Serve, _ action: [Float]) -> (Status, Float) {
    var rewards: [Float] = [0]
    var span = rewards.mutableSpan
    let status = world.step(action.span, rewards: &span)
    return (status, rewards[0])
  }

  @Test("The scripted robot's services are good, and worth more than all others")
  func scripted() throws {
    let setup = Serve.Setup()
    var episode = Episode(
      try Serve(setup), policies: [ScriptedRobot(hall: setup.hall, player: setup.home)])
    var good = 0
    var worst = Double.infinity
    for seed in 0..<40 as Range<UInt64> {
      episode.reset(seed: seed)
      episode.run()
      guard episode.outcome[2] == 1 else { continue }
      good += 1
      worst = min(worst, episode.returns[0])
      // On the opponent's court.
      #expect(episode.outcome[4] > 0 && episode.outcome[4] < 1.38)
    }
    #expect(good >= 30)
    #expect(worst > setup.rewards.land)
  }

  @Test("Playing the flight within the step of the stroke changes nothing but the steps")
  func skipping() throws {
    var outcomes: [[[Float]]] = []
    for skips in [false, true] {
      var setup = Serve.Setup()
      setup.skipsOutgoing = skips
      var episode = Episode(
        try Serve(setup), policies: [ScriptedRobot(hall: setup.hall, player: setup.home)])
      outcomes.append(
        (0..<10 as Range<UInt64>).map { seed in
          episode.reset(seed: seed)
          episode.run()
          return episode.outcome
        })
    }
    #expect(outcomes[0] == outcomes[1])
  }

  @Test("A toss from a moving hand is a fault, one from a hand at rest is none")
  func movingHand() throws {
    for speed in [0, 1] as [Float] {
      var world = try Serve(Serve.Setup())
      world.reset(seed: 1)
      var action = [Float](repeating: 0, count: 9)
      action[1] = speed
      for _ in 0..<10 { _ = step(&world, action) }
      action[8] = 0.5
      _ = step(&world, action)
      if speed == 0 {
        #expect(world.play.umpire.call == nil)
        #expect(world.currentOutcome[0] == 1)
      } else {
        #expect(world.play.umpire.call == .point(to: .away, .tossFromMovingHand))
      }
    }
  }

  @Test("A ball that is tossed and not struck earns nothing, and neither does one never tossed")
  func idle() throws {
    for toss in [0, 1] as [Float] {
      var world = try Serve(Serve.Setup())
      world.reset(seed: 2)
      var action = [Float](repeating: 0, count: 9)
      action[8] = toss
      var status = Status.running
      var sum: Float = 0
      while status == .running {
        let (next, reward) = step(&world, action)
        status = next
        sum += reward
      }
      #expect(world.currentOutcome[2] == 0)
      #expect(sum < Float(ServeRewards().hit))
    }
  }

  @Test("The server knows the time since the toss at once")
  func clock() throws {
    var setup = Serve.Setup()
    setup.home.perception = .paper
    var world = try Serve(setup)
    world.reset(seed: 3)
    let column = try #require(world.seats[0].observation.columns(of: "since-stroke")).lowerBound
    var sight = [Float](repeating: 0, count: world.seats[0].observation.width)
    var action = [Float](repeating: 0, count: 9)
    action[8] = 1
    for count in 1...10 {
      _ = step(&world, action)
      world.observe(seat: 0, into: &sight)
      #expect(abs(sight[column] - 0.02 * Float(count)) < 1e-5)
    }
  }
}
