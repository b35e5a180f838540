import Arena
import Catalog
import Math

/// Everything `bench` can measure.
enum Benchmarks {
  static func all(in catalog: Catalog) throws -> [Benchmark] {
    try catalog.scenarioNames.flatMap { try scenario($0, in: catalog) }
      + batches(in: catalog) + [recording, forecast] + decisions(in: catalog) + learning
      + voxels + blueprints
  }

  /// A scenario with actions chosen beforehand, which measures the world alone, and with its own
  /// policies, if it names them.
  private static func scenario(_ name: String, in catalog: Catalog) throws -> [Benchmark] {
    let scenario = try catalog.scenario(name)
    // All but the table are compared with others of their kind, which count steps.
    let countsSteps = !scenario.environment.hasPrefix("table-tennis/")
    let unit = countsSteps ? "steps per second" : "simulated seconds per second"
    func alone(_ suffix: String, _ actions: BenchmarkActions) -> Benchmark {
      Benchmark(name: name + suffix, unit: unit) {
        func work<World: Environment>(_ world: World) -> () -> Double {
          worldAlone(world, actions, stepValue: countsSteps ? 1 : world.stepDuration)
        }
        return work(try catalog.world(of: scenario))
      }
    }
    // At the table nobody moves, or bodies move as minds would move them; elsewhere moves are drawn.
    let worlds =
      scenario.environment.hasPrefix("table-tennis/")
      ? [alone("", .still), alone("+motion", .wandering)] : [alone("", .drawn)]
    let seats = try catalog.world(of: scenario).seats
    guard seats.allSatisfy({ scenario.policy(for: $0.name) != nil }) else { return worlds }
    let played = Benchmark(name: name + "+policy", unit: unit) {
      let cast = try catalog.cast(scenario)
      func work<World: Environment>(_ world: World) -> () -> Double {
        withPolicies(world, cast.policies, stepValue: countsSteps ? 1 : world.stepDuration)
      }
      return work(cast.world)
    }
    return worlds + [played]
  }

  private static let stepsPerRepeat = 2000

  private static func worldAlone<World: Environment>(
    _ world: World, _ actions: BenchmarkActions, stepValue: Double
  ) -> () -> Double {
    var world = world
    var random = Random(seed: 1)
    let ranges = world.seats.flatMap { $0.action.ranges }
    let actions = actions.drawn(stepsPerRepeat, in: ranges, &random)
    var rewards = [Float](repeating: 0, count: world.seats.count)
    var seed: UInt64 = 0
    return {
      world.reset(seed: seed)
      for step in 0..<stepsPerRepeat {
        let action = actions[step]
        var span = rewards.mutableSpan
        if world.step(action.span, rewards: &span) != .running {
          seed += 1
          world.reset(seed: seed)
        }
      }
      return Double(stepsPerRepeat) * stepValue
    }
  }

  private static func withPolicies<World: Environment>(
    _ world: World, _ policies: [any Policy], stepValue: Double
  ) -> () -> Double {
    var episode = Episode(world, policies: policies)
    var seed: UInt64 = 0
    return {
      for _ in 0..<stepsPerRepeat {
        if episode.status != .running {
          seed += 1
          episode.reset(seed: seed)
        }
        episode.step()
      }
      return Double(stepsPerRepeat) * stepValue
    }
  }

  private static var recording: Benchmark {
    Benchmark(
      name: "recording/write", unit: "million action numbers per second"
    ) {
      let width = 16
      let steps = 5000
      var random = Random(seed: 2)
      let actions = (0..<steps).map { _ in
        (0..<width).map { _ in Float(0.1 * random.normal()) }
      }
      let seat = RecordingHeader.Seat(
        name: "home", policy: "none", action: (0..<width).map { "action.\($0)" })
      let header = RecordingHeader(
        environment: "none/none", scenario: "none/none", scenarioText: "", seats: [seat],
        outcome: [], stepDuration: 0.02, programVersion: Catalog.version)
      return {
        var writer = RecordingWriter(header)
        writer.begin(seed: 0, digest: Digest())
        for action in actions { writer.append(action, digest: Digest()) }
        writer.end(.finished, outcome: [], digest: Digest())
        return writer.drain().isEmpty ? 0 : Double(steps * width) / 1e6
      }
    }
  }
}
