/// What words mean: phrases of up to six words, each with its senses, likeliest first.
struct Lexicon: Sendable {
  static let mostWords = 6
  private(set) var senses: [String: [Sense]] = [:]
  /// Every word of every phrase, in order, to correct spelling by.
  private(set) var words: [String] = []
  private var known: Set<String> = []

  /// A lexicon of the words of building and of the blocks named.
  init(blocks: [String]) {
    readTables()
    addBlocks(blocks)
    addShortNames(blocks)
    words = known.sorted()
  }

  /// The senses of `count` words, given in their plain forms.
  func senses(of phrase: String) -> [Sense]? { senses[phrase] }

  /// Whether any phrase has this word in it.
  func knows(_ word: String) -> Bool { known.contains(word) }

  mutating func add(_ phrase: some StringProtocol, _ sense: Sense) {
    let words = phrase.split(separator: " ").map { Morphology.lemma(String($0)) }
    guard !words.isEmpty, words.count <= Lexicon.mostWords else { return }
    let key = words.joined(separator: " ")
    if senses[key]?.contains(sense) != true { senses[key, default: []].append(sense) }
    for word in words { known.insert(word) }
  }

  private mutating func readTables() {
    for (name, forms) in Lexicon.lines(LexiconWords.concepts) {
      let parts = name.split(separator: " ")
      guard parts.count == 2, let category = Concept.Category(rawValue: String(parts[0])) else {
        preconditionFailure("the lexicon has no kind `\(name)`")
      }
      for form in forms { add(form, .concept(Concept(category, String(parts[1])))) }
    }
    for (name, forms) in Lexicon.lines(LexiconWords.colours) { addAll(forms, .colour(name)) }
    for (name, forms) in Lexicon.lines(LexiconWords.numbers) { addAll(forms, .number(Int(name)!)) }
    for (name, forms) in Lexicon.lines(LexiconWords.ordinals) {
      addAll(forms, .ordinal(Int(name)!))
    }
    for (name, forms) in Lexicon.lines(LexiconWords.traits) { addAll(forms, .trait(name)) }
    readNamed(LexiconWords.sides) { Side(rawValue: $0).map(Sense.side) }
    readNamed(LexiconWords.extremes) { Side(rawValue: $0).map(Sense.extreme) }
    readNamed(LexiconWords.dimensions) { Dimension(rawValue: $0).map(Sense.dimension) }
    readNamed(LexiconWords.quantities) { Quantity(rawValue: $0).map(Sense.quantity) }
    readNamed(LexiconWords.bounds) { Bound(rawValue: $0).map(Sense.bound) }
    readNamed(LexiconWords.relations) { Preposition(rawValue: $0).map(Sense.relation) }
    readNamed(LexiconWords.functionWords, Lexicon.functionSense)
    for (name, forms) in Lexicon.lines(LexiconWords.comparatives) {
      let parts = name.split(separator: " ").map(String.init)
      addAll(forms, .comparative(Dimension(rawValue: parts[0])!, parts[1] == "+" ? 1 : -1))
    }
    for (name, forms) in Lexicon.lines(LexiconWords.placings) {
      let parts = name.split(separator: " ").map(String.init)
      addAll(forms, .placed(Preposition(rawValue: parts[0])!, Side(rawValue: parts[1])!))
    }
    for (name, forms) in Lexicon.lines(LexiconWords.verbs) {
      for form in forms.flatMap({ Morphology.forms(ofVerb: $0) }) {
        add(form, .verb(Verb(rawValue: name)!))
      }
    }
    for word in LexiconWords.foreign.split(whereSeparator: { $0 == "," || $0 == "\n" }) {
      add(word, .foreign)
    }
  }

  private mutating func readNamed(_ table: String, _ sense: (String) -> Sense?) {
    for (name, forms) in Lexicon.lines(table) {
      guard let sense = sense(name) else {
        preconditionFailure("the lexicon has no kind `\(name)`")
      }
      addAll(forms, sense)
    }
  }

  private mutating func addAll(_ forms: [String], _ sense: Sense) {
    for form in forms { add(form, sense) }
  }

  private static func functionSense(_ name: String) -> Sense? {
    switch name {
    case "article": .article
    case "negation": .negation
    case "pronoun": .pronoun
    case "possessive": .possessive
    case "that": .that
    case "and": .and
    case "or": .or
    case "then": .then
    case "correction": .correction
    case "by": .by
    case "unit": .unit
    case "filler": .filler
    default: nil
    }
  }

  private static func lines(_ table: String) -> [(name: String, forms: [String])] {
    table.split(separator: "\n").map { line in
      let halves = line.split(separator: ":", maxSplits: 1)
      let forms = halves[1].split(separator: ",").map { form in
        form.split(separator: " ").joined(separator: " ")
      }
      return (halves[0].split(separator: " ").joined(separator: " "), forms)
    }
  }
}
