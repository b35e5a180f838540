/// One thing to do.
public struct Act: Hashable, Sendable, Codable {
  public var verb: Verb
  public var objects: [Entity] = []
  /// What takes the place of the objects.
  public var results: [Entity] = []
  /// Where, and as seen from where.
  public var links: [Link] = []
  public var measures: [Measure] = []
  public var traits: [String] = []
  /// Whether it is not to be done.
  public var isNegated = false
  /// Whether the text named the verb.
  public var isSpoken = true

  public init(_ verb: Verb) { self.verb = verb }
}
