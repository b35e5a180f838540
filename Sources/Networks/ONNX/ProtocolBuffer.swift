/// A message in the wire format of protocol buffers, being written. Fields appear in the order they
/// are appended; a field that is appended again is a repeated one.
public struct ProtocolBuffer: Sendable {
  public private(set) var bytes: [UInt8] = []

  public init() {}

  public mutating func append(_ field: UInt64, _ number: Double) {
    append(varint: field << 3 | 1)
    append(littleEndian: number.bitPattern)
  }

  public mutating func append(_ field: UInt64, _ number: Float) {
    append(varint: field << 3 | 5)
    append(littleEndian: number.bitPattern)
  }

  public mutating func append(_ field: UInt64, _ number: UInt64) {
    append(varint: field << 3)
    append(varint: number)
  }

  /// A whole number that may be negative, as `int64` fields take it.
  public mutating func append(_ field: UInt64, _ number: Int) {
    append(field, UInt64(bitPattern: Int64(number)))
  }

  public mutating func append(_ field: UInt64, _ content: [UInt8]) {
    append(varint: field << 3 | 2)
    append(varint: UInt64(content.count))
    bytes += content
  }

  public mutating func append(_ field: UInt64, _ text: String) {
    append(field, Array(text.utf8))
  }

  public mutating func append(_ field: UInt64, _ message: ProtocolBuffer) {
    append(field, message.bytes)
  }

  private mutating func append(varint number: UInt64) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  private mutating func append(littleEndian number: some FixedWidthInteger) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }
}
