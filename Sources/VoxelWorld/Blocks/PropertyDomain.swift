/// The values a property of one kind of block can take, in the order that numbers its states.
enum PropertyDomain: Hashable, Sendable {
  case flag
  case numbers(ClosedRange<UInt8>)
  case words([PropertyWord])

  /// Codes of the values: 1 and 0 for true and false, the number itself, or the word's raw value.
  var codes: [UInt8] {
    switch self {
    case .flag: [1, 0]
    case .numbers(let range): Array(range)
    case .words(let words): words.map(\.rawValue)
    }
  }

  /// How `code` is spelt.
  func text(_ code: UInt8) -> String {
    switch self {
    case .flag: code == 1 ? "true" : "false"
    case .numbers: String(code)
    case .words: PropertyWord(rawValue: code)?.text ?? ""
    }
  }

  /// The code spelt `text`, if it is a value of this domain.
  func code(_ text: Substring) -> UInt8? {
    codes.first { self.text($0) == text }
  }

  static let horizontal = PropertyDomain.words([.north, .south, .west, .east])
  static let allFaces = PropertyDomain.words([.north, .east, .south, .west, .up, .down])
}
