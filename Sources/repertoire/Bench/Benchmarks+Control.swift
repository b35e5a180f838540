import Arena
import Catalog
import Control
import Foundation

extension Benchmarks {
  /// How long the steps in which a controller decides take, with every skill of its library: real
  /// time, because a robot waits for it. The paper allows 20 ms. One entry for the middle and one
  /// for the slowest of a hundred.
  static func decisions(in catalog: Catalog) throws -> [Benchmark] {
    let name = "table-tennis/champion"
    guard catalog.folderNames.contains(name) else { return [] }
    return [("control/decision", 0.5), ("control/decision-slowest", 0.99)].map { title, quantile in
      Benchmark(name: title, unit: "milliseconds", isRate: false, isTimedInside: true) {
        let cast = try catalog.cast(
          try catalog.scenario("table-tennis/match-paper"), overrides: [0: name])
        func work<World: Environment>(_ world: World) -> () -> Double {
          decisionTime(world, cast.policies, quantile: quantile)
        }
        return work(cast.world)
      }
    }
  }

  private static let decisionsPerRepeat = 100

  /// Plays until so many decisions have fallen; gives back a quantile of what they took, in
  /// milliseconds.
  private static func decisionTime<World: Environment>(
    _ world: World, _ policies: [any Policy], quantile: Double
  ) -> () -> Double {
    var episode = Episode(world, policies: [Clocked(policies[0])] + policies.dropFirst())
    var seed: UInt64 = 0
    return {
      var times: [Double] = []
      while times.count < decisionsPerRepeat {
        if episode.status != .running {
          seed += 1
          episode.reset(seed: seed)
        }
        episode.step()
        if let clocked = episode.policies[0] as? Clocked, clocked.hasDecided {
          times.append(1000 * clocked.seconds)
        }
      }
      times.sort()
      return times[min(times.count - 1, Int(quantile * Double(times.count)))]
    }
  }

  /// A controller with a stop-watch.
  private struct Clocked: Policy {
    private(set) var seconds = 0.0
    private(set) var hasDecided = false
    private var controller: any Policy

    init(_ controller: any Policy) { self.controller = controller }

    private var decisions: Int { (controller as? any DecidingPolicy)?.decisionCount ?? 0 }

    mutating func reset(seed: UInt64) { controller.reset(seed: seed) }

    mutating func act(on observation: Span<Float>, into action: inout MutableSpan<Float>) {
      let before = decisions
      let start = ThreadClock.seconds
      controller.act(on: observation, into: &action)
      seconds = ThreadClock.seconds - start
      hasDecided = decisions != before
    }
  }
}
