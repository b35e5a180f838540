import VoxelWorld

/// Reads shapes and their parts out of descriptions.
struct SolidReader {
  /// The shape that a thing describes; nil if it is none that is made of one solid.
  static func solid(_ thing: Entity, stacked: Bool = false) -> SolidPlan? {
    guard let kind = kind(thing) else { return nil }
    let size = size(thing, kind)
    guard min(size.x, size.y, size.z) >= 1, max(size.x, size.y, size.z) <= 256 else { return nil }
    var block = Palette.block(thing, as: kind == "steps" ? .stairs : .wall) ?? "stone"
    if kind == "fence" {
      let rails = thing.linked(.with).first { $0.concept?.name == "fence" } ?? thing
      block =
        Palette.block(rails, as: .fence)
        ?? (thing.concept?.name == "hedge" ? "oak_leaves[persistent=true]" : "oak_fence")
    }
    var plan = SolidPlan(form: form(thing, kind), size: size, block: block)
    if let count = thing.count, kind != "row" || count < 1 { plan.count = max(1, min(count, 64)) }
    if let gap = gap(thing) { plan.gap = gap }
    if stacked, kind == "block" {
      plan.size.y = plan.count
      plan.count = 1
    }
    if kind == "block" || kind == "row" { plan.gap = 0 }
    for link in thing.links { addPart(link, to: &plan) }
    return plan
  }

  private static func kind(_ thing: Entity) -> String? {
    switch thing.concept {
    case nil: return thing.materials.isEmpty && thing.colours.isEmpty ? nil : "block"
    case let concept?:
      switch concept.name {
      case "block": return isBox(thing) ? "cuboid" : "block"
      case "column", "stack", "pillar", "pole", "post": return "pillar"
      case "igloo": return "dome"
      case "row", "line": return "row"
      case "fence", "enclosure",
        "hedge" where !thing.measures.isEmpty:
        return "fence"
      case "layer", "platform", "floor", "square", "deck": return "floor"
      case "tower": return thing.traits.contains("solid") ? "tower" : nil
      case "cube", "cuboid", "sphere", "hemisphere", "dome", "pyramid", "cylinder", "cone", "disc",
        "ring", "circle", "arch", "wall", "staircase", "ellipsoid":
        return concept.name == "staircase" ? "steps" : concept.name
      default:
        let isThing =
          [.piece, .machine, .part].contains(concept.category) && thing.measures.isEmpty
        return isThing && !thing.materials.isEmpty && Palette.block(thing, as: .thing) != nil
          ? "block" : nil
      }
    }
  }

  private static func isBox(_ thing: Entity) -> Bool {
    thing.traits.contains("hollow") || thing.measures.count >= 2
      || thing.measures.contains { $0.values.count >= 2 }
  }

  private static func form(_ thing: Entity, _ kind: String) -> SolidPlan.Form {
    let shape: ShapeKind =
      switch kind {
      case "sphere", "ellipsoid": .sphere
      case "dome", "hemisphere": .dome
      case "pyramid": .pyramid
      case "cylinder", "disc", "circle", "ring": .cylinder
      case "cone": .cone
      case "arch": .archZ
      case "tower" where thing.traits.contains("round"),
        "pillar" where thing.traits.contains("round"):
        .cylinder
      default: .box
      }
    if kind == "steps" { return .steps(direction(thing)) }
    if kind == "ring" || kind == "circle" { return .skin(.cylinder, .both) }
    if kind == "fence" { return .skin(.box, .both) }
    guard thing.traits.contains("hollow") || thing.concept?.name == "igloo" else {
      return .solid(shape)
    }
    switch kind {
    case "wall", "row", "block", "arch": return .solid(shape)
    case "cylinder", "pillar", "tower": return .skin(shape, .both)
    case "dome", "hemisphere", "pyramid", "cone": return .skin(shape, .bottom)
    default: return .skin(shape, thing.traits.contains("open") ? .top : .none)
    }
  }

  /// Where a staircase climbs to.
  private static func direction(_ thing: Entity) -> Direction {
    let sides =
      thing.links.flatMap(\.sides)
      + thing.links.compactMap(\.ground).flatMap { ground in
        ground.links.flatMap(\.sides)
      }
    for side in sides { if let direction = Compass.direction(side) { return direction } }
    return .north
  }

  private static func gap(_ thing: Entity) -> Int? {
    if let spacing = thing.measure(.spacing) { return max(0, spacing - 1) }
    for link in thing.links where link.ground?.concept?.name == "opening" {
      if let ground = link.ground {
        return ground.measure(.size) ?? ground.measure(.width) ?? ground.count
      }
    }
    return nil
  }

  // MARK: Size

  private static func size(_ thing: Entity, _ kind: String) -> Cell {
    let box = thing.measures.first { $0.dimension == .footprint }?.values ?? baseSize(thing)
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
      let tall = height ?? box.map { $0[1] } ?? 3
      return Cell(
        length ?? width ?? box?[0] ?? 7, tall,
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
  private static func baseSize(_ thing: Entity) -> [Int]? {
    for base in thing.linked(.with, .of) where base.concept?.name == "base" {
      if let box = base.measures.first(where: { $0.dimension == .footprint }) { return box.values }
      if let side = base.measure(.width) ?? base.measure(.size) ?? base.measure(.length) {
        return [side, side]
      }
    }
    return nil
  }

  /// A row of five blocks.
  private static func members(_ thing: Entity) -> Int? {
    thing.linked(.of).compactMap(\.count).first
  }

  // MARK: Parts

  private static func addPart(_ link: Link, to plan: inout SolidPlan) {
    guard let part = link.ground, !part.isNegated, link.relation == .with || link.relation == .of
    else {
      return
    }
    let block = Palette.block(part)
    switch part.concept?.name {
    case "border": plan.border = block ?? plan.border
    case "battlements", "parapet": plan.hasBattlements = true
    case "gate":
      let side =
        Survey.sides(part).compactMap { Compass.direction($0, front: .south) }.first ?? .south
      plan.gates = [side, side.opposite].prefix(max(1, part.count ?? 1)).map { $0 }
      plan.gate = Palette.block(part, as: .wall) ?? "oak_fence_gate"
    case "base": if part.measures.isEmpty { plan.base = block }
    case "layer":
      let sides = part.sides + part.extremes + part.links.flatMap(\.sides)
      if sides.contains(.top) {
        plan.top = block
      } else if sides.contains(.bottom) {
        plan.base = block
      }
    case "post", "pillar", "column":
      if link.relation == .with, part.measures.isEmpty { plan.posts = block }
    case nil:
      let sides = part.sides + part.links.flatMap(\.sides)
      if sides.contains(.corner) { plan.posts = block }
      if sides.contains(.top) { plan.top = block }
      if sides.contains(.bottom) { plan.base = block }
    default: break
    }
  }
}
