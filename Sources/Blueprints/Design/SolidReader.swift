import VoxelWorld

/// Reads shapes and their parts out of descriptions.
struct SolidReader {
  /// Blocks along one side of a shape, and shapes of one kind at a time.
  static let longest = 256
  static let mostCopies = 64

  /// Whether a thing is a shape, but one larger than can be built.
  static func isTooLarge(_ thing: Entity) -> Bool {
    guard let kind = kind(thing) else { return false }
    let size = size(whole(thing), kind)
    return max(size.x, size.y, size.z) > longest
  }

  /// The shape that a thing describes; nil if it is none that is made of one solid.
  static func solid(_ thing: Entity, stacked: Bool = false) -> SolidPlan? {
    guard let kind = kind(thing) else { return nil }
    let thing = kind == "block" ? thing : whole(thing)
    let size = size(thing, kind)
    let most = kind == "torus" ? 64 : longest
    guard min(size.x, size.y, size.z) >= 1, max(size.x, size.y, size.z) <= most else { return nil }
    var block = Palette.block(thing, as: kind == "steps" ? .stairs : .wall) ?? "stone"
    if thing.concept?.name == "carpet", let cloth = thing.linked(.of, .madeOf).first {
      block = Palette.block(cloth) ?? block
    }
    if kind == "fence" {
      let rails = thing.linked(.with).first { $0.concept?.name == "fence" } ?? thing
      block =
        Palette.block(rails, as: .fence)
        ?? (thing.concept?.name == "hedge" ? "oak_leaves[persistent=true]" : "oak_fence")
    }
    var plan = SolidPlan(form: form(thing, kind), size: size, block: block)
    plan.isFence = kind == "fence"
    if let count = thing.count, kind != "row" || count < 1 {
      plan.count = max(1, min(count, mostCopies))
    }
    if let gap = gap(thing) { plan.gap = gap }
    if stacked, kind == "block" {
      plan.size.y = plan.count
      plan.count = 1
    }
    if kind == "block" || kind == "row" { plan.gap = 0 }
    readPattern(thing, into: &plan)
    if thing.traits.contains("battlemented") { plan.hasBattlements = true }
    plan.runsAlongZ = runsAlongZ(thing)
    for link in thing.links { addPart(link, to: &plan) }
    return plan
  }

  /// With what is said of its parts where that is said of the whole: a material, the size of a base.
  private static func whole(_ thing: Entity) -> Entity {
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
  private static func readPattern(_ thing: Entity, into plan: inout SolidPlan) {
    let names =
      [thing.concept?.name] + thing.qualifiers.map(\.name)
      + thing.linked(.inside, .of, .with, .like).map { $0.concept?.name }
    let traits = thing.traits + thing.linked(.of, .madeOf, .with).flatMap(\.traits)
    guard names.contains("chessboard") || traits.contains("chequered") else { return }
    let blocks = Palette.blocks(thing)
    plan.block = blocks.first ?? "white_concrete"
    plan.chequer = blocks.count > 1 ? blocks[1] : "black_concrete"
  }

  private static func kind(_ thing: Entity) -> String? {
    switch thing.concept {
    case nil:
      if thing.materials.isEmpty, thing.colours.isEmpty { return nil }
      let isFlight = thing.materials.contains { $0.hasSuffix("stairs") }
      return isFlight && isClimbing(thing) ? "steps" : "block"
    case let concept?:
      switch concept.name {
      case "block": return isBox(thing) ? "cuboid" : "block"
      case "column", "stack", "pillar", "pole", "post": return "pillar"
      case "igloo": return "dome"
      case "row", "line": return "row"
      case "fence" where isOutline(thing), "enclosure" where isOutline(thing),
        "hedge" where isOutline(thing):
        return "fence"
      case "square" where thing.traits.contains("vertical") || isFacing(thing): return "wall"
      case "pyramid" where tiers(thing) != nil: return "tiers"
      case "staircase" where thing.traits.contains("spiral"): return nil
      case "layer", "platform", "floor", "square", "deck", "courtyard", "chessboard": return "floor"
      case "tower":
        let isThin = Survey.footprint(thing).map { min($0.x, $0.z) < 4 } ?? false
        return thing.traits.contains("solid") || isThin ? "tower" : nil
      case "ring" where concept.category == .structure: return nil
      case "steps" where isClimbing(thing): return "steps"
      case "roof" where thing.traits.contains("flat"): return "floor"
      case "cube", "cuboid", "sphere", "hemisphere", "dome", "pyramid", "cylinder", "cone", "disc",
        "ring", "circle", "arch", "wall", "staircase", "ellipsoid", "torus":
        return concept.name == "staircase" ? "steps" : concept.name
      default:
        let isThing =
          [.piece, .machine, .part].contains(concept.category) && thing.measures.isEmpty
        if concept.name == "carpet", !thing.measures.isEmpty { return "floor" }
        return isThing && !thing.materials.isEmpty && Palette.block(thing, as: .thing) != nil
          ? "block" : nil
      }
    }
  }

  private static func isFacing(_ thing: Entity) -> Bool {
    thing.links.contains { $0.relation == .facing }
  }

  /// How many tiers a pyramid has, and how high each is; nil where each is a block high.
  private static func tiers(_ thing: Entity) -> (count: Int, height: Int)? {
    let parts = thing.linked(.with, .of)
    guard let tier = parts.first(where: { $0.concept?.name == "tier" && ($0.count ?? 0) > 1 })
    else { return nil }
    let each = parts.first { $0.concept?.name == "tier" && $0.quantity == .each }
    let height =
      tier.measure(.height) ?? each?.measure(.height) ?? tier.measure(.spacing)
      ?? tier.measure(.thickness) ?? 1
    return (tier.count ?? 1, max(1, height))
  }

  /// Whether a thing made of stairs goes up somewhere.
  private static func isClimbing(_ thing: Entity) -> Bool {
    thing.traits.contains("rise") || thing.traits.contains("go")
      || thing.measure(.height) != nil && thing.measure(.width) != nil
      || thing.links.contains { $0.relation == .toward }
  }

  /// Whether the text says where a fence runs.
  private static func isOutline(_ thing: Entity) -> Bool {
    !thing.measures.isEmpty || thing.concept?.name == "enclosure"
      || thing.links.contains { $0.relation == .around }
      || thing.links.contains { $0.ground?.concept?.category == .place }
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
      case "floor" where thing.traits.contains("round"): .cylinder
      case "cone": .cone
      case "arch": .archZ
      case "tower" where thing.traits.contains("round"),
        "pillar" where thing.traits.contains("round"):
        .cylinder
      default: .box
      }
    if kind == "steps" { return .steps(direction(thing)) }
    if kind == "torus" { return .torus }
    if kind == "tiers" { return .tiers(tiers(thing)?.count ?? 3) }
    if thing.traits.contains("topless") { return .skin(shape, .top) }
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

  // MARK: Size

  private static func size(_ thing: Entity, _ kind: String) -> Cell {
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

  private static func plainSize(_ thing: Entity, _ kind: String) -> Cell {
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
