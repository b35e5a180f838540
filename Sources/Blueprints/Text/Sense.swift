/// One meaning of a word or of several words.
enum Sense: Hashable, Sendable {
  case verb(Verb)
  case concept(Concept)
  /// A block by its whole name, such as `oak_planks`.
  case block(String)
  /// Blocks that have much in common, such as `oak`, `wool` or `stairs`.
  case family(String)
  case colour(String)
  case number(Int)
  case ordinal(Int)
  case dimension(Dimension)
  /// More of a dimension: taller, longer; less of it: shorter.
  case comparative(Dimension, Int)
  case trait(String)
  case relation(Preposition)
  /// A relation that names its side: on top of, left of, behind.
  case placed(Preposition, Side)
  case side(Side)
  /// The thing farthest to a side: highest, leftmost.
  case extreme(Side)
  case quantity(Quantity)
  case bound(Bound)
  case correction, negation, pronoun, possessive, article, that, and, or, then, by, unit, dash,
    filler, comma
  case stop, colon, open, close
  case letter(String)
  case picture([String])
  case inscription(String)
  /// What has nothing to do with building: to cook, a poem.
  case foreign
}
