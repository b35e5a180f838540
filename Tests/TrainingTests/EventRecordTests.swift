import Testing

@testable import Training

@Suite struct EventRecordTests {
  /// The check value of CRC-32C in RFC 3720 and in every catalogue of checksums.
  @Test func checksumsAreCastagnolis() {
    #expect(EventRecord.checksum(Array("123456789".utf8)) == 0xE306_9283)
    #expect(EventRecord.checksum(Array(repeating: 0, count: 32)) == 0x8A91_36AA)
  }

  /// The bytes that TensorBoard's own writer (tensorboard 2.21) gives for the same event:
  ///
  ///   from tensorboard.compat.proto import event_pb2, summary_pb2
  ///   value = summary_pb2.Summary.Value(tag="a/b", simple_value=1.5)
  ///   event = event_pb2.Event(
  ///     wall_time=2.0, step=300, summary=summary_pb2.Summary(value=[value]))
  ///   print(event.SerializeToString().hex())
  @Test func eventsAreWhatTensorBoardReads() {
    let bytes = EventRecord.scalars([("a/b", 1.5)], step: 300, wallTime: 2)
    let data = Array(bytes[12..<bytes.count - 4])
    let hex = data.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    #expect(hex == "09000000000000004010ac022a0c0a0a0a03612f62150000c03f")
    #expect(bytes[0] == UInt8(data.count) && bytes[1..<8].allSatisfy { $0 == 0 })
  }
}
