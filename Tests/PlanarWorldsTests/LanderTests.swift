import Arena
import Foundation
import Math
import Testing

@testable import PlanarWorlds

/// The numbers are Gymnasium's: see `Tests/Goldens/lander/generate.py`.
@Suite struct LanderTests {
  struct Golden: Decodable {
    struct Flight: Decodable {
      let actions: [Float]
      let observations: [[Double]]
      let rewards: [Double]
    }
    struct Summary: Decodable {
      let mean: Double
      let error: Double
    }
    struct Statistics: Decodable {
      let `return`: Summary
      let length: Summary
      let landed: Summary
    }
    let flight: Flight
    let heuristic: Statistics
    let random: Statistics
  }

  private func golden() throws -> Golden {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent()
    let data = try Data(contentsOf: folder.appendingPathComponent("Goldens/lander/lander.json"))
    return try JSONDecoder().decode(Golden.self, from: data)
  }

  @Test func aFlightWithoutChanceIsThatOfGymnasium() throws {
    let flight = try golden().flight
    var setup = Lander.Setup()
    setup.dispersion = 0
    setup.firstPush = 0
    setup.roughness = 0
    var world = try Lander(setup)
    var (shown, rewards): ([Float], [Float]) = (Array(repeating: 0, count: 8), [0])
    // Until the first leg touches the ground, where the two versions of Box2D part.
    let touching = flight.observations.firstIndex { $0[6] + $0[7] > 0 } ?? 0
    #expect(touching > 50)
    var sum = 0.0
    for step in 0..<touching {
      world.observe(seat: 0, into: &shown)
      for (found, expected) in zip(shown, flight.observations[step]) {
        #expect(abs(Double(found) - expected) < 0.03, "step \(step)")
      }
      let action = [flight.actions[step]]
      var span = rewards.mutableSpan
      #expect(world.step(action.span, rewards: &span) == .running)
      if step + 1 < touching { sum += Double(rewards[0]) - flight.rewards[step] }
    }
    #expect(abs(sum) < 3)
  }

  @Test func episodesEndAsOftenAndAsWellAsThoseOfGymnasium() throws {
    let golden = try golden()
    let skilled = try statistics(400) { observation, _ in Self.heuristic(observation) }
    compare(skilled, golden.heuristic)
    let clumsy = try statistics(800) { _, random in Float(random.index(below: 4)) }
    compare(clumsy, golden.random)
  }

  /// Within four standard errors and 6 %: the newer Box2D of this world lands a little otherwise.
  private func compare(_ found: [(mean: Double, error: Double)], _ golden: Golden.Statistics) {
    for (found, expected) in zip(found, [golden.return, golden.length, golden.landed]) {
      let error = (found.error * found.error + expected.error * expected.error).squareRoot()
      #expect(abs(found.mean - expected.mean) <= 4 * error + 0.06 * abs(expected.mean))
    }
  }

  /// Return, length and landings of episodes: means and standard errors.
  private func statistics(
    _ episodes: Int, choose: ([Float], inout Random) -> Float
  ) throws -> [(mean: Double, error: Double)] {
    var world = try Lander(.init())
    var random = Random(seed: 1)
    var rows: [[Double]] = [[], [], []]
    var (shown, action, rewards): ([Float], [Float], [Float]) = (
      Array(repeating: 0, count: 8), [0], [0]
    )
    for episode in 0..<episodes {
      world.reset(seed: UInt64(episode))
      var status = Status.running
      while status == .running {
        world.observe(seat: 0, into: &shown)
        action[0] = choose(shown, &random)
        var span = rewards.mutableSpan
        status = world.step(action.span, rewards: &span)
      }
      let outcome = world.currentOutcome
      for (row, column) in [0, 2, 1].enumerated() { rows[row].append(Double(outcome[column])) }
    }
    return rows.map { numbers in
      let mean = numbers.reduce(0, +) / Double(episodes)
      let squares = numbers.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      return (mean, (squares / Double(episodes - 1) / Double(episodes)).squareRoot())
    }
  }

  /// Gymnasium's own rule: lean towards the pad, and fall the slower the nearer it is.
  private static func heuristic(_ seen: [Float]) -> Float {
    let lean = clamp(0.5 * seen[0] + seen[2], -0.4...0.4)
    var turn = 0.5 * (lean - seen[4]) - seen[5]
    var rise = 0.5 * (0.55 * abs(seen[0]) - seen[1]) - 0.5 * seen[3]
    if seen[6] + seen[7] > 0 { (turn, rise) = (0, -0.5 * seen[3]) }
    if rise > abs(turn), rise > 0.05 { return 2 }
    return turn < -0.05 ? 3 : turn > 0.05 ? 1 : 0
  }

  @Test func enginesTakeDegreesToo() throws {
    var setup = Lander.Setup()
    setup.isContinuous = true
    setup.dispersion = 0
    setup.firstPush = 0
    var speeds: [Double] = []
    for degree: Float in [-1, 0.2, 1] {
      var world = try Lander(setup)
      let action: [Float] = [degree, 0.4]
      var rewards: [Float] = [0]
      for _ in 0..<20 {
        var span = rewards.mutableSpan
        _ = world.step(action.span, rewards: &span)
      }
      speeds.append(world.craft.world[world.craft.hull].velocity.y)
    }
    #expect(speeds[0] < speeds[1] - 0.5 && speeds[1] < speeds[2] - 0.5)
  }

  @Test func contradictorySetupsAreRefused() {
    for change: (inout Lander.Setup) -> Void in [
      { $0.gravity = 1 }, { $0.windPower = .nan }, { $0.velocityRounds = 0 }, { $0.stepLimit = 0 },
    ] {
      var setup = Lander.Setup()
      change(&setup)
      #expect(throws: SetupError.self) { try Lander(setup) }
    }
  }
}
