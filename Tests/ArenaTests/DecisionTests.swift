import Math
import TestSupport
import Testing

@testable import Arena

@Suite struct DecisionTests {
  /// Decides every ten steps and learns of the result three steps later.
  struct Fickle: DecidingPolicy {
    var steps = 0
    var decisionCount: Int { (steps + 9) / 10 }
    var resultCount: Int { max(0, steps + 6) / 10 }

    mutating func reset(seed: UInt64) { steps = 0 }
    mutating func act(on observation: Span<Float>, into action: inout MutableSpan<Float>) {
      for index in action.indices { action[index] = 0.5 }
      steps += 1
    }

    var lastDecision: Decision? {
      guard decisionCount > 0 else { return nil }
      return DecisionTests.decision(step: 10 * (decisionCount - 1))
    }

    var lastResult: (decisionStep: Int, result: Decision.Result)? {
      guard resultCount > 0 else { return nil }
      let made = 10 * (resultCount - 1)
      return (made, Decision.Result(step: made + 3, numbers: [NamedNumber("success", 1)]))
    }
  }

  static func decision(step: Int) -> Decision {
    Decision(
      step: step, seat: 0, occasion: "answer", beliefs: [NamedNumber("speed", 3.5)],
      measures: ["success", "probability"],
      candidates: [
        .init(skill: "push", reasons: ["surest"], numbers: [0.8, 0.6]),
        .init(skill: "loop", reasons: ["fast", "far"], numbers: [0.5, 0.4]),
      ], choice: step / 10 % 2)
  }

  /// An episode with the deciding policy in the second seat.
  private func played() throws -> (recording: Recording, journal: DecisionJournal) {
    let world = try TugOfWar(.init())
    var writer = RecordingWriter(Played.header(world))
    var episode = Episode(world, policies: [PullingPolicy(pull: 0.5), Fickle()])
    var journal = DecisionJournal()
    episode.reset(seed: 1)
    journal.begin(episode.policies)
    writer.begin(seed: 1, digest: episode.world.digest)
    while episode.status == .running {
      episode.step()
      journal.look(at: episode.policies)
      for news in journal.news { writer.append(news) }
      writer.append(episode.actions, digest: episode.world.digest)
    }
    writer.end(episode.status, outcome: episode.outcome, digest: episode.world.digest)
    return (try Recording(reading: writer.drain()), journal)
  }

  @Test func decisionsAndTheirResultsAreReadBack() throws {
    let (recording, journal) = try played()
    let decisions = recording.episodes[0].decisions
    #expect(recording.damage == nil)
    #expect(decisions == journal.decisions)
    #expect(decisions.count > 5)
    #expect(decisions.map(\.step) == decisions.indices.map { 10 * $0 })
    #expect(decisions[1].seat == 1)
    #expect(decisions[1].chosen == "loop")
    #expect(decisions[1].number("probability", of: 1) == 0.4)
    #expect(decisions[1].result?.step == 13)
    #expect(decisions[1].result?.numbers["success"] == 1)
    #expect(decisions[1].beliefs["speed"] == 3.5)
  }

  @Test func anotherDecisionIsTheFirstDifference() throws {
    let (left, _) = try played()
    var right = left
    right.episodes[0].decisions[3].choice = 0
    let found = try #require(RecordingComparison.firstDifference(left, right))
    #expect(found.field.hasSuffix(".decision"))
    #expect(found.step == 30)
    #expect(found.left == "loop at step 30" && found.right == "push at step 30")
  }

  /// Chunks with anything else in them end the reading with a reason, never with a crash.
  @Test func brokenDecisionsAreDamage() throws {
    var random = Random(seed: 3)
    var payload = ByteWriter()
    Self.decision(step: 10).write(to: &payload)
    for _ in 0..<2000 {
      var bytes = payload.bytes
      for _ in 0..<1 + random.index(below: 4) {
        bytes[random.index(below: bytes.count)] = UInt8(truncatingIfNeeded: random.next())
      }
      var reader = ByteReader(bytes[..<random.index(below: bytes.count + 1)])
      if let decision = try? Decision(reading: &reader) {
        #expect(decision.candidates.indices.contains(decision.choice))
        #expect(decision.candidates.allSatisfy { $0.numbers.count == decision.measures.count })
      }
    }
    var missing = ByteReader(payload.bytes[...])
    var wrong = payload
    wrong.bytes[wrong.bytes.count - 4] = 7
    var reader = ByteReader(wrong.bytes[...])
    #expect((try? Decision(reading: &reader)) == nil)
    #expect((try? Decision(reading: &missing)) == Self.decision(step: 10))
  }
}
