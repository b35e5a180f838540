import Arena
import Catalog
import Math

extension Benchmarks {
  /// Many worlds at once with actions drawn beforehand, on one thread and on two.
  static func batches(in catalog: Catalog) throws -> [Benchmark] {
    try [("planar/cart-pole", 16_384), ("planar/lander", 1024), ("planar/rally", 1024)].flatMap {
      name, worlds in
      let scenario = try catalog.scenario(name)
      return [1, 2].map { threads in
        Benchmark(
          name: "\(name)+batch" + (threads == 1 ? "" : "-\(threads)-threads"),
          unit: "steps per second", threads: threads
        ) {
          func work<World: Environment>(_ world: World) -> () -> Double {
            batch(world, count: worlds, threads: threads)
          }
          return work(try catalog.world(of: scenario))
        }
      }
    }
  }

  private static func batch<World: Environment>(
    _ world: World, count: Int, threads: Int
  ) -> () -> Double {
    var episodes = Episodes(world, count: count)
    var random = Random(seed: 3)
    let ranges = world.seats.flatMap { $0.action.ranges }
    // Actions for a few steps, which take turns.
    let drawn = (0..<8).map { _ in
      (0..<count).flatMap { _ in
        ranges.map { Float(random.uniform(Double($0.lowerBound), Double($0.upperBound))) }
      }
    }
    episodes.reset(seed: 1)
    let steps = 32
    return {
      for step in 0..<steps {
        episodes.actions = drawn[step % drawn.count]
        episodes.step(threads: threads)
      }
      return Double(steps * count)
    }
  }
}
