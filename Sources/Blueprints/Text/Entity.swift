/// A thing that the text speaks of, with all that is said of it.
public struct Entity: Hashable, Sendable, Codable {
  public enum Reference: String, Hashable, Sendable, Codable {
    /// A thing not spoken of before; a thing that is there; it or them.
    case new, known, pronoun
  }

  /// What it is; nil where only a material, a number or a pronoun names it.
  public var concept: Concept?
  /// The block or the family of blocks that it is or is made of, in the order named.
  public var materials: [String] = []
  public var colours: [String] = []
  /// Nouns before the noun: a desert house, a lamp post.
  public var qualifiers: [Concept] = []
  public var traits: [String] = []
  public var count: Int?
  public var countBound = Bound.exactly
  public var quantity: Quantity?
  /// Its place in an order: the second.
  public var ordinal: Int?
  public var sides: [Side] = []
  public var extremes: [Side] = []
  public var measures: [Measure] = []
  public var reference = Reference.new
  public var isNegated = false
  /// Whether it is one thing named without an article.
  public var isBare = false
  public var isPlural = false
  /// Rows of a drawn picture, topmost first.
  public var picture: [String] = []
  /// Words to be written in blocks.
  public var inscription: String?
  /// The letter of the picture that this material stands for.
  public var letter: String?
  public var links: [Link] = []

  public init() {}

  /// Whether nothing but a place is named: the left side.
  public var isPlace: Bool {
    concept == nil && materials.isEmpty && colours.isEmpty && !(sides.isEmpty && extremes.isEmpty)
      && reference != .pronoun
  }

  /// The first number of a measure of a dimension.
  public func measure(_ dimension: Dimension) -> Int? {
    measures.first { $0.dimension == dimension }?.values.first
  }

  /// What is linked to it in one of these ways.
  public func linked(_ relations: Preposition...) -> [Entity] {
    links.filter { relations.contains($0.relation) }.compactMap(\.ground)
  }
}
