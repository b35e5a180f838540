/// Splits text into tokens: lower case, plain ASCII, sizes such as `9x7` in their pieces, drawn
/// pictures as one token. It never fails; what it cannot read becomes `unreadable`.
struct Tokeniser {
  /// Longer texts are cut; no building is described in more.
  static let mostBytes = 6_000
  static let mostTokens = 900

  private let bytes: [UInt8]
  private var at = 0
  private var tokens: [Token] = []
  private let picture: DrawnPicture?
  private let inscription: Inscription?

  private init(_ text: String) {
    bytes = Array(text.utf8.prefix(Tokeniser.mostBytes))
    picture = DrawnPicture(in: bytes)
    inscription = picture == nil ? Inscription(in: bytes) : nil
  }

  static func tokens(of text: String) -> [Token] {
    var tokeniser = Tokeniser(text)
    tokeniser.run()
    return tokeniser.tokens
  }

  private mutating func run() {
    while at < bytes.count, tokens.count < Tokeniser.mostTokens {
      if let picture, at == picture.span.lowerBound {
        add("picture", .picture(picture.rows), to: picture.span.upperBound)
        continue
      }
      if let inscription, at == inscription.span.lowerBound {
        add(inscription.text, .inscription(inscription.text), to: inscription.span.upperBound)
        continue
      }
      if let picture, let letter = picture.legendLetter(at: at, in: bytes) {
        add(letter, .letter(letter), to: at + 1)
        continue
      }
      let byte = bytes[at]
      if byte.isDigit {
        readNumber()
      } else if byte.isLetter {
        readWord()
      } else if byte < 128 {
        readMark(byte)
      } else {
        readScalar()
      }
    }
  }

  private mutating func add(_ text: String, _ kind: Token.Kind, to end: Int) {
    tokens.append(Token(text: text, kind: kind, span: at..<end))
    at = end
  }

  private mutating func readNumber() {
    var end = at
    var value = 0
    while end < bytes.count, bytes[end].isDigit {
      value = min(value * 10 + Int(bytes[end] - 48), 1_000_000_000)
      end += 1
    }
    // 1,000 and 2.5: a thousand is written with a comma, a part of a block is rounded.
    if end + 1 < bytes.count, bytes[end] == 46, bytes[end + 1].isDigit {
      if bytes[end + 1] >= 53 { value += 1 }
      end += 1
      while end < bytes.count, bytes[end].isDigit { end += 1 }
    }
    for suffix in ["st", "nd", "rd", "th"] where ends(at: end, with: suffix) {
      return add(text(at..<end + 2), .ordinal(value), to: end + 2)
    }
    add(text(at..<end), .number(value), to: end)
  }

  private func ends(at end: Int, with suffix: String) -> Bool {
    let letters = Array(suffix.utf8)
    guard end + 2 <= bytes.count, bytes[end].lower == letters[0], bytes[end + 1].lower == letters[1]
    else { return false }
    return end + 2 == bytes.count || !bytes[end + 2].isLetter
  }

  private mutating func readWord() {
    var end = at
    // The cross in 9x7 is a word of its own.
    if bytes[at].lower == 120, at + 1 < bytes.count, bytes[at + 1].isDigit {
      return add("x", .word, to: at + 1)
    }
    while end < bytes.count, bytes[end].isLetter, end - at < 40 { end += 1 }
    let word = text(at..<end)
    add(word, .word, to: end)
    // A clitic: it's, block's, don't.
    guard end + 1 < bytes.count, isApostrophe(end) > 0, bytes[end + isApostrophe(end)].isLetter
    else { return }
    at += isApostrophe(end)
    // Jack o'lantern: two words.
    if word == "o" { return }
    var tail = at
    while tail < bytes.count, bytes[tail].isLetter, tail - at < 4 { tail += 1 }
    let clitic = text(at..<tail)
    if clitic == "t" {
      tokens.removeLast()
      tokens.append(Token(text: "not", kind: .word, span: at..<tail))
      at = tail
    } else {
      add("'" + clitic, .word, to: tail)
    }
  }

  /// How many bytes the apostrophe at `index` takes; 0 where there is none, or nothing after it.
  private func isApostrophe(_ index: Int) -> Int {
    if bytes[index] == 39 { return index + 1 < bytes.count ? 1 : 0 }
    let curly = index + 3 < bytes.count && bytes[index] == 0xE2 && bytes[index + 1] == 0x80
    return curly && (bytes[index + 2] == 0x99 || bytes[index + 2] == 0x98) ? 3 : 0
  }

  private mutating func readMark(_ byte: UInt8) {
    switch byte {
    case 45 where isLike(at + 1): at += 5
    case 9, 10, 13, 32, 34, 39, 45, 96: at += 1
    case 46 where at + 2 < bytes.count && bytes[at + 1] == 46 && bytes[at + 2] == 46:
      // Three dots: somebody thinks.
      var end = at
      while end < bytes.count, bytes[end] == 46 { end += 1 }
      add(",", .mark, to: end)
    case 44, 46, 58, 59, 40, 41, 47, 33, 63: add(String(UnicodeScalar(byte)), .mark, to: at + 1)
    case 42 where at + 1 < bytes.count && bytes[at + 1].isDigit: add("x", .word, to: at + 1)
    case 38: add("and", .word, to: at + 1)
    case 61: at += 1
    default: add(String(UnicodeScalar(byte)), .unreadable, to: at + 1)
    }
  }

  /// Whether the end of `column-like` follows.
  private func isLike(_ start: Int) -> Bool {
    guard start + 4 <= bytes.count, start > 1, bytes[start - 2].isLetter else { return false }
    let isWord = zip(bytes[start..<start + 4], Array("like".utf8)).allSatisfy { $0.lower == $1 }
    return isWord && (start + 4 == bytes.count || !bytes[start + 4].isLetter)
  }

  /// A sign outside ASCII: crosses, dashes, quotes and accented letters are put plainly.
  private mutating func readScalar() {
    let lead = bytes[at]
    let length = min(lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1, bytes.count - at)
    let sign = Array(bytes[at..<at + length])
    switch sign {
    case [0xC3, 0x97]: add("x", .word, to: at + length)
    case [0xC2, 0xA0], [0xE2, 0x80, 0x98], [0xE2, 0x80, 0x99], [0xE2, 0x80, 0x9C],
      [0xE2, 0x80, 0x9D], [0xE2, 0x80, 0x91], [0xE2, 0x80, 0x90]:
      at += length
    case [0xE2, 0x80, 0x93], [0xE2, 0x80, 0x94]: add(",", .mark, to: at + length)
    default:
      if let last = tokens.last, last.kind == .unreadable {
        at += length
      } else {
        add("?", .unreadable, to: at + length)
      }
    }
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range].map(\.lower), as: UTF8.self)
  }
}

extension UInt8 {
  var isDigit: Bool { self >= 48 && self <= 57 }
  var isLetter: Bool { (self | 32) >= 97 && (self | 32) <= 122 }
  var lower: UInt8 { self >= 65 && self <= 90 ? self + 32 : self }
}
