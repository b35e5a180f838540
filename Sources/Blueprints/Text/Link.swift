/// How a thing stands to another, or where at it.
public struct Link: Hashable, Sendable, Codable {
  public var relation: Preposition
  public var sides: [Side]
  public var quantity: Quantity?
  public var measures: [Measure] = []
  private var grounds: [Entity]

  /// The other thing, if one is named.
  public var ground: Entity? {
    get { grounds.first }
    set { grounds = newValue.map { [$0] } ?? [] }
  }

  public init(_ relation: Preposition, _ sides: [Side] = [], ground: Entity? = nil) {
    self.relation = relation
    self.sides = sides
    grounds = ground.map { [$0] } ?? []
  }
}
