/// How many of a thing are meant, where no number says so.
public enum Quantity: String, CaseIterable, Sendable, Codable {
  case one, each, every, all, both, another, other, several, same, rest
}
