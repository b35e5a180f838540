/// A thing that can be built, a part of one, or a place, by the name the lexicon gives it.
public struct Concept: Hashable, Sendable, Codable {
  public enum Category: String, CaseIterable, Sendable, Codable {
    /// Something with rooms; something else people build; plain geometry; several of a thing in a
    /// line; a part of a building; a room; furniture and other single things; a machine; a place.
    case building, structure, shape, group, part, room, piece, machine, place, picture
  }

  public var category: Category
  public var name: String

  public init(_ category: Category, _ name: String) {
    self.category = category
    self.name = name
  }
}
