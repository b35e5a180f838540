import Math
import TestSupport
import Testing

@testable import Arena

@Suite struct RecordingTests {
  @Test func everythingThatWasWrittenIsReadBack() throws {
    let (bytes, played) = try Played.recording(episodes: 3)
    let recording = try Recording(reading: bytes)
    #expect(recording.damage == nil)
    #expect(recording.header == Played.header(try TugOfWar(.init())))
    #expect(recording.episodes.map(\.seed) == [7, 8, 9])
    #expect(recording.episodes.map(\.actions) == played.map(\.actions))
    #expect(recording.episodes.compactMap(\.end?.digest) == played.map(\.digest))
    #expect(recording.episodes.compactMap(\.end?.outcome) == played.map(\.outcome))
    #expect(recording.episodes[0].checkpoints.map(\.step).prefix(3) == [0, 50, 100])
  }

  @Test func aRecordingIsSmallerThanItsActions() throws {
    let (bytes, played) = try Played.recording(episodes: 20)
    let numbers = played.reduce(0) { $0 + $1.actions.count }
    #expect(numbers > 1000)
    #expect(Double(bytes.count) < 0.95 * Double(4 * numbers))
  }

  @Test func unusualFloatsKeepTheirBits() throws {
    let floats: [Float] = [.nan, -.infinity, -0.0, .leastNonzeroMagnitude, 1, 2, 3, -7.5]
    let payload = ActionBlock.pack(floats, width: 4)
    let restored = try #require(ActionBlock.unpack(payload.bytes[...], width: 4, limit: 8))
    #expect(restored.map(\.bitPattern) == floats.map(\.bitPattern))
  }

  @Test func aReplayMeetsEveryDigest() throws {
    let recording = try Recording(reading: try Played.recording(episodes: 3).bytes)
    var steps = 0
    let mismatch = replay(recording, in: try TugOfWar(.init())) { _, step in
      steps = max(step, steps)
    }
    #expect(mismatch == nil)
    #expect(steps > 50)
  }

  @Test func aReplayInAnotherWorldIsNoticedAtTheFirstDigest() throws {
    let recording = try Recording(reading: try Played.recording(episodes: 2).bytes)
    var heavier = TugOfWar.Setup()
    heavier.rope.ballMass *= 1 + 1e-12
    let mismatch = try #require(replay(recording, in: try TugOfWar(heavier)))
    #expect(mismatch.field == "digest")
    #expect(mismatch.step == 50)
  }

  @Test func recordingsMadeSideBySideEqualOneMadeInARow() throws {
    let world = try TugOfWar(.init())
    var whole = RecordingWriter(Played.header(world))
    let first = Played.episode(world, seed: 1, &whole)
    let second = Played.episode(world, seed: 2, &whole)
    var head = RecordingWriter(Played.header(world))
    var tail = RecordingWriter(continuing: Played.header(world))
    #expect(Played.episode(world, seed: 2, &tail).digest == second.digest)
    #expect(Played.episode(world, seed: 1, &head).digest == first.digest)
    #expect(head.drain() + tail.drain() == whole.drain())
  }

  @Test func aCrashLeavesAReadablePrefix() throws {
    let (bytes, played) = try Played.recording(episodes: 3)
    let cut = Array(bytes.prefix(bytes.count * 2 / 3))
    let recording = try Recording(reading: cut)
    let damage = try #require(recording.damage)
    #expect(damage.offset <= cut.count)
    #expect(damage.reason == "the file ends inside a chunk")
    #expect(recording.episodes[0].actions == played[0].actions)
    let last = try #require(recording.episodes.last)
    #expect(last.end == nil || recording.episodes.count < 3)
    #expect(replay(recording, in: try TugOfWar(.init())) == nil)
  }

  @Test func aFlippedBitIsNoticedWhereItIs() throws {
    var (bytes, _) = try Played.recording(episodes: 3)
    let place = bytes.count / 2
    bytes[place] ^= 4
    let damage = try #require(try Recording(reading: bytes).damage)
    #expect(damage.offset <= place)
    #expect(damage.offset > place - 2000)
  }

  @Test func otherFilesAndVersionsAreRefusedInWords() throws {
    #expect(throws: Recording.Unreadable.self) { try Recording(reading: Array("PK".utf8)) }
    var (bytes, _) = try Played.recording(episodes: 1)
    bytes[8] = 9
    let error = #expect(throws: Recording.Unreadable.self) { try Recording(reading: bytes) }
    #expect(error?.description == "the recording has version 9; this program reads 1")
  }
}
