/// Builds chunks from units: things with all the words before and after their noun, measures,
/// relations with their sides. Each follows from the meaning of its units, none from whole
/// sentences.
struct Chunker {
  let units: [Unit]
  var at = 0
  var chunks: [Chunk] = []

  init(units: [Unit]) { self.units = units }

  static func chunks(of units: [Unit]) -> [Chunk] {
    var chunker = Chunker(units: units)
    while chunker.at < units.count { chunker.step() }
    return chunker.chunks
  }

  /// The wiring must ...: what follows says more of the thing before.
  private static let modals: Set<String> = ["must", "should", "shall", "can", "will", "has to"]

  func unit(_ index: Int) -> Unit? { units.indices.contains(index) ? units[index] : nil }

  private mutating func step() {
    let start = at
    if let ratio = ratio { return add(.measures([ratio.measure]), ratio.count) }
    if let kind = markKind() { return add(kind, 1) }
    if Chunker.modals.contains(units[at].text), case .entity? = chunks.last?.kind {
      return add(.that, 1)
    }
    if ["is", "are", "was", "were"].contains(units[at].text) { return add(.copula, 1) }
    if isCommentary { return add(.commentary, 1) }
    if let (verb, count) = verb() { return add(.verb(verb), count) }
    if let (number, count) = distance { return add(.distance(number), count) }
    if let (kind, end) = relation(from: at) { return add(kind, end - at) }
    if let (measures, end) = measures(from: at), !startsThing(at: end) {
      return add(.measures(measures), end - at)
    }
    if let (entity, end) = thing(from: at), end > start { return add(.entity(entity), end - at) }
    addRest()
  }

  private mutating func addRest() {
    let unit = units[at]
    if unit.has(.foreign) { return add(.foreign, 1) }
    if let (dimension, sign) = unit.comparative {
      // Wider by three blocks.
      if self.unit(at + 1)?.has(.by) == true, let number = self.unit(at + 2)?.number {
        let hasUnit = self.unit(at + 3).map { isBlockWord($0) } == true
        let measure = Measure(dimension, [number * sign], isRelative: true)
        return add(.measures([measure]), hasUnit ? 4 : 3)
      }
      return add(.comparative(dimension, sign), 1)
    }
    if let trait = unit.trait { return add(.trait(trait), 1) }
    if let verb = unit.verb { return add(.verb(verb), 1) }
    let isSmall = unit.senses.contains { sense in
      switch sense {
      case .article, .filler, .unit, .by, .possessive, .pronoun, .dash, .bound: true
      default: false
      }
    }
    if isSmall {
      at += 1
    } else {
      add(.unknown, 1)
    }
  }

  private mutating func add(_ kind: Chunk.Kind, _ count: Int) {
    let last = min(at + count, units.count) - 1
    let span = units[at].span.lowerBound..<units[last].span.upperBound
    let text = units[at...last].map(\.text).joined(separator: " ")
    chunks.append(Chunk(kind: kind, span: span, text: text))
    at += count
  }

  private func markKind() -> Chunk.Kind? {
    for sense in units[at].senses {
      switch sense {
      case .comma: return .comma
      case .stop: return .stop
      case .colon: return .colon
      case .open: return .open
      case .close: return .close
      case .and: return .and
      case .or: return .or
      case .then: return .then
      case .that:
        // On top of that.
        guard case .relation(let relation, _, _, _, _)? = chunks.last?.kind,
          ![.with, .of, .madeOf].contains(relation)
        else { return .that }
        let isLast = unit(at + 1).map { $0.has(.stop) || $0.has(.comma) } ?? true
        return isLast ? .entity(.it) : .that
      case .negation:
        // No, the other one.
        let corrects =
          units[at].text == "no" && !chunks.isEmpty && unit(at + 1)?.has(.comma) == true
        return corrects ? .correction : .negation
      case .correction: return .correction
      default: continue
      }
    }
    return nil
  }

  /// Twice as tall, half as wide, three times as long, as high.
  private var ratio: (measure: Measure, count: Int)? {
    var factor = Measure.Ratio(over: 1, under: 1)
    var end = at
    switch units[at].text {
    case "twice": factor.over = 2
    case "half": factor.under = 2
    case "as": end -= 1
    default:
      guard let number = units[at].number, unit(at + 1)?.text == "times" else { return nil }
      factor.over = number
      end += 1
    }
    guard unit(end + 1)?.text == "as", let dimension = unit(end + 2)?.dimension else { return nil }
    var measure = Measure(dimension, [1])
    measure.factor = factor
    let isClosed = unit(end + 3)?.text == "as"
    return (measure, end + (isClosed ? 4 : 3) - at)
  }

  /// Three blocks east of it, two blocks above the door.
  private var distance: (Int, Int)? {
    guard let number = units[at].number, let noun = unit(at + 1), isBlockWord(noun) else {
      return nil
    }
    let isAway = unit(at + 2)?.text == "away"
    guard let next = unit(at + (isAway ? 3 : 2)) else { return nil }
    let isTowards =
      next.text == "to" && unit(at + 3)?.has(.article) == true
      && unit(at + 4)?.side.map { Compass.direction($0) != nil } == true
      && { if case .entity? = chunks.last?.kind { true } else { false } }()
    let isPlace =
      isTowards || next.placing?.0 == .beside || next.relation == .above || next.relation == .under
      || isAway && next.relation == .from
    return isPlace ? (number, isAway ? 3 : 2) : nil
  }

  /// Whether a remark on the result begins: it should look like, to form a cross.
  private var isCommentary: Bool {
    let text = units[at].text
    if text == "result" || text == "resulting" { return true }
    guard !chunks.isEmpty, let next = unit(at + 1) else { return false }
    let shapes = ["form", "create", "look", "make", "forming", "creating", "resembling", "be"]
    if ["should", "will", "would"].contains(text) {
      let isSize = unit(at + 2).map {
        $0.number != nil || $0.has(.article) || $0.relation == .madeOf
      }
      return next.text == "look" || next.text == "create" || next.text == "be" && isSize != true
    }
    guard case .entity? = chunks.last?.kind else { return false }
    return text == "to" && shapes.contains(next.text) || text == "creating" || text == "forming"
      || text == "so" && next.text == "it"
  }

  /// A verb where a clause may begin: a word that is also a noun is one only there.
  private func verb() -> (Verb, Int)? {
    guard let verb = units[at].verb else { return nil }
    if verb == .face {
      // Looking east sets from where one looks; a door facing east is a relation.
      return beginsView() ? (.face, 1) : nil
    }
    let hasOther = units[at].senses.contains { sense in
      switch sense {
      case .concept, .side, .relation, .trait, .block, .family, .filler, .extreme: true
      default: false
      }
    }
    guard hasOther else { return (verb, 1) }
    // A keep with two storeys.
    if units[at].concept != nil, unit(at + 1)?.relation == .with { return nil }
    return beginsClause() && !isOf(at + 1) ? (verb, 1) : nil
  }

  /// Whether `facing east` stands at the start of a sentence or before a verb.
  private func beginsView() -> Bool {
    var end = at + 1
    if unit(end)?.has(.article) == true { end += 1 }
    if unit(end)?.relation != nil { end += 1 }
    guard unit(end)?.side != nil else { return false }
    switch chunks.last?.kind {
    case nil, .stop, .then: return true
    default: break
    }
    end += 1
    while let unit = unit(end), unit.has(.comma) || unit.has(.and) || unit.has(.filler) { end += 1 }
    return unit(end)?.verb != nil && unit(end)?.verb != .face && unit(end)?.trait == nil
  }

  private func isOf(_ index: Int) -> Bool { unit(index)?.relation == .of }

  private func beginsClause() -> Bool {
    guard let last = chunks.last else { return true }
    if at > 0, units[at - 1].has(.article) || units[at - 1].has(.possessive) { return false }
    switch last.kind {
    case .negation: return last.text != "no"
    case .comma, .stop, .then, .and, .colon, .that, .verb: return true
    case .entity, .relation, .measures:
      // Run-on sentences: a verb before an article or a number.
      guard let next = unit(at + 1) else { return false }
      return next.has(.article) || next.number != nil || next.quantity != nil || next.has(.pronoun)
    default: return false
    }
  }

  /// Whether a thing with a noun begins at `index`.
  func startsThing(at index: Int) -> Bool {
    guard let (entity, _) = thing(from: index) else { return false }
    return entity.concept != nil || !entity.materials.isEmpty || !entity.colours.isEmpty
  }
}
