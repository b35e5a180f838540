/// Reads the parts of a world file from bytes that may be anything: whatever is counted is checked
/// against what is there before room is made for it.
struct WorldByteReader {
  private let bytes: [UInt8]
  private(set) var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var left: Int { bytes.count - position }

  func error(_ reason: String) -> WorldFileError { WorldFileError(byte: position, reason: reason) }

  mutating func byte() throws(WorldFileError) -> UInt8 {
    guard position < bytes.count else { throw error("the file ends too early") }
    position += 1
    return bytes[position - 1]
  }

  /// A number in a range; `what` names it in the error.
  mutating func number(
    _ what: String, in range: ClosedRange<Int>
  ) throws(WorldFileError) -> Int {
    let start = position
    var value: UInt64 = 0
    for place in 0..<9 {
      let next = try byte()
      value |= UInt64(next & 0x7F) << UInt64(7 * place)
      guard next & 0x80 == 0 else { continue }
      guard let number = Int(exactly: value), range.contains(number) else { break }
      return number
    }
    throw WorldFileError(
      byte: start,
      reason: "\(what) is not in \(range.lowerBound) ... \(range.upperBound)")
  }

  /// How many things follow, each of which takes at least `size` bytes.
  mutating func count(
    _ what: String, atMost limit: Int, size: Int
  ) throws(WorldFileError) -> Int {
    let start = position
    let count = try number("the number of \(what)", in: 0...limit)
    guard count * size <= left else {
      throw WorldFileError(byte: start, reason: "the file is too short for \(count) \(what)")
    }
    return count
  }

  mutating func bits() throws(WorldFileError) -> UInt64 {
    var bits: UInt64 = 0
    for place in 0..<8 { bits |= UInt64(try byte()) << UInt64(8 * place) }
    return bits
  }

  mutating func text(_ what: String) throws(WorldFileError) -> String {
    let length = try count("letters of \(what)", atMost: 512, size: 1)
    let utf8 = bytes[position..<position + length]
    guard let text = String(validating: utf8, as: UTF8.self) else {
      throw error("\(what) is not UTF-8")
    }
    position += length
    return text
  }
}
