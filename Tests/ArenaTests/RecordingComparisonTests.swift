import Arena
import TestSupport
import Testing

@Suite struct RecordingComparisonTests {
  private func recording() throws -> Recording {
    try Recording(reading: try Played.recording(episodes: 2).bytes)
  }

  @Test func aRecordingEqualsItself() throws {
    #expect(RecordingComparison.firstDifference(try recording(), try recording()) == nil)
  }

  @Test func theFirstDifferingActionIsNamed() throws {
    let left = try recording()
    var right = left
    right.episodes[1].actions[2 * 30 + 1] += 0.25
    right.episodes[1].actions[2 * 31] = 9
    let found = try #require(RecordingComparison.firstDifference(left, right))
    #expect(found.episode == 1)
    #expect(found.step == 30)
    #expect(found.field == "away.pull")
    #expect(found.left != found.right)
  }

  @Test func aDigestBeforeTheDifferingActionComesFirst() throws {
    let left = try recording()
    var right = left
    right.episodes[0].actions[2 * 70] = 9
    right.episodes[0].checkpoints[1].digest ^= 1
    let found = try #require(RecordingComparison.firstDifference(left, right))
    #expect(found.step == 50)
    #expect(found.field == "digest")
  }

  @Test func headersLengthsAndEndsAreCompared() throws {
    let left = try recording()
    var other = left
    other.header.scenarioText = "environment: toy/tug-of-war\nsummary: three pull\n"
    #expect(RecordingComparison.firstDifference(left, other)?.field == "scenario line 2")
    other = left
    other.header.seats[1].policy = "strong"
    #expect(RecordingComparison.firstDifference(left, other)?.field == "away.policy")
    other = left
    other.episodes.removeLast()
    #expect(RecordingComparison.firstDifference(left, other)?.field == "episodes")
    other = left
    other.episodes[0].end?.outcome[2] += 1
    #expect(RecordingComparison.firstDifference(left, other)?.field == "outcome.distance")
    other = left
    other.episodes[0].seed = 99
    #expect(RecordingComparison.firstDifference(left, other)?.field == "seed")
  }
}
