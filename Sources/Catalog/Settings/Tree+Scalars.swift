/// Numbers and flags as YAML 1.2 spells them, and no other way: `yes`, `0x1F` and `1_000` are text.
extension Tree {
  /// Whether a plain scalar reads as a number, `true`, `false`, infinity or not-a-number.
  var isNumberOrFlag: Bool {
    guard case .scalar(let text, true) = content else { return false }
    return flag != nil || number != nil || Self.nonFinite.contains(text.lowercased())
  }

  var flag: Bool? {
    guard case .scalar(let text, true) = content else { return nil }
    return text == "true" ? true : text == "false" ? false : nil
  }

  /// The number of a plain scalar. Too large ones become infinite.
  var number: Double? {
    guard case .scalar(let text, true) = content, Self.isDecimal(text) else { return nil }
    return Double(text)
  }

  /// The digits of a plain whole number.
  var wholeNumber: String? {
    guard case .scalar(let text, true) = content else { return nil }
    let digits = text.hasPrefix("-") || text.hasPrefix("+") ? text.dropFirst() : text[...]
    guard !digits.isEmpty, digits.utf8.allSatisfy(Self.isDigit) else { return nil }
    return text
  }

  /// Whether a plain scalar is `.inf`, `.nan` or one of their other spellings.
  var isNonFinite: Bool {
    guard case .scalar(let text, true) = content else { return false }
    return Self.nonFinite.contains(text.lowercased())
  }

  private static let nonFinite = [
    ".inf", "-.inf", "+.inf", ".nan", "inf", "-inf", "+inf", "nan", "-nan", "infinity",
    "-infinity",
  ]

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  /// Sign, digits with at most one point among or around them, exponent.
  private static func isDecimal(_ text: String) -> Bool {
    var rest = text.utf8[...]
    if let sign = rest.first, "+-".utf8.contains(sign) { rest = rest.dropFirst() }
    let whole = rest.prefix(while: isDigit)
    rest = rest.dropFirst(whole.count)
    var fraction = rest.prefix(0)
    if rest.first == UInt8(ascii: ".") {
      fraction = rest.dropFirst().prefix(while: isDigit)
      rest = rest.dropFirst(1 + fraction.count)
    }
    guard whole.count + fraction.count > 0 else { return false }
    guard let mark = rest.first else { return true }
    guard "eE".utf8.contains(mark) else { return false }
    rest = rest.dropFirst()
    if let sign = rest.first, "+-".utf8.contains(sign) { rest = rest.dropFirst() }
    return !rest.isEmpty && rest.allSatisfy(isDigit)
  }

  /// What the node is, for messages: `the number 3`, `the text "abc"`, `a list`.
  var kindInWords: String {
    switch content {
    case .null: "nothing"
    case .sequence: "a list"
    case .mapping: "a group of keys"
    case .scalar(let text, true) where number != nil: "the number \(text.prefix(40))"
    case .scalar(let text, true) where flag != nil || isNonFinite: text
    case .scalar(let text, _): "the text `\(text.count > 40 ? text.prefix(40) + "..." : text)`"
    }
  }
}
