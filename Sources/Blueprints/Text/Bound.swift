/// How a number is meant.
public enum Bound: String, CaseIterable, Sendable, Codable {
  case exactly, atLeast, atMost, about
}
