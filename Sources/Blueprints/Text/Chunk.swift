/// A piece of a sentence that the chunker has understood by itself.
struct Chunk: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case verb(Verb)
    case entity(Entity)
    case measures([Measure])
    /// How far from a thing the next relation puts another one.
    case distance(Int)
    /// With its sides, how many of them, whether a thing must follow, whether that is `it`.
    case relation(Preposition, [Side], Quantity?, needsGround: Bool, ofIt: Bool)
    case trait(String)
    case comparative(Dimension, Int)
    case correction, negation, and, or, comma, stop, then, that, copula, colon, open, close
    /// Words that belong to something else than building.
    case foreign
    case unknown
    /// From here to the end of the sentence it only says what the result is like.
    case commentary
  }

  var kind: Kind
  var span: Range<Int>
  var text: String
}
