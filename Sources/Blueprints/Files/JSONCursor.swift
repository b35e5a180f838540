/// Reads JSON (RFC 8259) value by value, without keeping any of it.
struct JSONCursor {
  private static let deepest = 64
  private static let longestText = 4096

  private let bytes: [UInt8]
  private var place = 0
  private var depth = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The error that something else stands here, by line.
  func problem(_ expected: String) -> BlueprintFileError {
    let line = 1 + bytes.prefix(place).count { $0 == 10 }
    return BlueprintFileError("line \(line): expected \(expected)")
  }

  private mutating func skipBlanks() {
    while place < bytes.count, [9, 10, 13, 32].contains(bytes[place]) { place += 1 }
  }

  /// Takes a mark if it comes next.
  private mutating func accept(_ mark: Unicode.Scalar) -> Bool {
    skipBlanks()
    guard place < bytes.count, bytes[place] == UInt8(ascii: mark) else { return false }
    place += 1
    return true
  }

  private mutating func expect(_ mark: Unicode.Scalar) throws(BlueprintFileError) {
    guard accept(mark) else { throw problem("`\(mark)`") }
  }

  /// Makes sure that nothing follows.
  mutating func end() throws(BlueprintFileError) {
    skipBlanks()
    guard place == bytes.count else { throw problem("the end of the file") }
  }

  private mutating func descend() throws(BlueprintFileError) {
    depth += 1
    guard depth <= Self.deepest else { throw problem("values at most \(Self.deepest) deep") }
  }

  /// Goes through an object; `body` takes the value of each key.
  mutating func object(
    _ body: (String, inout JSONCursor) throws(BlueprintFileError) -> Void
  ) throws(BlueprintFileError) {
    try expect("{")
    try descend()
    if !accept("}") {
      repeat {
        let key = try text()
        try expect(":")
        try body(key, &self)
      } while accept(",")
      try expect("}")
    }
    depth -= 1
  }

  /// Goes through a list; `body` takes each element.
  mutating func list(
    _ body: (inout JSONCursor) throws(BlueprintFileError) -> Void
  ) throws(BlueprintFileError) {
    try expect("[")
    try descend()
    if !accept("]") {
      repeat { try body(&self) } while accept(",")
      try expect("]")
    }
    depth -= 1
  }

  /// A number without a fraction, of at most nine digits.
  mutating func whole() throws(BlueprintFileError) -> Int {
    skipBlanks()
    let isNegative = accept("-")
    let start = place
    var number = 0
    while place < bytes.count, (48...57).contains(bytes[place]), place - start < 10 {
      number = 10 * number + Int(bytes[place] - 48)
      place += 1
    }
    guard (1...9).contains(place - start) else { throw problem("a whole number") }
    return isNegative ? -number : number
  }

  mutating func text() throws(BlueprintFileError) -> String {
    try expect("\"")
    var units: [UInt8] = []
    while place < bytes.count, units.count <= Self.longestText {
      let byte = bytes[place]
      place += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: units, as: UTF8.self)
      case UInt8(ascii: "\\"): units += String(try escaped()).utf8
      case 0..<32: throw problem("a text without control characters")
      default: units.append(byte)
      }
    }
    throw problem("a text that ends, of at most \(Self.longestText) bytes")
  }

  private mutating func escaped() throws(BlueprintFileError) -> Unicode.Scalar {
    guard place < bytes.count else { throw problem("the rest of a text") }
    let letter = bytes[place]
    place += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(letter)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try unicode()
    default: throw problem("an escape that JSON knows")
    }
  }

  /// Four hexadecimal digits, and four more where they are the first half of a pair.
  private mutating func unicode() throws(BlueprintFileError) -> Unicode.Scalar {
    let unit = try hexadecimal()
    if (0xD800..<0xDC00).contains(unit) {
      try expect("\\")
      try expect("u")
      let second = try hexadecimal()
      let value = 0x10000 + (unit - 0xD800) << 10 + (second &- 0xDC00)
      guard (0xDC00..<0xE000).contains(second), let scalar = Unicode.Scalar(value) else {
        throw problem("the second half of a character")
      }
      return scalar
    }
    guard let scalar = Unicode.Scalar(unit) else { throw problem("a character") }
    return scalar
  }

  private mutating func hexadecimal() throws(BlueprintFileError) -> UInt32 {
    guard place + 4 <= bytes.count,
      let unit = UInt32(String(decoding: bytes[place..<place + 4], as: UTF8.self), radix: 16)
    else { throw problem("four hexadecimal digits") }
    place += 4
    return unit
  }

  /// Passes over a value of any kind.
  mutating func skip() throws(BlueprintFileError) {
    skipBlanks()
    guard place < bytes.count else { throw problem("a value") }
    switch bytes[place] {
    case UInt8(ascii: "{"):
      try object { _, json throws(BlueprintFileError) in try json.skip() }
    case UInt8(ascii: "["): try list { json throws(BlueprintFileError) in try json.skip() }
    case UInt8(ascii: "\""): _ = try text()
    default:
      let start = place
      while place < bytes.count, Self.isBare(bytes[place]) { place += 1 }
      guard place > start else { throw problem("a value") }
    }
  }

  /// Whether a byte belongs to a number or to `true`, `false` and `null`.
  private static func isBare(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (97...122).contains(byte) || [43, 45, 46, 69].contains(byte)
  }
}
