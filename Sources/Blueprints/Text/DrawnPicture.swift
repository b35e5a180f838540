/// A picture that somebody drew in a text: rows of one length with a stroke or a line break between
/// them, such as `.RR. / RRRR / .RR.`.
struct DrawnPicture: Hashable, Sendable {
  /// Topmost first, all of one length.
  var rows: [String]
  var span: Range<Int>
  /// The letters it is drawn with.
  private var alphabet: [UInt8] = []

  /// The first picture in a text; nil where there is none. A picture has two rows or more, two
  /// letters a row or more, and is drawn with at most eight letters.
  init?(in bytes: [UInt8]) {
    rows = []
    span = 0..<0
    let pieces = DrawnPicture.pieces(bytes)
    var index = 0
    while index < pieces.count {
      var end = index + 1
      while end < pieces.count, pieces[end].count == pieces[index].count,
        DrawnPicture.isSeam(bytes, pieces[end - 1].upperBound, pieces[end].lowerBound)
      { end += 1 }
      if end - index >= 2, pieces[index].count >= 2 {
        let cells = pieces[index..<end].flatMap { bytes[$0] }
        let letters = cells.reduce(into: [UInt8]()) { if !$0.contains($1) { $0.append($1) } }
        if letters.count <= 8, end - index >= 3 || !letters.allSatisfy({ $0 >= 97 && $0 <= 122 }) {
          rows = pieces[index..<end].map { String(decoding: bytes[$0], as: UTF8.self) }
          span = pieces[index].lowerBound..<pieces[end - 1].upperBound
          alphabet = letters
          return
        }
      }
      index = end
    }
    return nil
  }

  /// The letter of the picture that stands alone at `index`, outside the picture itself.
  func legendLetter(at index: Int, in bytes: [UInt8]) -> String? {
    guard !span.contains(index), alphabet.contains(bytes[index]) else { return nil }
    let before = index == 0 || DrawnPicture.isBreak(bytes[index - 1])
    let after =
      index + 1 < bytes.count && (DrawnPicture.isBreak(bytes[index + 1]) || bytes[index + 1] == 61)
    let named = index + 2 < bytes.count && (bytes[index + 2] | 32).isLetter || bytes[index] > 64
    guard before, after, named else { return nil }
    return String(UnicodeScalar(bytes[index]))
  }

  private static func isBreak(_ byte: UInt8) -> Bool {
    byte == 32 || byte == 40 || byte == 41 || byte == 44 || byte == 59 || byte == 58 || byte == 10
      || byte == 39 || byte == 34 || byte == 61
  }

  /// Whether only blanks and one stroke or line break lie between two places.
  private static func isSeam(_ bytes: [UInt8], _ from: Int, _ to: Int) -> Bool {
    var marks = 0
    for byte in bytes[from..<to] {
      if byte == 47 || byte == 10 || byte == 124 {
        marks += 1
      } else if byte != 32, byte != 13 {
        return false
      }
    }
    return marks == 1
  }

  /// What stands between blanks and strokes; a closing mark is not part of it.
  private static func pieces(_ bytes: [UInt8]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start: Int?
    for index in 0...bytes.count {
      let ends =
        index == bytes.count
        || [32, 47, 10, 13, 9, 124, 40, 41, 44, 59].contains(bytes[index])
      if ends, let first = start {
        result.append(first..<index)
        start = nil
      } else if !ends, start == nil {
        start = index
      }
    }
    return result
  }
}
