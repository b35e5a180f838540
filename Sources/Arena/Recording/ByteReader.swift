/// Reads numbers and text from bytes that may be wrong: every length is checked against what is
/// there before anything is allocated.
struct ByteReader {
  /// The bytes hold less, or something else, than they should.
  struct Shortage: Error {}

  private let bytes: ArraySlice<UInt8>
  private(set) var position: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  var left: Int { bytes.endIndex - position }

  mutating func slice(_ count: Int) throws(Shortage) -> ArraySlice<UInt8> {
    guard count >= 0, count <= left else { throw Shortage() }
    defer { position += count }
    return bytes[position..<position + count]
  }

  mutating func number<Number: FixedWidthInteger>(
    _ type: Number.Type
  ) throws(Shortage) -> Number {
    var number: Number = 0
    for (place, byte) in try slice(Number.bitWidth / 8).enumerated() {
      number |= Number(truncatingIfNeeded: byte) << Number(8 * place)
    }
    return number
  }

  /// A count that cannot be larger than `limit` or than the bytes that are left.
  mutating func count(atMost limit: Int) throws(Shortage) -> Int {
    let count = Int(try number(UInt32.self))
    guard count <= limit, count <= left else { throw Shortage() }
    return count
  }

  mutating func text() throws(Shortage) -> String {
    let length = Int(try number(UInt32.self))
    let utf8 = try slice(length)
    guard let text = String(validating: utf8, as: UTF8.self) else { throw Shortage() }
    return text
  }

  mutating func texts() throws(Shortage) -> [String] {
    let count = try count(atMost: RecordingFormat.mostNames)
    var texts: [String] = []
    for _ in 0..<count { texts.append(try text()) }
    return texts
  }
}
