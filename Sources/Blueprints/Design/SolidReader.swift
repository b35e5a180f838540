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

  static func kind(_ thing: Entity) -> String? {
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

  static func isFacing(_ thing: Entity) -> Bool {
    thing.links.contains { $0.relation == .facing }
  }

  /// Whether a thing made of stairs goes up somewhere.
  static func isClimbing(_ thing: Entity) -> Bool {
    thing.traits.contains("rise") || thing.traits.contains("go")
      || thing.measure(.height) != nil && thing.measure(.width) != nil
      || thing.links.contains { $0.relation == .toward }
  }

  /// Whether the text says where a fence runs.
  static func isOutline(_ thing: Entity) -> Bool {
    !thing.measures.isEmpty || thing.concept?.name == "enclosure"
      || thing.links.contains { $0.relation == .around }
      || thing.links.contains { $0.ground?.concept?.category == .place }
  }

  static func isBox(_ thing: Entity) -> Bool {
    thing.traits.contains("hollow") || thing.measures.count >= 2
      || thing.measures.contains { $0.values.count >= 2 }
  }

  static func form(_ thing: Entity, _ kind: String) -> SolidPlan.Form {
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
  static func direction(_ thing: Entity) -> Direction {
    let sides =
      thing.links.flatMap(\.sides)
      + thing.links.compactMap(\.ground).flatMap { ground in
        ground.links.flatMap(\.sides)
      }
    for side in sides { if let direction = Compass.direction(side) { return direction } }
    return .north
  }

}
