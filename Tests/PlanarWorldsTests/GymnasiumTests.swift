import Arena
import Testing

@testable import PlanarWorlds

// The numbers are those of Gymnasium 1.4.0, made by
//
//   import gymnasium as gym, numpy as np
//   env = gym.make("CartPole-v1").unwrapped; env.reset(seed=0)
//   env.state = np.array([0.02, -0.03, 0.04, 0.01])
//   for i in range(18): print(env.step(int("100101001010010100"[i])), env.state)
//   env = gym.make("Pendulum-v1").unwrapped; env.reset(seed=0); env.state = np.array([2.5, 7.5])
//   for i in range(120): print(env.step(np.array([(i * 7 % 11 - 5) * 0.5])), env.state)

@Suite struct GymnasiumTests {
  @Test func cartPoleGoesThroughTheStatesOfGymnasium() throws {
    let golden: [Int: [Double]] = [
      4: [0.017532627349080076, -0.03214990324773043, 0.042284667011619384, 0.05746793135175443],
      8: [0.007081450060452318, -0.4250086121644319, 0.06024287044352568, 0.7014756916883882],
      12: [-0.01923089201303479, -0.42933111641787924, 0.10726884798582165, 0.7997939770493556],
      16: [-0.061565434101446326, -0.4365278846571151, 0.1873467469893713, 0.9698983599443988],
      18: [-0.08296805303360275, -0.8306523507942539, 0.23304664932268687, 1.6647271035193576],
    ]
    var world = try CartPole(.init())
    world.state = .init(position: 0.02, velocity: -0.03, angle: 0.04, angularVelocity: 0.01)
    for (index, push) in "100101001010010100".enumerated() {
      let (status, reward) = play(&world, [push == "1" ? 1 : 0])
      #expect(reward == 1)
      // Gymnasium says that the pole has fallen after step 18 and not before.
      #expect(status == (index == 17 ? .finished : .running))
      guard let expected = golden[index + 1] else { continue }
      let state = world.state
      let found = [state.position, state.velocity, state.angle, state.angularVelocity]
      for (left, right) in zip(found, expected) { #expect(abs(left - right) < 1e-13) }
    }
  }

  @Test func pendulumGoesThroughTheStatesOfGymnasium() throws {
    let golden: [Int: [Double]] = [
      24: [7.980951123499733, 5.82259720718348, -4.412758175407505],
      48: [12.758210102193308, 1.392132957536357, -0.11907820231799716],
      72: [18.320945209044087, 2.1659253133658494, -1.2127341810603773],
      96: [19.968418804427017, 3.9896733929365906, -1.9966756506782546],
      120: [25.099857827395965, 1.0064112683846818, -0.08036300076926328],
    ]
    var world = try Pendulum(.init())
    world.angle = 2.5
    world.angularVelocity = 7.5
    for step in 1...120 {
      let torque = Float((step - 1) * 7 % 11 - 5) * 0.5
      let (status, reward) = play(&world, [torque])
      #expect(status == .running)
      guard let expected = golden[step] else { continue }
      #expect(abs(world.angle - expected[0]) < 1e-11)
      #expect(abs(world.angularVelocity - expected[1]) < 1e-11)
      #expect(abs(Double(reward) - expected[2]) < 1e-6)
    }
  }

  @Test func episodesEndAtTheirStepLimit() throws {
    var pendulum = try Pendulum(.init())
    for step in 1...200 {
      let status = play(&pendulum, [0]).status
      #expect(status == (step == 200 ? .truncated : .running))
    }
    var setup = CartPole.Setup()
    setup.stepLimit = 5
    var cartPole = try CartPole(setup)
    for step in 1...5 {
      let status = play(&cartPole, [Float(step & 1)]).status
      #expect(status == (step == 5 ? .truncated : .running))
    }
  }

  @Test func actionsOutOfRangeAreSurvived() throws {
    var pendulum = try Pendulum(.init())
    var cartPole = try CartPole(.init())
    for action: Float in [.nan, .infinity, -.infinity, 1e30] {
      let rewards = [play(&pendulum, [action]).reward, play(&cartPole, [action]).reward]
      #expect(rewards.allSatisfy { $0.isFinite })
    }
    var observation = [Float](repeating: 0, count: 3)
    pendulum.observe(seat: 0, into: &observation)
    #expect(observation.allSatisfy { $0.isFinite })
  }

  @Test func contradictorySetupsAreRefused() {
    var setup = CartPole.Setup()
    setup.stepLimit = 0
    #expect(throws: SetupError.self) { try CartPole(setup) }
    var other = Pendulum.Setup()
    other.gravity = .nan
    #expect(throws: SetupError.self) { try Pendulum(other) }
  }

  private func play(
    _ world: inout some Environment, _ action: [Float]
  ) -> (status: Status, reward: Float) {
    var rewards: [Float] = [0]
    var span = rewards.mutableSpan
    let status = world.step(action.span, rewards: &span)
    return (status, rewards[0])
  }
}
