extension Place {
  /// Decodes the types that are single words; nil for all others.
  func scalar<Value>(_ type: Value.Type) throws -> Value? {
    switch type {
    case is Double.Type: try number() as? Value
    case is Float.Type: try shortNumber() as? Value
    case is Bool.Type: try flag() as? Value
    case is String.Type: try text() as? Value
    case is Int.Type: try whole(Int.self) as? Value
    case is Int8.Type: try whole(Int8.self) as? Value
    case is Int16.Type: try whole(Int16.self) as? Value
    case is Int32.Type: try whole(Int32.self) as? Value
    case is Int64.Type: try whole(Int64.self) as? Value
    case is UInt.Type: try whole(UInt.self) as? Value
    case is UInt8.Type: try whole(UInt8.self) as? Value
    case is UInt16.Type: try whole(UInt16.self) as? Value
    case is UInt32.Type: try whole(UInt32.self) as? Value
    case is UInt64.Type: try whole(UInt64.self) as? Value
    default: nil
    }
  }

  func number() throws -> Double {
    guard let value else { throw mismatch("a number") }
    if value.isNonFinite {
      // Defaults stand in no file and may be infinite; what is written may not.
      if tree == nil, let text = value.text, let number = Double(text) { return number }
      throw error("\(name) is \(value.text ?? "not finite")", expected: "expected a finite number")
    }
    guard let number = value.number else { throw mismatch("a number") }
    guard number.isFinite else {
      throw error("\(name) is \(value.text ?? "too large")", expected: "expected a finite number")
    }
    return number
  }

  private func shortNumber() throws -> Float {
    let number = try number()
    let short = Float(number)
    guard short.isFinite || tree == nil else {
      throw error(
        "\(name) is \(number)", expected: "expected a number up to \(Float.greatestFiniteMagnitude)"
      )
    }
    return short
  }

  private func flag() throws -> Bool {
    guard let flag = value?.flag else { throw mismatch("true or false") }
    return flag
  }

  func text() throws -> String {
    guard let value, case .scalar(let text, let isPlain) = value.content else {
      throw mismatch("text")
    }
    guard !isPlain || !value.isNumberOrFlag else {
      throw mismatch("text, in quotes if it is meant")
    }
    return text
  }

  private func whole<Number: FixedWidthInteger>(_ type: Number.Type) throws -> Number {
    guard let digits = value?.wholeNumber else { throw mismatch("a whole number") }
    guard let number = Number(digits) else {
      throw error(
        "\(name) is \(digits.prefix(40))",
        expected: "expected a whole number from \(Number.min) to \(Number.max)")
    }
    return number
  }
}

extension Place {
  /// Decodes an enumeration with text as raw values, which files spell in kebab case.
  func choice<Choice: RawRepresentable<String>>(among type: Choice.Type) throws -> Choice {
    let names = Self.names(of: type)
    let listed = names.isEmpty ? "a name" : "one of " + names.joined(separator: ", ")
    guard let value, let text = value.text, !value.isNumberOrFlag else { throw mismatch(listed) }
    let choice = Choice(rawValue: KeyNames.camel(text)) ?? Choice(rawValue: text)
    guard let choice, KeyNames.kebab(choice.rawValue) == text else {
      let hint = names.isEmpty ? "expected another name" : NearestName.hint(for: text, among: names)
      throw error("\(name) is \(value.kindInWords)", expected: hint)
    }
    return choice
  }

  private static func names(of type: Any.Type) -> [String] {
    guard let type = type as? any CaseIterable.Type else { return [] }
    func names<Choices: CaseIterable>(_ type: Choices.Type) -> [String] {
      type.allCases.compactMap { ($0 as? any RawRepresentable)?.rawValue as? String }
    }
    return names(type).map(KeyNames.kebab)
  }
}
