internal import CZlib

/// One framed piece of a recording.
struct RecordingChunk {
  let kind: UInt8
  let payload: ArraySlice<UInt8>

  /// Kind, length and checksum: what a chunk takes beside its payload.
  static let overhead = 9

  /// Frames `payload` and appends it.
  static func append(
    _ kind: RecordingFormat.Kind, _ payload: ByteWriter, to file: inout ByteWriter
  ) {
    precondition(payload.bytes.count <= RecordingFormat.longestChunk, "a chunk is too long")
    let start = file.bytes.count
    file.append(kind.rawValue)
    file.append(UInt32(payload.bytes.count))
    file.bytes.append(contentsOf: payload.bytes)
    file.append(checksum(file.bytes[start...]))
  }

  /// Reads the chunk at the reader's position, or says in a few words why there is none.
  static func read(_ reader: inout ByteReader) -> Result<RecordingChunk, Fault> {
    var probe = reader
    guard let kind = try? probe.number(UInt8.self), let length = try? probe.number(UInt32.self)
    else { return .failure(Fault("the file ends inside a chunk")) }
    guard length <= RecordingFormat.longestChunk else {
      return .failure(Fault("a chunk claims \(length) bytes"))
    }
    guard let payload = try? probe.slice(Int(length)), let stored = try? probe.number(UInt32.self)
    else { return .failure(Fault("the file ends inside a chunk")) }
    guard let framed = try? reader.slice(Int(length) + overhead),
      stored == checksum(framed.dropLast(4))
    else { return .failure(Fault("a checksum does not match")) }
    return .success(RecordingChunk(kind: kind, payload: payload))
  }

  /// Why a recording cannot be read any further.
  struct Fault: Error {
    let reason: String
    init(_ reason: String) { self.reason = reason }
  }

  private static func checksum(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    bytes.withUnsafeBufferPointer { buffer in
      UInt32(truncatingIfNeeded: crc32(0, buffer.baseAddress, UInt32(buffer.count)))
    }
  }
}
