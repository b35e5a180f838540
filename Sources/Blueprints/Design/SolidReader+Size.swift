import VoxelWorld

extension SolidReader {
  /// How many tiers a pyramid has, and how high each is; nil where each is a block high.
  static func tiers(_ thing: Entity) -> (count: Int, height: Int)? {
    let parts = thing.linked(.with, .of)
    guard let tier = parts.first(where: { $0.concept?.name == "tier" && ($0.count ?? 0) > 1 })
    else { return nil }
    let each = parts.first { $0.concept?.name == "tier" && $0.quantity == .each }
    let height =
      tier.measure(.height) ?? each?.measure(.height) ?? tier.measure(.spacing)
      ?? tier.measure(.thickness) ?? 1
    return (tier.count ?? 1, max(1, height))
  }

  static func size(_ thing: Entity, _ kind: String) -> Cell {
    let size = plainSize(thing, kind)
    guard ["wall", "row"].contains(kind), runsAlongZ(thing) else { return size }
    return Cell(size.z, size.y, size.x)
  }

  /// Whether something long runs from north to south, or looks to the east or west.
  static func runsAlongZ(_ thing: Entity) -> Bool {
    let links = thing.links + thing.links.compactMap(\.ground).flatMap(\.links)
    let sides = links.flatMap { $0.sides + ($0.ground?.sides ?? []) } + thing.sides
    if sides.contains(.north), sides.contains(.south) { return true }
    return thing.links.contains {
      $0.relation == .facing && !Set($0.sides).isDisjoint(with: [.east, .west])
    }
  }

  static func plainSize(_ thing: Entity, _ kind: String) -> Cell {
    var box = thing.measures.first { $0.dimension == .footprint }?.values ?? baseSize(thing)
    if var values = box, values.count > 2, let height = thing.measure(.height),
      let index = values.firstIndex(of: height)
    {
      // Which of three numbers is the height is said.
      values.remove(at: index)
      box = values + [height]
    }
    let height = thing.measure(.height) ?? (kind == "floor" ? nil : thing.measure(.depth))
    let length = thing.measure(.length)
    let width = thing.measure(.width)
    let across =
      thing.measure(.radius).map { 2 * $0 + 1 } ?? thing.measure(.diameter) ?? thing.measure(.size)
      ?? box?.first ?? width ?? length
    switch kind {
    case "block": return Cell(1, thing.measure(.height) ?? 1, 1)
    case "row":
      let count = members(thing) ?? length ?? thing.measure(.size) ?? 1
      return thing.traits.contains("vertical") ? Cell(1, count, 1) : Cell(count, 1, 1)
    case "pillar", "tower":
      let tall = height ?? members(thing) ?? box.flatMap { $0.count > 2 ? $0[2] : nil } ?? 5
      return Cell(box?[0] ?? across ?? 1, tall, box.map { $0[1] } ?? across ?? 1)
    case "wall":
      let tall = height ?? box.map { $0[1] } ?? thing.measure(.size) ?? 3
      return Cell(
        length ?? thing.measure(.size) ?? width ?? box?[0] ?? 7, tall,
        thing.measure(.thickness) ?? box.flatMap { $0.count > 2 ? $0[2] : nil } ?? 1)
    case "floor":
      let side = across ?? 5
      return Cell(
        box?[0] ?? length ?? side, thing.measure(.thickness) ?? height ?? 1,
        box.map { $0[1] }
          ?? (length == nil ? thing.measure(.depth) : width ?? thing.measure(.depth)) ?? side)
    case "fence":
      let area = thing.links.compactMap { $0.ground }.first {
        !$0.measures.isEmpty && $0.concept?.category == .place
      }
      let sides = box ?? area?.measures.first?.values ?? [across ?? 7, across ?? 7]
      return Cell(sides[0], height ?? 1, sides.count > 1 ? sides[1] : sides[0])
    case "steps":
      let steps = thing.links.compactMap(\.ground).first { $0.concept?.name == "steps" }
      let rise = steps?.count ?? height ?? members(thing) ?? 5
      let broad = width ?? steps?.measure(.width) ?? 1
      return direction(thing).x != 0 ? Cell(rise, rise, broad) : Cell(broad, rise, rise)
    case "tiers":
      let (count, high) = tiers(thing) ?? (3, 1)
      let lowest = thing.linked(.with, .of).first {
        $0.extremes.contains(.bottom) || $0.sides.contains(.bottom)
      }
      let side = box?[0] ?? across ?? lowest.flatMap { Survey.footprint($0)?.x } ?? 4 * count - 1
      return Cell(side, count * high, side)
    case "torus":
      let side = across ?? 11
      return Cell(side, height ?? max(3, side / 4 | 1), side)
    case "pyramid":
      let x = box?[0] ?? across ?? 2 * (height ?? 4) - 1
      let z = box.map { $0[1] } ?? x
      return Cell(x, height ?? (min(x, z) + 1) / 2, z)
    case "dome", "hemisphere":
      let side = across ?? 2 * (height ?? 4) - 1
      return Cell(side, height ?? (side + 1) / 2, side)
    case "sphere", "ellipsoid":
      let side = across ?? height ?? 7
      return Cell(side, side, side)
    case "disc", "circle", "ring":
      let side = across ?? 7
      return Cell(side, height ?? 1, side)
    case "cylinder", "cone":
      let side = across ?? 5
      return Cell(side, height ?? side, side)
    case "arch":
      return Cell(
        width ?? box?[0] ?? 5, height ?? box.map { $0[1] } ?? 5, thing.measure(.thickness) ?? 1)
    default:
      let side = across ?? height ?? 3
      let tall =
        box.flatMap { $0.count > 2 ? $0[2] : nil } ?? height
        ?? (kind == "cube" ? side : box == nil ? side : 3)
      return Cell(
        box?[0] ?? length ?? width ?? side, tall,
        box.map { $0[1] } ?? (length != nil ? width : nil) ?? thing.measure(.depth) ?? side)
    }
  }

  /// A pyramid with an 11 by 11 base; a base 11 blocks wide.
  static func baseSize(_ thing: Entity) -> [Int]? {
    for base in thing.linked(.with, .of) where base.concept?.name == "base" {
      if let box = base.measures.first(where: { $0.dimension == .footprint }) { return box.values }
      if let side = base.measure(.width) ?? base.measure(.size) ?? base.measure(.length) {
        return [side, side]
      }
    }
    return nil
  }

  /// A row of five blocks.
  static func members(_ thing: Entity) -> Int? {
    thing.linked(.of).compactMap(\.count).first
  }
}
