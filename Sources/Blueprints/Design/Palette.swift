import VoxelWorld

/// Turns what people call materials into blocks, by the role they play: oak is planks in a wall, a
/// log at a corner and stairs on a roof.
struct Palette {
  enum Role: Hashable, Sendable {
    case wall, post, roof, door, fence, slab, stairs, bed, pane, thing
  }

  /// The block that a thing is made of in a role; nil where it names no material.
  static func block(_ thing: Entity, as role: Role = .wall) -> BlockState? {
    let sources = thing.linked(.of, .madeOf).filter { $0.concept == nil }.flatMap(\.materials)
    for name in thing.materials.reversed() {
      if let block = block(
        named: name, colour: thing.colours.first, role, among: thing.materials + sources)
      {
        return block
      }
    }
    for source in thing.linked(.of, .madeOf) where source.concept == nil || isMade(source) {
      if let block = block(source, as: role) { return block }
    }
    guard let colour = thing.colours.first else { return nil }
    return state(colour + "_wool")
  }

  /// All blocks that a thing names, in the order named: black and white concrete are two.
  static func blocks(_ thing: Entity) -> [BlockState] {
    func named(in thing: Entity, _ depth: Int) -> [Entity] {
      guard depth < 3 else { return [] }
      return [thing]
        + thing.links.flatMap { link -> [Entity] in
          guard [.of, .madeOf, .with, .inside].contains(link.relation), let ground = link.ground,
            ground.concept == nil || isMade(ground) || ground.concept?.name == "chessboard"
          else { return [] }
          return named(in: ground, depth + 1)
        }
    }
    let things = named(in: thing, 0)
    let family = things.flatMap(\.materials).compactMap { name in
      ["wool", "concrete", "terracotta", "stained_glass"].first { name.hasSuffix($0) }
    }.last
    var found: [BlockState] = []
    for thing in things {
      for colour in thing.colours {
        if let block = state(colour + "_" + (family ?? "wool")) { found.append(block) }
      }
      for name in thing.materials {
        let known = woods.contains(name) ? state(name + "_planks") : state(name)
        if let known { found.append(known) }
      }
    }
    return found.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  private static func isMade(_ thing: Entity) -> Bool {
    thing.concept?.name == "block" || !thing.materials.isEmpty
  }

  static func material(_ thing: Entity, as role: Role = .wall) -> Material? {
    block(thing, as: role).flatMap { Material($0.block.name) }
  }

  private static let woods: Set<String> = [
    "oak", "spruce", "birch", "jungle", "acacia", "dark_oak", "mangrove", "cherry", "bamboo",
    "crimson", "warped",
  ]

  private static func state(_ name: String) -> BlockState? {
    BlockTable.standard.block(named: name)?.usual
  }

  private static func block(
    named name: String, colour: String?, _ role: Role, among others: [String]
  ) -> BlockState? {
    if woods.contains(name) { return wooden(name, role) }
    let wood = others.first { woods.contains($0) }
    switch name {
    case "wood": return wooden(wood ?? "oak", role)
    case "log": return state((wood ?? "oak") + "_log")
    case "stairs", "slab", "fence", "fence_gate", "door", "trapdoor", "button", "pressure_plate",
      "sign", "leaves":
      if let other = others.first(where: { $0 != name }), let material = Material(stem(other)),
        let member = material.member("_" + name)
      {
        return member
      }
      return state(
        (wood ?? (name == "slab" || name == "stairs" ? "stone_brick" : "oak")) + "_" + name)
    case "wool", "concrete", "stained_glass", "carpet", "bed", "banner", "candle":
      return state((colour ?? "white") + "_" + name)
    case "terracotta": return state(colour.map { $0 + "_terracotta" } ?? "terracotta")
    case "glass" where colour != nil: return state(colour! + "_stained_glass")
    default: return state(name)
    }
  }

  private static func stem(_ name: String) -> String {
    woods.contains(name) ? name + "_planks" : name
  }

  private static func wooden(_ wood: String, _ role: Role) -> BlockState? {
    let ending =
      switch role {
      case .wall, .thing, .pane, .bed: "_planks"
      case .post: "_log"
      case .roof, .stairs: "_stairs"
      case .door: "_door"
      case .fence: "_fence"
      case .slab: "_slab"
      }
    return state(wood + ending) ?? state(wood + "_planks") ?? state(wood + "_block")
  }
}
