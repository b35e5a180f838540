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
  case negation, pronoun, possessive, article, that, and, or, then, by, unit, dash, filler, comma
  case stop, colon, open, close
  case letter(String)
  case picture([String])
  /// What has nothing to do with building: to cook, a poem.
  case foreign
}

/// What somebody wants done.
public enum Verb: String, CaseIterable, Sendable, Codable {
  case build, add, place, remove, replace, extend, move, undo, keep, fill, dig, copy, face, own, go
  case rise, surround, connect, paint, turn, leave, open
}

/// Along what something is measured.
public enum Dimension: String, CaseIterable, Sendable, Codable {
  case width, length, height, depth, radius, diameter, thickness, storeys, spacing, size, footprint
}

/// How a number is meant.
public enum Bound: String, CaseIterable, Sendable, Codable {
  case exactly, atLeast, atMost, about
}

/// How many of a thing are meant, where no number says so.
public enum Quantity: String, CaseIterable, Sendable, Codable {
  case one, each, every, all, both, another, other, several, same, rest
}
