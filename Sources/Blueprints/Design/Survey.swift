import VoxelWorld

/// What is said of a building, looked up by the names of its parts.
struct Survey {
  let whole: Entity
  /// Every thing that belongs to it, at any depth, outermost first.
  let parts: [Part]

  /// A part with the relation and the sides in which it hangs, and what it hangs on.
  struct Part {
    var thing: Entity
    var link: Link
    var host: Concept?

    /// Whether something else takes its place, or nothing.
    var isInstead: Bool { link.relation == .instead || link.relation == .without }
  }

  init(_ whole: Entity) {
    self.whole = whole
    parts = Survey.parts(of: whole, depth: 0)
  }

  private static func parts(of thing: Entity, depth: Int) -> [Part] {
    guard depth < 8 else { return [] }
    return thing.links.flatMap { link -> [Part] in
      guard let ground = link.ground else { return [] }
      return [Part(thing: ground, link: link, host: thing.concept)]
        + parts(of: ground, depth: depth + 1)
    }
  }

  /// The parts with one of these names that are to be there.
  func all(_ names: String...) -> [Entity] {
    parts.filter { part in
      !part.thing.isNegated && !part.isInstead
        && part.thing.concept.map { names.contains($0.name) } == true
    }.map(\.thing)
  }

  func first(_ names: String...) -> Entity? {
    parts.first { part in
      !part.thing.isNegated && !part.isInstead
        && part.thing.concept.map { names.contains($0.name) } == true
    }?.thing
  }

  func has(_ names: String...) -> Bool {
    parts.contains {
      !$0.thing.isNegated && !$0.isInstead && names.contains($0.thing.concept?.name ?? "")
    }
  }

  /// Whether a part is said not to be there.
  func lacks(_ name: String) -> Bool {
    parts.contains { ($0.thing.isNegated || $0.isInstead) && $0.thing.concept?.name == name }
  }

  /// Materials that belong to the whole with a place of their own: cobblestone at the bottom.
  var substances: [(thing: Entity, link: Link)] {
    parts.filter { part in
      part.thing.concept == nil && part.host == whole.concept
        && !(part.thing.materials.isEmpty && part.thing.colours.isEmpty)
    }.map { ($0.thing, $0.link) }
  }

  /// What the whole is made of: said of it, or named without a place of its own.
  var material: Material? {
    if let material = Palette.material(whole) { return material }
    for (thing, link) in substances
    where [.with, .of, .madeOf].contains(link.relation) && Survey.sides(thing).isEmpty
      && thing.count == nil && thing.linked(.forPart).isEmpty && !thing.isNegated
    {
      if let material = Palette.material(thing), material.id != "water" { return material }
    }
    // Four storeys of cobblestone: all of it.
    for part in all("storey", "floor", "tier") where (part.count ?? 1) > 1 {
      if let material = Palette.material(part) { return material }
    }
    return nil
  }

  /// The sides at which a thing is said to be.
  static func sides(_ thing: Entity) -> [Side] {
    thing.sides
      + thing.links.flatMap { link in
        link.sides
          + (link.ground.map { $0.isPlace || $0.concept?.name == "wall" ? $0.sides : [] } ?? [])
      }
  }

  /// The footprint of a thing: width along x and depth along z.
  static func footprint(_ thing: Entity) -> (x: Int, z: Int)? {
    if let box = thing.measures.first(where: { $0.dimension == .footprint }) {
      return (box.values[0], box.values[1])
    }
    let length = thing.measure(.length)
    let width = thing.measure(.width)
    let depth = thing.measure(.depth)
    // Nine long from east to west, or from north to south.
    let sides = thing.links.flatMap(\.sides)
    let alongZ = sides.contains(.north) && sides.contains(.south)
    if let length, let other = width ?? depth { return alongZ ? (other, length) : (length, other) }
    if let width, let depth { return (width, depth) }
    let round = thing.measure(.diameter) ?? thing.measure(.radius).map { 2 * $0 + 1 }
    guard let side = length ?? width ?? thing.measure(.size) ?? round else { return nil }
    return (side, side)
  }

  /// The height of a thing in blocks.
  static func height(_ thing: Entity) -> Int? {
    thing.measure(.height)
      ?? thing.measures.first { $0.dimension == .footprint && $0.values.count > 2 }?.values[2]
  }

  /// The front of the building: where its door, gate or entrance is.
  var front: Direction? {
    for part in all("door", "doorway", "gate", "gatehouse", "opening") {
      for side in Survey.sides(part) {
        if let direction = Compass.direction(side) { return direction }
      }
    }
    for link in whole.links where link.relation == .facing {
      for side in link.sides { if let direction = Compass.direction(side) { return direction } }
    }
    return nil
  }
}
