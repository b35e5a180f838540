/// One task that ended well: what was said, turn by turn, and what was learnt about it.
public struct Experience: Hashable, Sendable {
  /// The name of what was built: cabin, castle.
  public var concept: String
  /// What the user called it, if anything.
  public var name: String?
  public var turns: [String]
  /// The checks that failed at first.
  public var failures: [String] = []
  /// The repairs that helped.
  public var repairs: [String] = []

  public init(_ concept: String, name: String? = nil, turns: [String]) {
    self.concept = concept
    self.name = name
    self.turns = turns
  }
}
