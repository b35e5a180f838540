/// Bytes of a world file in the making.
struct WorldBytes {
  private(set) var bytes: [UInt8] = []

  /// Seven bits a byte, the lowest first; the highest bit says that more follow (LEB128).
  mutating func append(_ number: Int) {
    var left = UInt64(bitPattern: Int64(number))
    while left >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: left) | 0x80)
      left >>= 7
    }
    bytes.append(UInt8(left))
  }

  /// Eight bytes, the lowest first.
  mutating func append(bits: UInt64) {
    for place in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: bits >> UInt64(8 * place))) }
  }

  mutating func append(byte: UInt8) { bytes.append(byte) }

  mutating func append(_ text: String) {
    append(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  mutating func append(_ other: WorldBytes) { bytes.append(contentsOf: other.bytes) }
}
