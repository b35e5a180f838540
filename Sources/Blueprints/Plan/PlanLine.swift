import VoxelWorld

/// Reads the words of one line, each against what may stand there.
struct PlanLine: Sendable {
  /// The step's number, 0 for the first line, which names the plan.
  let number: Int
  /// What the earlier steps give, to check references by.
  private var pending: [Slot]
  private var operation = ""
  private var tokens: [PlanToken] = []
  private(set) var wordCount = 0
  private(set) var references: [Int] = []

  init(number: Int) {
    self.number = number
    pending =
      number == 0
      ? [.label, .literal("plan")]
      : [.choice(PlanGrammar.operations), .literal("="), .literal("#\(number)")]
  }

  /// Takes one word. Throws a message if it may not stand here.
  mutating func take(_ word: String, kinds: [Step.Kind]) throws(PlanFault) {
    wordCount += 1
    guard let slot = pending.popLast() else {
      throw PlanFault("`\(word)` follows where the line should end")
    }
    switch slot {
    case .literal(let literal):
      guard word == literal else { throw PlanFault("expected `\(literal)`, not `\(word)`") }
    case .choice(let words):
      guard words.contains(word) else {
        throw PlanFault("`\(word)` is not one of \(words.joined(separator: ", "))")
      }
      if operation.isEmpty, number > 0 {
        operation = word
        pending.append(contentsOf: PlanGrammar.slots(of: word).reversed())
      } else {
        tokens.append(.word(word))
      }
    case .integer(let range): tokens.append(.number(try Self.integer(word, in: range)))
    case .reference(let kind): try refer(word, kind, kinds)
    case .references(let kind, let least):
      if least <= 0, !word.hasPrefix("#") {
        wordCount -= 1
        try take(word, kinds: kinds)
      } else {
        try refer(word, kind, kinds)
        pending.append(.references(kind, atLeast: least - 1))
      }
    case .block: tokens.append(.state(try Self.state(word)))
    case .label:
      guard PlanWords.isLabel(word) else {
        throw PlanFault("`\(word)` is no name; expected small letters, digits, `-` and `.`")
      }
      tokens.append(.word(word))
    case .mask: tokens.append(.mask(try Self.mask(word)))
    case .conditions, .moreConditions: try takeCondition(word, slot)
    case .comparison:
      tokens.append(.word(word))
      pending.append(.integer(-4096...4096))
      if word == "every" {
        pending += [.literal("from"), .integer(1...4096)]
      } else if Comparison(rawValue: word) == nil {
        throw PlanFault("`\(word)` is not one of >=, <=, =, every")
      }
    }
  }

  private mutating func takeCondition(_ word: String, _ slot: Slot) throws(PlanFault) {
    if case .moreConditions = slot {
      guard word == "and" else { throw PlanFault("expected `and`, not `\(word)`") }
      pending.append(.conditions)
      return
    }
    tokens.append(.word(word))
    switch word {
    case "x", "y", "z":
      pending += [.moreConditions, .comparison]
    case "face": pending += [.moreConditions, .choice(Direction.allCases.map(\.name))]
    default: throw PlanFault("`\(word)` is not one of x, y, z, face")
    }
  }

  private mutating func refer(
    _ word: String, _ kind: Step.Kind, _ kinds: [Step.Kind]
  ) throws(PlanFault) {
    guard word.hasPrefix("#"), let number = Int(word.dropFirst()), "#\(number)" == word else {
      throw PlanFault("expected the number of a step such as `#1`, not `\(word)`")
    }
    guard number >= 1, number <= kinds.count else {
      throw PlanFault("there is no step \(word) before this one")
    }
    guard kinds[number - 1] == kind else {
      throw PlanFault("\(word) gives \(kinds[number - 1].rawValue); expected \(kind.rawValue)")
    }
    references.append(number)
    tokens.append(.number(number))
  }

  private static func integer(
    _ word: String, in range: ClosedRange<Int>
  ) throws(PlanFault) -> Int {
    guard let value = Int(word), String(value) == word else {
      throw PlanFault("expected a whole number, not `\(word)`")
    }
    guard range.contains(value) else {
      throw PlanFault("\(word) is not in \(range.lowerBound) ... \(range.upperBound)")
    }
    return value
  }

  private static func state(_ word: String) throws(PlanFault) -> BlockState {
    do {
      return try BlockState(parsing: word)
    } catch {
      throw PlanFault(error.description)
    }
  }

  private static func mask(_ word: String) throws(PlanFault) -> [String] {
    let rows = word.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    let width = rows[0].utf8.count
    let isDrawn = word.utf8.contains(UInt8(ascii: "#"))
    guard width > 0, width <= 512, rows.count <= 512, isDrawn,
      rows.allSatisfy({ row in
        row.utf8.count == width
          && row.utf8.allSatisfy { $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: ".") }
      })
    else { throw PlanFault("expected rows of `#` and `.` of one length with `/` between them") }
    return rows
  }

  /// Ends the line. Throws a message if something is missing.
  func end() throws(PlanFault) {
    switch pending.last {
    case nil, .moreConditions: return
    case .references(_, let least) where least <= 0 && pending.count == 1: return
    default: throw PlanFault("the line is not finished")
    }
  }

  /// The name in the first line.
  var name: String {
    if case .word(let word)? = tokens.first { word } else { "" }
  }

  /// The step of a line that has ended.
  var step: Step { Step(PlanLineReader(operation: operation, tokens: tokens).operationRead()) }
}

/// What is wrong with a word, before anybody knows its line.
struct PlanFault: Error {
  let message: String
  init(_ message: String) { self.message = message }
}

enum PlanWords {
  /// Small letters, digits, `-` and `.`, beginning with a letter; 48 letters at the most.
  static func isLabel(_ word: String) -> Bool {
    let letters = word.utf8
    guard let first = letters.first, (97...122).contains(first), letters.count <= 48 else {
      return false
    }
    return letters.allSatisfy {
      (97...122).contains($0) || (48...57).contains($0) || $0 == UInt8(ascii: "-")
        || $0 == UInt8(ascii: ".")
    }
  }
}
