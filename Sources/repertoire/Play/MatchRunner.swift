import Arena
import Dispatch
import Math
import Synchronization

/// Plays matches of one cast on several threads. The results do not depend on how many.
struct MatchRunner: Sendable {
  /// No match may take longer: a world that never ends is cut off.
  static let longestMatch = 1 << 23

  let matches: Int
  let threads: Int
  let seed: UInt64
  var recording: RecordingSink?

  /// Plays all matches. After Ctrl-C, the result is those that had been finished.
  ///
  /// - Parameter before: how many other matches the progress has seen already.
  func run<World: Environment>(
    _ world: World, policies: [any Policy], progress: Progress, before: Int = 0
  ) -> [MatchResult] {
    let next = Atomic<Int>(0)
    let results = Mutex<[Int: MatchResult]>([:])
    DispatchQueue.concurrentPerform(iterations: min(threads, matches)) { _ in
      var episode = Episode(world, policies: policies)
      var journal = DecisionJournal()
      while !Interruption.isRequested {
        let index = next.add(1, ordering: .relaxed).oldValue
        guard index < matches else { return }
        let result = play(index, &episode, &journal)
        recording?.finish(index)
        guard result.status != .running || result.steps >= Self.longestMatch else { return }
        let done = results.withLock { results in
          results[index] = result
          return results.count
        }
        progress.report(Double(before + done), metric: "\(done) of \(matches) matches")
      }
    }
    return results.withLock { results in (0..<matches).compactMap { results[$0] } }
  }

  private func play<World: Environment>(
    _ index: Int, _ episode: inout Episode<World>, _ journal: inout DecisionJournal
  ) -> MatchResult {
    let matchSeed = Random.seed(seed, UInt64(index))
    episode.reset(seed: matchSeed)
    journal.begin(episode.policies)
    var writer = recording.map { RecordingWriter(continuing: $0.header) }
    writer?.begin(seed: matchSeed, digest: episode.world.digest)
    while episode.status == .running, episode.steps < Self.longestMatch,
      !Interruption.isRequested
    {
      episode.step()
      journal.look(at: episode.policies)
      for news in journal.news { writer?.append(news) }
      writer?.append(episode.actions, digest: episode.world.digest)
      if episode.steps % 256 == 0, let bytes = writer?.drain() {
        recording?.append(bytes, of: index)
      }
    }
    let digest = episode.world.digest
    writer?.end(episode.status, outcome: episode.outcome, digest: digest)
    if let bytes = writer?.drain() { recording?.append(bytes, of: index) }
    return MatchResult(
      seed: matchSeed, status: episode.status, steps: episode.steps, digest: digest,
      outcome: episode.outcome, returns: episode.returns, decisions: journal.decisions)
  }
}
