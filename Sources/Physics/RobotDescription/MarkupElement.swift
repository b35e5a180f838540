/// An element of an XML file, with the line on which it began.
struct MarkupElement {
  var name: String
  var attributes: [Attribute] = []
  var children: [MarkupElement] = []
  var line: Int
  /// Whether anything but space stands between its children.
  var hasText = false

  struct Attribute {
    var name: String
    var value: String
    var line: Int
  }

  func attribute(_ name: String) -> Attribute? {
    attributes.first { $0.name == name }
  }

  /// The value of an attribute that must be there and not be empty.
  func text(_ name: String) throws(DescriptionError) -> String {
    guard let found = attribute(name) else {
      throw DescriptionError(
        line: line, "<\(self.name)> has no `\(name)`", expected: "expected \(name)=\"...\"")
    }
    guard !found.value.isEmpty else {
      throw DescriptionError(
        line: found.line, "`\(name)` of <\(self.name)> is empty", expected: "expected a name")
    }
    return found.value
  }

  /// The only child of that name, or nil.
  func child(_ name: String) throws(DescriptionError) -> MarkupElement? {
    let found = children.filter { $0.name == name }
    if found.count > 1 {
      throw DescriptionError(
        line: found[1].line, "<\(self.name)> has a second <\(name)>", expected: "expected one")
    }
    return found.first
  }

  /// The only child of that name, which must be there.
  func requiredChild(_ name: String) throws(DescriptionError) -> MarkupElement {
    guard let found = try child(name) else {
      throw DescriptionError(
        line: line, "<\(self.name)> has no <\(name)>", expected: "expected one inside it")
    }
    return found
  }

  /// Throws if there is anything here that is not on the lists.
  func allow(attributes names: [String], children kinds: [String]) throws(DescriptionError) {
    for attribute in attributes where !names.contains(attribute.name) {
      throw DescriptionError(
        line: attribute.line, "<\(name)> has an unknown attribute `\(attribute.name)`",
        expected: names.isEmpty
          ? "expected none" : "expected one of \(names.joined(separator: ", "))")
    }
    for child in children where !kinds.contains(child.name) {
      throw DescriptionError(
        line: child.line, "<\(name)> holds an unknown element <\(child.name)>",
        expected: kinds.isEmpty
          ? "expected none" : "expected one of \(kinds.joined(separator: ", "))")
    }
    if hasText {
      throw DescriptionError(
        line: line, "<\(name)> holds text", expected: "expected only elements")
    }
  }
}

extension MarkupElement {
  /// The largest number that a description may hold, in any unit.
  static let largestNumber = 1e7

  /// `count` numbers of an attribute, or `fallback` if it is missing.
  func numbers(
    _ name: String, count: Int, else fallback: [Double]? = nil
  ) throws(DescriptionError) -> [Double] {
    if attribute(name) == nil, let fallback { return fallback }
    let text = try text(name)
    let line = attribute(name)?.line ?? line
    let words = text.split(whereSeparator: { $0 == " " || $0 == "\t" || $0 == "\n" })
    guard words.count == count else {
      throw DescriptionError(
        line: line, "`\(name)` of <\(self.name)> holds \(words.count) words",
        expected: count == 1 ? "expected a number" : "expected \(count) numbers")
    }
    var numbers: [Double] = []
    for word in words {
      let isPlain = word.utf8.allSatisfy { "0123456789+-.eE".utf8.contains($0) }
      guard isPlain, let number = Double(word) else {
        throw DescriptionError(
          line: line, "`\(name)` of <\(self.name)> holds `\(word.prefix(40))`",
          expected: "expected a decimal number")
      }
      guard abs(number) <= Self.largestNumber else {
        throw DescriptionError(
          line: line, "`\(name)` of <\(self.name)> holds \(word.prefix(40))",
          expected: "expected a number between -1e7 and 1e7")
      }
      numbers.append(number)
    }
    return numbers
  }

  /// One number of an attribute, or `fallback` if it is missing.
  func number(_ name: String, else fallback: Double? = nil) throws(DescriptionError) -> Double {
    try numbers(name, count: 1, else: fallback.map { [$0] })[0]
  }

  /// One number that must not be negative, or, if `isPositive`, must be above 0.
  func size(
    _ name: String, else fallback: Double? = nil, isPositive: Bool = false
  ) throws(DescriptionError) -> Double {
    let number = try number(name, else: fallback)
    guard number > 0 || (number == 0 && !isPositive) else {
      throw DescriptionError(
        line: attribute(name)?.line ?? line, "`\(name)` of <\(self.name)> is \(number)",
        expected: isPositive ? "expected a number above 0" : "expected 0 or more")
    }
    return number
  }
}
