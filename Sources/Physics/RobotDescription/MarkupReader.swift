/// Reads the part of XML that descriptions of robots use: elements, attributes, comments, the
/// declaration, and the five named entities. Everything else is an error, and so is a file that
/// goes beyond the bounds below, so that reading takes time and room in proportion to the file.
struct MarkupReader {
  static let longestFile = 4 << 20
  static let deepest = 32
  static let mostElements = 20_000
  static let mostAttributes = 32
  static let longestName = 64
  static let longestValue = 4096

  private let bytes: [UInt8]
  private var place = 0
  private var line = 1
  private var elementCount = 0

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The root element of a whole file.
  static func read(_ bytes: [UInt8]) throws(DescriptionError) -> MarkupElement {
    guard bytes.count <= longestFile else {
      throw DescriptionError(
        line: 1, "the file has \(bytes.count) bytes", expected: "expected at most \(longestFile)")
    }
    var reader = MarkupReader(bytes)
    if reader.isNext("\u{FEFF}") { reader.place = 3 }
    if reader.isNext("<?xml") { try reader.skip(past: "?>", of: "the declaration") }
    _ = try reader.skipToElement()
    let root = try reader.element()
    if try reader.skipToElement() || reader.place < bytes.count {
      throw reader.error("something follows </\(root.name)>", expected: "expected the end")
    }
    return root
  }

  /// Reads an element and all inside it. Open elements are kept in a list, not on the call stack.
  private mutating func element() throws(DescriptionError) -> MarkupElement {
    var open: [MarkupElement] = []
    while true {
      var (element, isEmpty) = try startTag()
      if !isEmpty {
        guard open.count < Self.deepest else {
          throw error("elements are nested too deep", expected: "expected \(Self.deepest) levels")
        }
        open.append(element)
      } else if open.isEmpty {
        return element
      } else {
        open[open.count - 1].children.append(element)
      }
      // Close as many elements as end here.
      while true {
        if try skipText() { open[open.count - 1].hasText = true }
        guard isNext("</") else { break }
        element = open.removeLast()
        try endTag(of: element)
        if open.isEmpty { return element }
        open[open.count - 1].children.append(element)
      }
      guard place < bytes.count else {
        let inner = open[open.count - 1]
        throw DescriptionError(
          line: inner.line, "<\(inner.name)> is never closed", expected: "expected </\(inner.name)>"
        )
      }
    }
  }

  private mutating func startTag() throws(DescriptionError) -> (MarkupElement, isEmpty: Bool) {
    elementCount += 1
    guard elementCount <= Self.mostElements else {
      throw error("too many elements", expected: "expected at most \(Self.mostElements)")
    }
    try take("<")
    var element = MarkupElement(name: try takeName(), line: line)
    while true {
      let spaced = skipSpace()
      if isNext("/>") {
        place += 2
        return (element, true)
      }
      if isNext(">") {
        place += 1
        return (element, false)
      }
      guard spaced, element.attributes.count < Self.mostAttributes else {
        throw error("<\(element.name)> does not end here", expected: "expected > or />")
      }
      let attribute = try attribute()
      guard element.attribute(attribute.name) == nil else {
        throw error(
          "<\(element.name)> has a second `\(attribute.name)`", expected: "expected one")
      }
      element.attributes.append(attribute)
    }
  }

  private mutating func endTag(of element: MarkupElement) throws(DescriptionError) {
    try take("</")
    let found = try takeName()
    guard found == element.name else {
      throw error(
        "</\(found)> closes <\(element.name)> of line \(element.line)",
        expected: "expected </\(element.name)>")
    }
    _ = skipSpace()
    try take(">")
  }

  private mutating func attribute() throws(DescriptionError) -> MarkupElement.Attribute {
    let start = line
    let name = try takeName()
    _ = skipSpace()
    try take("=")
    _ = skipSpace()
    guard place < bytes.count, bytes[place] == 0x22 || bytes[place] == 0x27 else {
      throw error("the value of `\(name)` has no quotes", expected: "expected \(name)=\"...\"")
    }
    let quote = bytes[place]
    place += 1
    var value: [UInt8] = []
    while place < bytes.count, bytes[place] != quote {
      guard bytes[place] != UInt8(ascii: "<"), value.count < Self.longestValue else {
        throw error(
          "the value of `\(name)` does not end",
          expected: "expected a closing quote on line \(start)"
        )
      }
      if bytes[place] == UInt8(ascii: "&") {
        value.append(try entity())
      } else {
        if bytes[place] == 0x0A { line += 1 }
        value.append(bytes[place])
        place += 1
      }
    }
    guard place < bytes.count else {
      throw DescriptionError(
        line: start, "the value of `\(name)` does not end", expected: "expected a closing quote")
    }
    place += 1
    guard let text = String(validating: value, as: UTF8.self) else {
      throw error("the value of `\(name)` is not UTF-8", expected: "expected UTF-8")
    }
    return MarkupElement.Attribute(name: name, value: text, line: start)
  }
}

extension MarkupReader {
  private static let entities: [(String, UInt8)] = [
    ("&lt;", 0x3C), ("&gt;", 0x3E), ("&amp;", 0x26), ("&quot;", 0x22), ("&apos;", 0x27),
  ]

  private mutating func entity() throws(DescriptionError) -> UInt8 {
    for (text, byte) in Self.entities where isNext(text) {
      place += text.utf8.count
      return byte
    }
    throw error("unknown entity", expected: "expected &lt; &gt; &amp; &quot; or &apos;")
  }

  private mutating func takeName() throws(DescriptionError) -> String {
    let start = place
    while place < bytes.count, Self.isNamePart(bytes[place], isFirst: place == start) {
      place += 1
    }
    guard place > start, place - start <= Self.longestName else {
      throw error(
        place > start ? "a name is too long" : "no name here",
        expected: "expected up to \(Self.longestName) letters, digits, _ - . :")
    }
    return String(decoding: bytes[start..<place], as: UTF8.self)
  }

  private static func isNamePart(_ byte: UInt8, isFirst: Bool) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "_"):
      true
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: ":"):
      !isFirst
    default: false
    }
  }

  /// Skips space and comments up to an element, and says whether one is there.
  private mutating func skipToElement() throws(DescriptionError) -> Bool {
    if try skipText() {
      throw error("text outside of an element", expected: "expected an element")
    }
    return isNext("<")
  }

  /// Skips comments and text up to the next tag, and says whether there was text.
  private mutating func skipText() throws(DescriptionError) -> Bool {
    var hasText = false
    while true {
      if isNext("<!--") {
        place += 4
        try skip(past: "-->", of: "a comment")
      } else if isNext("<!") || isNext("<?") {
        throw error("this kind of markup is not read", expected: "expected elements or comments")
      } else if place < bytes.count, bytes[place] != UInt8(ascii: "<") {
        if !skipSpace() {
          hasText = true
          place += 1
        }
      } else {
        return hasText
      }
    }
  }

  private mutating func skipSpace() -> Bool {
    let start = place
    while place < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[place]) {
      if bytes[place] == 0x0A { line += 1 }
      place += 1
    }
    return place > start
  }

  private mutating func skip(past end: String, of what: String) throws(DescriptionError) {
    let start = line
    while !isNext(end) {
      guard place < bytes.count else {
        throw DescriptionError(line: start, "\(what) does not end", expected: "expected \(end)")
      }
      if bytes[place] == 0x0A { line += 1 }
      place += 1
    }
    place += end.utf8.count
  }

  private mutating func take(_ text: String) throws(DescriptionError) {
    guard isNext(text) else { throw error("no \(text) here", expected: "expected \(text)") }
    place += text.utf8.count
  }

  private func isNext(_ text: String) -> Bool {
    bytes[place...].starts(with: text.utf8)
  }

  private func error(_ problem: String, expected: String) -> DescriptionError {
    DescriptionError(line: line, problem, expected: expected)
  }
}
