/// Words that are to be written in blocks: in quotes, or in capitals, after a word such as `write`.
struct Inscription: Hashable, Sendable {
  static let mostLetters = 24

  var text: String
  var span: Range<Int>

  /// The first inscription in a text; nil where there is none.
  init?(in bytes: [UInt8]) {
    let triggers = [
      "write", "writes", "spell", "spells", "spelling", "saying", "says", "reading", "word",
      "words", "text", "letters", "letter", "inscription", "name", "title", "writing",
    ]
    var words = 0
    var at = 0
    var isNear = 0
    while at < bytes.count, words < Tokeniser.mostTokens {
      guard bytes[at].isLetter || bytes[at] == 34 || bytes[at] == 39 else {
        at += 1
        continue
      }
      words += 1
      if isNear > 0, let found = Inscription.quoted(bytes, at) ?? Inscription.capitals(bytes, at) {
        (text, span) = found
        return
      }
      guard bytes[at].isLetter else {
        at += 1
        continue
      }
      var end = at
      while end < bytes.count, bytes[end].isLetter { end += 1 }
      let word = String(decoding: bytes[at..<end].map(\.lower), as: UTF8.self)
      isNear = triggers.contains(word) ? 4 : max(0, isNear - 1)
      at = end
    }
    return nil
  }

  private static func quoted(_ bytes: [UInt8], _ at: Int) -> (String, Range<Int>)? {
    let mark = bytes[at]
    guard mark == 34 || mark == 39, at == 0 || !bytes[at - 1].isLetter else { return nil }
    var end = at + 1
    while end < bytes.count, bytes[end] != mark, end - at <= mostLetters { end += 1 }
    guard end < bytes.count, bytes[end] == mark, end > at + 1 else { return nil }
    return (String(decoding: bytes[at + 1..<end], as: UTF8.self), at..<end + 1)
  }

  /// A word in capitals, and those that follow it; one letter alone is no word.
  private static func capitals(_ bytes: [UInt8], _ at: Int) -> (String, Range<Int>)? {
    var end = at
    func isCapital(_ byte: UInt8) -> Bool { (65...90).contains(byte) || byte.isDigit }
    var last = at
    while end < bytes.count, end - at <= mostLetters {
      if isCapital(bytes[end]) {
        end += 1
        last = end
      } else if bytes[end] == 32, end + 1 < bytes.count, isCapital(bytes[end + 1]), end > at {
        end += 1
      } else {
        break
      }
    }
    guard last > at + 1, last == bytes.count || !bytes[last].isLetter else { return nil }
    return (String(decoding: bytes[at..<last], as: UTF8.self), at..<last)
  }
}
