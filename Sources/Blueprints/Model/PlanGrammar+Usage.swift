extension PlanGrammar {
  /// The lines of the language for whoever is to write it, one a line, made of the same table that
  /// reading rests on.
  static var usage: String {
    operations.map { "#N = \($0) " + slots(of: $0).map(\.usage).joined(separator: " ") }
      .joined(separator: "\n")
  }
}

extension Slot {
  /// What may stand here, for people and language models.
  fileprivate var usage: String {
    switch self {
    case .literal(let word): word
    case .integer(let range): "<\(range.lowerBound)..\(range.upperBound)>"
    case .choice(let words): "(" + words.joined(separator: "|") + ")"
    case .reference(let kind): "#<step that gives a \(kind.rawValue)>"
    case .references(let kind, let least): "#<\(least) or more steps that give a \(kind.rawValue)>"
    case .block: "<block state>"
    case .label: "<part>"
    case .mask: "<rows of # and . with / between them>"
    case .conditions, .moreConditions:
      "<conditions: (x|y|z) (>=|<=|=) N, (x|y|z) every N from N, "
        + "face (up|down|north|south|east|west); joined by and>"
    case .comparison: "(>=|<=|=|every)"
    }
  }
}
