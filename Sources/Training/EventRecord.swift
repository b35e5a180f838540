import Networks

/// Bytes of TensorBoard's event files: records of numbers by name over the steps of a training.
///
/// A file is a sequence of records as TensorFlow writes them: the length, its checksum, the data,
/// its checksum, all little-endian. The data is a protocol buffer, `tensorflow.Event`, of which
/// only the few fields that curves need are written.
public enum EventRecord {
  /// The record every file starts with.
  public static func start(wallTime: Double) -> [UInt8] {
    var event = ProtocolBuffer()
    event.append(1, wallTime)
    event.append(3, Array("brain.Event:2".utf8))
    return framed(event.bytes)
  }

  /// One number per name at a step; the time is in seconds since 1970.
  public static func scalars(
    _ values: [(name: String, value: Double)], step: Int, wallTime: Double
  ) -> [UInt8] {
    var summary = ProtocolBuffer()
    for (name, number) in values {
      var value = ProtocolBuffer()
      value.append(1, Array(name.utf8))
      value.append(2, Float(number))
      summary.append(1, value.bytes)
    }
    var event = ProtocolBuffer()
    event.append(1, wallTime)
    event.append(2, UInt64(step))
    event.append(5, summary.bytes)
    return framed(event.bytes)
  }

  private static func framed(_ data: [UInt8]) -> [UInt8] {
    let length = littleEndian(UInt64(data.count))
    return length + littleEndian(masked(checksum(length))) + data
      + littleEndian(masked(checksum(data)))
  }

  /// Turned and shifted, as TensorFlow does, so that data may hold checksums itself.
  private static func masked(_ checksum: UInt32) -> UInt32 {
    (checksum >> 15 | checksum << 17) &+ 0xA282_EAD8
  }

  /// CRC-32C (Castagnoli), bit by bit: records are short.
  static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var register: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      register ^= UInt32(byte)
      for _ in 0..<8 {
        register = register & 1 == 1 ? register >> 1 ^ 0x82F6_3B78 : register >> 1
      }
    }
    return ~register
  }
}

private func littleEndian(_ number: some FixedWidthInteger) -> [UInt8] {
  withUnsafeBytes(of: number.littleEndian) { Array($0) }
}
