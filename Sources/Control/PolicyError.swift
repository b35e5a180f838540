/// Why a policy cannot be read, or cannot take a seat. Each describes itself in one sentence
/// without a full stop.
public enum PolicyError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The seat has no field of that name.
  case missingField(name: String, role: Role, seat: String, known: [String])
  /// The seat's field holds more or fewer numbers than the policy was made for.
  case wrongWidth(name: String, role: Role, seat: String, expected: Int, found: Int)
  /// The policy measures what the seat counts in another unit.
  case wrongUnit(name: String, role: Role, seat: String, expected: String, found: String)
  /// A number of the manifest is out of the question.
  case unusable(key: String, reason: String)
  /// The weights are not those the manifest describes.
  case weights(String)

  /// Which side of a seat is meant.
  public enum Role: String, Hashable, Sendable {
    case observation
    case action
  }

  public var description: String {
    switch self {
    case .missingField(let name, let role, let seat, let known):
      "seat `\(seat)` has no \(role.rawValue) field `\(name)`; it has "
        + known.joined(separator: ", ")
    case .wrongWidth(let name, let role, let seat, let expected, let found):
      "\(role.rawValue) field `\(name)` of seat `\(seat)` holds \(found) numbers; the policy "
        + "expects \(expected)"
    case .wrongUnit(let name, let role, let seat, let expected, let found):
      "\(role.rawValue) field `\(name)` of seat `\(seat)` is in \(found); the policy expects "
        + expected
    case .unusable(let key, let reason): "\(key): \(reason)"
    case .weights(let reason): reason
    }
  }
}
