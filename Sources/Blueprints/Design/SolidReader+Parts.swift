import VoxelWorld

extension SolidReader {
  /// With what is said of its parts where that is said of the whole: a material, the size of a base.
  static func whole(_ thing: Entity) -> Entity {
    var thing = thing
    for part in thing.linked(.with, .of) {
      let name = part.concept?.name
      if part.isPlace, thing.measures.isEmpty { thing.measures += part.measures }
      if name == "steps" || name == "tier" || name == "layer", part.reference == .new,
        (part.count ?? 0) > 1
      {
        if thing.measure(.height) == nil {
          thing.measures.append(Measure(.height, [part.count ?? 1]))
        }
        if Palette.block(thing) == nil {
          thing.links += part.links.filter { $0.relation == .madeOf || $0.relation == .of }
        }
      }
      if name == "side", thing.measures.isEmpty, let length = part.count {
        thing.measures.append(Measure(.size, [length]))
      }
    }
    // A disc of bricks, nine across: sizes that were hung on what it is made of.
    if thing.measures.isEmpty {
      for source in thing.linked(.of, .madeOf) where source.concept == nil {
        thing.measures += source.measures
      }
    }
    return thing
  }

  /// Squares of two blocks in turn.
  static func readPattern(_ thing: Entity, into plan: inout SolidPlan) {
    let names =
      [thing.concept?.name] + thing.qualifiers.map(\.name)
      + thing.linked(.inside, .of, .with, .like).map { $0.concept?.name }
    let traits = thing.traits + thing.linked(.of, .madeOf, .with).flatMap(\.traits)
    guard names.contains("chessboard") || traits.contains("chequered") else { return }
    let blocks = Palette.blocks(thing)
    plan.block = blocks.first ?? "white_concrete"
    plan.chequer = blocks.count > 1 ? blocks[1] : "black_concrete"
  }

  static func gap(_ thing: Entity) -> Int? {
    if let spacing = thing.measure(.spacing) { return max(0, spacing - 1) }
    for link in thing.links where link.ground?.linked(.between).isEmpty == false {
      // With two blocks between them.
      if let count = link.ground?.count { return count }
    }
    for link in thing.links where link.ground?.concept?.name == "opening" {
      if let ground = link.ground {
        return ground.measure(.size) ?? ground.measure(.width) ?? ground.count
      }
    }
    return nil
  }

  static func addPart(_ link: Link, to plan: inout SolidPlan) {
    guard let part = link.ground, !part.isNegated, link.relation == .with || link.relation == .of
    else {
      return
    }
    let block = Palette.block(part)
    switch part.concept?.name {
    case "window":
      let size = part.measures.first { $0.dimension == .footprint }?.values
      plan.opening = Cell(
        part.measure(.width) ?? size?[0] ?? 1, part.measure(.height) ?? size?[1] ?? 1, 0)
      plan.pane = Palette.block(part, as: .pane) ?? "glass_pane"
    case "border": plan.border = block ?? plan.border
    case "opening", "doorway", "arch":
      let size = part.measures.first { $0.dimension == .footprint }?.values
      plan.opening = Cell(
        part.measure(.width) ?? size?[0] ?? 1, part.measure(.height) ?? size?[1] ?? 2, 0)
    case "battlements", "parapet": plan.hasBattlements = true
    case "gate" where !part.measures.isEmpty && plan.form == .solid(.box):
      let size = part.measures.first { $0.dimension == .footprint }?.values
      plan.opening = Cell(
        part.measure(.width) ?? size?[0] ?? 2, part.measure(.height) ?? size?[1] ?? 3, 0)
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
      // Gold at the top is its top layer; a gold block on top comes on top of it.
      if sides.contains(.top), part.isBare { plan.top = block }
      if sides.contains(.bottom) { plan.base = block }
    default: break
    }
  }
}
