/// What a world looks like in a mirror: for every number of a seat what it becomes. A world with
/// such a symmetry plays the mirrored actions to the mirrored observations, so that whatever is
/// learned on one side is known on the other.
public struct Reflection: Sendable, Hashable {
  /// What a field becomes; fields that are not named stay as they are.
  public struct Rule: Sendable, Hashable {
    public let field: String
    /// 1 or -1 for each number.
    public let signs: [Float]
    /// Added to each number after its sign was changed.
    public let shifts: [Float]

    public init(_ field: String, signs: [Float], shifts: [Float]? = nil) {
      precondition(signs.allSatisfy { abs($0) == 1 }, "a mirror changes nothing but signs")
      precondition(shifts.map { $0.count == signs.count } ?? true, "one shift per number")
      self.field = field
      self.signs = signs
      self.shifts = shifts ?? signs.map { _ in 0 }
    }
  }

  public let observation: [Rule]
  public let action: [Rule]

  public init(observation: [Rule], action: [Rule]) {
    self.observation = observation
    self.action = action
  }
}
