import Arena
import Math
import Physics
import Testing

@testable import TableTennis

@Suite("What learners are paid")
struct ReturnRewardsTests {
  @Test("The net-height reward is the paper's")
  func netHeight() {
    #expect(ReturnRewards.value(ofNetHeight: 0.173) == 1)
    #expect(abs(ReturnRewards.value(ofNetHeight: 0.273) - exp(-1)) < 1e-12)
    #expect(ReturnRewards.value(ofNetHeight: 0.3) == -1.1)
    #expect(ReturnRewards.value(ofNetHeight: 0.17) == -1.1)
  }

  @Test("A target is worth all of its weight inside the circle and half of it a falloff away")
  func target() {
    var target = LandingTarget()
    target.weight = 2
    target.x = 0.4
    #expect(target.worth(of: Vector3(0.45, 0.85, 0.02)) == 2)
    let beyond = target.worth(of: Vector3(0.4 + 0.1 + 0.25, 0.8, 0.02))
    #expect(abs(beyond - 1) < 1e-3)
  }

  @Test("Each stroke's pose is worth most in that stroke")
  func style() {
    var rewards = ReturnRewards()
    rewards.style = 1
    let model = RobotModel.paper
    #expect(rewards.value(ofPose: model.forehandReady, of: model) == 1)
    #expect(rewards.value(ofPose: model.backhandReady, of: model) == 0)
    rewards.face = .backhand
    #expect(rewards.value(ofPose: model.backhandReady, of: model) == 1)
  }

  @Test("Steady motion costs its speed, a sudden one its change, and standing still nothing")
  func motion() {
    var prices = MotionPrices()
    (prices.velocity, prices.acceleration, prices.jerk) = (1, 1, 1)
    var meter = MotionMeter(prices, limits: [2, 4])
    let still: [Float] = [0, 0]
    let full: [Float] = [2, 4]
    #expect(meter.price(of: still.span) == 0)
    let start = meter.price(of: full.span)
    #expect(abs(start - Court.step * (1 + 0.25 + 0.0625)) < 1e-9)
    _ = meter.price(of: full.span)
    let steady = meter.price(of: full.span)
    #expect(abs(steady - Court.step) < 1e-9)
  }

  @Test("Joints cost only near the ends of their ranges")
  func strain() {
    let model = RobotModel.paper
    #expect(model.strain(of: model.home) == 0)
    var bent = model.home
    bent[2] = model.servos.highest[2]
    #expect(abs(model.strain(of: bent) - 1.0 / 8) < 1e-9)
  }
}

@Suite("Commands under way")
struct CommandsUnderWayTests {
  @Test("What is felt and what is under way add up to where the joints will be")
  func targets() throws {
    var setup = Return.Setup()
    setup.home.latencies = .paper
    var world = try Return(setup)
    world.reset(seed: 4)
    let columns = try #require(world.seats[0].observation.columns(of: "own-joint-target"))
    var sight = [Float](repeating: 0, count: world.seats[0].observation.width)
    var random = Random(seed: 6)
    var sent = RobotModel.paper.home
    var action = [Float](repeating: 0, count: 9)
    var rewards: [Float] = [0]
    for _ in 0..<12 {
      for joint in 0..<8 {
        action[joint] = Float(random.uniform(-0.6, 0.6))
        sent[joint] += Double(action[joint]) * Court.step
      }
      var span = rewards.mutableSpan
      _ = world.step(action.span, rewards: &span)
      world.observe(seat: 0, into: &sight)
      for joint in 0..<8 {
        // The delay of an episode differs from its mean by some milliseconds.
        #expect(abs(sight[columns.lowerBound + joint] - Float(sent[joint])) < 0.012)
      }
    }
  }
}
