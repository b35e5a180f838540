/// What somebody wants done.
public enum Verb: String, CaseIterable, Sendable, Codable {
  case build, add, place, remove, replace, extend, move, undo, keep, fill, dig, copy, face, own, go
  case rise, surround, connect, paint, turn, leave, open
}
