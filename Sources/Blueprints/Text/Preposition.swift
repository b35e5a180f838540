/// How one thing stands to another.
public enum Preposition: String, CaseIterable, Sendable, Codable {
  /// On top of; in or inside; touching at a side; at a place of.
  case on, inside, beside, at
  case under, above, between, around, along, across, against, toward
  /// What belongs to it; what it is made of; what it is for; what it is like.
  case with, without, madeOf, forPart, like, of
  case from, upTo, over, facing, opposite, per, except, by, into, instead
  /// With a border, a fence, a roof, a floor or walls of what follows.
  case rimmed, fenced, roofed, floored, walled
}
