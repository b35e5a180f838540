import Arena
import Math
import Physics
import Testing

@testable import TableTennis

@Suite("The return environment")
struct ReturnTests {
  @Test("Every ball of the medium distribution is a good stroke at normal speed")
  func ballsAreLegal() throws {
    var random = Random(seed: 3)
    for preset in Hall.Preset.allCases {
      var setup = Hall.Setup()
      setup.preset = preset
      let hall = Hall(setup)
      for _ in 0..<300 {
        let ball = BallDistribution.medium.draw(in: hall, random: &random).ball
        #expect((3.5...7).contains(-ball.velocity.y))
        var flight = hall.trajectory(of: ball)
        let landing = flight.advanceToBounce(within: 2)
        let bounce = try #require(landing)
        #expect(bounce.ball.position.y < 0 && Table.isAbove(bounce.ball.position))
      }
    }
  }

  @Test("A robot that stands still returns nothing, and the episode ends")
  func idle() throws {
    var world = try Return(Return.Setup())
    let actions = [Float](repeating: 0, count: world.actionWidth)
    var rewards: [Float] = [0]
    var steps = 0
    var landed = 0
    for seed in 0..<200 {
      world.reset(seed: UInt64(seed))
      var status = Status.running
      while status == .running {
        var span = rewards.mutableSpan
        status = world.step(actions.span, rewards: &span)
        steps += 1
      }
      landed += Int(world.currentOutcome[1])
    }
    #expect(landed < 20)
    #expect(steps < 200 * 200)
  }

  @Test("The scripted robot lands most medium balls", arguments: [false, true])
  func scripted(withLatency: Bool) throws {
    var setup = Return.Setup()
    if withLatency {
      setup.home.perception = .paper
      setup.home.latencies = .paper
    }
    let world = try Return(setup)
    var episode = Episode(
      world, policies: [ScriptedRobot(hall: setup.hall, player: setup.home)])
    var hits = 0
    var landed = 0
    for seed in 0..<200 {
      episode.reset(seed: UInt64(seed))
      episode.run()
      hits += Int(episode.outcome[0])
      landed += Int(episode.outcome[1])
    }
    #expect(hits >= 180)
    #expect(landed >= (withLatency ? 150 : 180))
  }
}
