/// A cursor over JSON text that knows objects, strings and lists of whole numbers: what a
/// safetensors header is made of.
struct JSONReader {
  private let bytes: ArraySlice<UInt8>
  private var position: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  var isAtEnd: Bool { position == bytes.endIndex }
  var peek: UInt8? { position < bytes.endIndex ? bytes[position] : nil }

  func error(_ reason: String) -> SafetensorsError {
    .malformedHeader(byte: position, reason: reason)
  }

  mutating func skipSpace() {
    while let byte = peek, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { position += 1 }
  }

  private mutating func take(_ character: Unicode.Scalar) throws(SafetensorsError) {
    skipSpace()
    guard peek == UInt8(ascii: character) else { throw error("'\(character)' expected") }
    position += 1
  }

  private mutating func takeIfNext(_ character: Unicode.Scalar) -> Bool {
    skipSpace()
    guard peek == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  /// Enters an object (`isFirst`) or goes on in it: the next key with its colon, or nil at the end.
  mutating func nextKey(isFirst: Bool) throws(SafetensorsError) -> String? {
    if isFirst { try take("{") }
    if takeIfNext("}") { return nil }
    if !isFirst { try take(",") }
    let key = try string()
    try take(":")
    return key
  }

  /// A list of whole numbers of at least 0.
  mutating func integers(atMost limit: Int) throws(SafetensorsError) -> [Int] {
    try take("[")
    var result: [Int] = []
    if takeIfNext("]") { return result }
    repeat {
      guard result.count < limit else { throw error("at most \(limit) numbers may stand here") }
      result.append(try integer())
    } while takeIfNext(",")
    try take("]")
    return result
  }

  private mutating func integer() throws(SafetensorsError) -> Int {
    skipSpace()
    let start = position
    var value = 0
    while let byte = peek, (0x30...0x39).contains(byte) {
      let (product, isTooLarge) = value.multipliedReportingOverflow(by: 10)
      let (sum, isOver) = product.addingReportingOverflow(Int(byte - 0x30))
      guard !isTooLarge && !isOver else { throw error("the number is too large") }
      value = sum
      position += 1
    }
    guard position > start else { throw error("a whole number of at least 0 expected") }
    guard bytes[start] != 0x30 || position == start + 1 else {
      throw error("a number may not start with 0")
    }
    return value
  }

  /// A string, its escapes resolved.
  mutating func string() throws(SafetensorsError) -> String {
    try take("\"")
    var content: [UInt8] = []
    while let byte = peek, byte != UInt8(ascii: "\"") {
      guard byte >= 0x20 else { throw error("a control character stands in a string") }
      position += 1
      if byte == UInt8(ascii: "\\") {
        content.append(contentsOf: Array(String(try escape()).utf8))
      } else {
        content.append(byte)
      }
    }
    guard !isAtEnd else { throw error("a string does not end") }
    guard let text = String(validating: content, as: UTF8.self) else {
      throw error("a string is not valid UTF-8")
    }
    position += 1
    return text
  }

  private mutating func escape() throws(SafetensorsError) -> Unicode.Scalar {
    guard let byte = peek else { throw error("a string does not end") }
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try unicodeEscape()
    default: throw error("no such escape")
    }
  }

  private mutating func unicodeEscape() throws(SafetensorsError) -> Unicode.Scalar {
    var code = try fourHexDigits()
    if (0xD800..<0xDC00).contains(code) {
      guard peek == UInt8(ascii: "\\") else { throw error("half a surrogate pair") }
      position += 1
      guard peek == UInt8(ascii: "u") else { throw error("half a surrogate pair") }
      position += 1
      let low = try fourHexDigits()
      guard (0xDC00..<0xE000).contains(low) else { throw error("half a surrogate pair") }
      code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
    }
    guard let scalar = Unicode.Scalar(code) else { throw error("half a surrogate pair") }
    return scalar
  }

  private mutating func fourHexDigits() throws(SafetensorsError) -> UInt32 {
    var code: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = peek, let digit = Character(Unicode.Scalar(byte)).hexDigitValue, byte < 128
      else { throw error("four hexadecimal digits expected") }
      code = code << 4 | UInt32(digit)
      position += 1
    }
    return code
  }
}
