/// Finds the style that a description names.
enum Styles {
  static func named(in thing: Entity) -> Style? {
    let words =
      thing.traits + thing.links.compactMap(\.ground).filter { $0.concept == nil }.flatMap(\.traits)
    return Style.all.first { words.contains($0.name) }
  }
}
