import Math
import TestSupport
import Testing

@testable import Arena

/// Files that nobody would write on purpose.
@Suite struct RecordingDamageTests {
  @Test func twentyThousandDamagedFilesAreReadOrRefused() throws {
    let (whole, _) = try Played.recording(episodes: 2)
    let original = try Recording(reading: whole)
    var random = Random(seed: 5)
    var refused = 0
    var damaged = 0
    for _ in 0..<20_000 {
      let bytes = mutated(whole, &random)
      guard let recording = try? Recording(reading: bytes) else {
        refused += 1
        continue
      }
      damaged += recording.damage == nil ? 0 : 1
      // A checksum guards every chunk, so what is read is what was written.
      for (read, written) in zip(recording.episodes, original.episodes) where read.end != nil {
        #expect(read == written)
      }
    }
    #expect(refused > 100)
    #expect(damaged > 10_000)
  }

  /// Checksums are made right again, so that the damage reaches the code behind them.
  @Test func damageBehindGoodChecksumsIsSurvived() throws {
    let (whole, _) = try Played.recording(episodes: 1)
    var random = Random(seed: 6)
    var read = 0
    for _ in 0..<20_000 {
      let bytes = rebuilt(whole) { payload in
        guard random.index(below: 4) == 0, !payload.isEmpty else { return }
        for _ in 0...random.index(below: 3) {
          payload[random.index(below: payload.count)] = UInt8(
            truncatingIfNeeded: random.next())
        }
        if random.index(below: 5) == 0 { payload.removeLast(random.index(below: payload.count)) }
      }
      if (try? Recording(reading: bytes)) != nil { read += 1 }
    }
    #expect(read > 5000)
  }

  @Test func aCompressionBombIsRefusedBeforeItIsUnpacked() throws {
    var bomb = ByteWriter()
    bomb.append(UInt32(1 << 30))
    bomb.append(UInt32(2))
    bomb.bytes += [UInt8](repeating: 0, count: 1000)
    #expect(ActionBlock.unpack(bomb.bytes[...], width: 2, limit: 1 << 40) == nil)
    let fair = ActionBlock.pack([Float](repeating: 0, count: 2000), width: 2)
    #expect(ActionBlock.unpack(fair.bytes[...], width: 2, limit: 2000)?.count == 2000)
    #expect(ActionBlock.unpack(fair.bytes[...], width: 2, limit: 1999) == nil)
  }

  @Test func aFileOfManyActionsStopsAtTheLimit() throws {
    let (bytes, played) = try Played.recording(episodes: 3)
    let recording = try Recording(reading: bytes, limit: played[0].actions.count + 10)
    #expect(recording.damage?.reason == "actions that cannot be unpacked")
    #expect(recording.episodes.first?.end != nil)
  }

  private func mutated(_ bytes: [UInt8], _ random: inout Random) -> [UInt8] {
    var bytes = bytes
    switch random.index(below: 4) {
    case 0: bytes.removeLast(random.index(below: bytes.count))
    case 1:
      let start = random.index(below: bytes.count)
      bytes.removeSubrange(start..<min(bytes.count, start + 1 + random.index(below: 40)))
    case 2:
      let noise = (0..<random.index(below: 40)).map { _ in
        UInt8(truncatingIfNeeded: random.next())
      }
      bytes.insert(contentsOf: noise, at: random.index(below: bytes.count))
    default:
      for _ in 0...random.index(below: 8) {
        bytes[random.index(below: bytes.count)] = UInt8(truncatingIfNeeded: random.next())
      }
    }
    return bytes
  }

  /// Takes a file apart, changes the payloads and puts it together with good lengths and checksums.
  private func rebuilt(_ whole: [UInt8], _ change: (inout [UInt8]) -> Void) -> [UInt8] {
    var file = ByteWriter()
    file.bytes += whole[..<10]
    var reader = ByteReader(whole[10...])
    while case .success(let chunk) = RecordingChunk.read(&reader),
      let kind = RecordingFormat.Kind(rawValue: chunk.kind)
    {
      var payload = Array(chunk.payload)
      change(&payload)
      var writer = ByteWriter()
      writer.bytes = payload
      RecordingChunk.append(kind, writer, to: &file)
    }
    return file.bytes
  }
}
