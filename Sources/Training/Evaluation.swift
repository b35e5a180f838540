import Arena
import Control
import Math

/// How a policy does on a fixed set of episodes, none of which any learner has seen.
public struct Evaluation: Sendable, Hashable {
  /// The sums over all episodes.
  public let tally: Tally
  /// The names of the outcome's numbers.
  public let names: [String]

  /// The mean return, called "return", or the mean of the outcome called `measure`.
  public func mean(_ measure: String) -> Double? {
    if measure == "return" { return tally.meanReturn }
    return names.firstIndex(of: measure).map { tally.mean($0) }
  }

  /// The name of every number of an outcome: fields of several numbers count them from 0.
  static func names(of fields: [Field]) -> [String] {
    fields.flatMap { field in
      field.count == 1 ? [field.name] : (0..<field.count).map { "\(field.name)-\($0)" }
    }
  }
}

extension Stage {
  /// Plays episodes of its own seeds, apart from those of any training, and sums up how they went.
  /// The same whatever the number of threads.
  ///
  /// - Parameters:
  ///   - episodes: how many to play, at least 1.
  ///   - seed: chooses the set of episodes.
  ///   - stepLimit: steps after which an episode counts as it stands.
  ///   - ranks: the processes that share the episodes and all get the result.
  public func evaluate(
    _ policy: any Policy, episodes: Int, seed: UInt64 = 0, threads: Int = 1,
    stepLimit: Int = 100_000, ranks: Ranks = .alone
  ) -> Evaluation {
    let fields = world.outcome
    // Blocks of four episodes: long enough to be worth handing out, short enough to share evenly.
    var blocks = (0..<(episodes + 3) / 4).map { _ in Tally(width: fields.width) }
    let own = ranks.share(of: blocks.count)
    blocks.forEachInParallel(threads: threads) { tally, index in
      guard own.contains(index) else { return }
      var episode = self.episode(policy)
      for number in 4 * index..<min(4 * index + 4, episodes) {
        // Learners' episodes have seeds that come from other parents.
        episode.reset(seed: Random.seed(seed ^ 0x4845_4C44_4F55_5421, UInt64(number)))
        episode.run(limit: stepLimit)
        tally.add(
          steps: episode.steps, return: episode.returns[seat], outcome: episode.outcome)
      }
    }
    var total = Tally(width: fields.width)
    let width = total.numbers.count
    let numbers = ranks.gather(blocks[own].flatMap(\.numbers))
    for start in stride(from: 0, to: numbers.count, by: width) {
      total.add(Tally(numbers[start..<start + width]))
    }
    return Evaluation(tally: total, names: Evaluation.names(of: fields))
  }
}
