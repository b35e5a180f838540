/// One or several tokens that mean something together.
struct Unit: Hashable, Sendable {
  /// Likeliest first; empty for words that nobody knows.
  var senses: [Sense]
  var text: String
  var span: Range<Int>

  func has(_ sense: Sense) -> Bool { senses.contains(sense) }

  /// The first sense that `pick` takes.
  func first<T>(_ pick: (Sense) -> T?) -> T? {
    for sense in senses { if let value = pick(sense) { return value } }
    return nil
  }

  var concept: Concept? { first { if case .concept(let value) = $0 { value } else { nil } } }
  var side: Side? { first { if case .side(let value) = $0 { value } else { nil } } }
  var extreme: Side? { first { if case .extreme(let value) = $0 { value } else { nil } } }
  var number: Int? { first { if case .number(let value) = $0 { value } else { nil } } }
  var ordinal: Int? { first { if case .ordinal(let value) = $0 { value } else { nil } } }
  var dimension: Dimension? { first { if case .dimension(let value) = $0 { value } else { nil } } }
  var trait: String? { first { if case .trait(let value) = $0 { value } else { nil } } }
  var colour: String? { first { if case .colour(let value) = $0 { value } else { nil } } }
  /// A block or a family of blocks, whichever comes first.
  var material: String? {
    first { sense in
      switch sense {
      case .block(let name), .family(let name): name
      default: nil
      }
    }
  }
  var block: String? { first { if case .block(let value) = $0 { value } else { nil } } }
  var family: String? { first { if case .family(let value) = $0 { value } else { nil } } }
  var verb: Verb? { first { if case .verb(let value) = $0 { value } else { nil } } }
  var relation: Preposition? { first { if case .relation(let value) = $0 { value } else { nil } } }
  var quantity: Quantity? { first { if case .quantity(let value) = $0 { value } else { nil } } }
  var bound: Bound? { first { if case .bound(let value) = $0 { value } else { nil } } }
  var placing: (Preposition, Side)? {
    first { if case .placed(let relation, let side) = $0 { (relation, side) } else { nil } }
  }
  var comparative: (Dimension, Int)? {
    first { if case .comparative(let value, let sign) = $0 { (value, sign) } else { nil } }
  }
}
