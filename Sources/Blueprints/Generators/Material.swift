import VoxelWorld

/// A block to build with, and the others of its family: stairs, slabs, fences, doors of the same
/// wood or stone.
public struct Material: Hashable, Sendable, Codable {
  /// The id without `minecraft:`, of a block that is in the table.
  public let id: String

  /// The material of a block id; nil if there is no such block.
  public init?(_ id: String) {
    guard let block = BlockTable.standard.block(named: id) else { return nil }
    self.id = block.name
  }

  init(known id: String) {
    precondition(BlockTable.standard.block(named: id) != nil, "no block is called \(id)")
    self.id = id
  }

  /// The block in its usual state.
  public var state: BlockState { BlockTable.standard.block(named: id)?.usual ?? .air }

  /// A full block of the family: planks for stairs of a wood, bricks for brick slabs.
  public var full: BlockState {
    switch state.kind {
    case .stairs, .slab, .fence, .wall, .door, .trapdoor, .gate, .button, .plate:
      for suffix in ["_planks", "", "s", "_block"] {
        if let block = BlockTable.standard.block(named: stem + suffix) { return block.usual }
      }
      return state
    default: return state
    }
  }

  private static let endings = [
    "_planks", "_log", "_wood", "_stem", "_hyphae", "_stairs", "_slab", "_fence_gate", "_fence",
    "_wall", "_trapdoor", "_door", "_block", "_pillar", "_leaves", "_sapling",
  ]

  /// The name without what says which member of the family it is.
  public var stem: String {
    var stem = id.hasPrefix("stripped_") ? String(id.dropFirst(9)) : id
    for ending in Self.endings where stem.hasSuffix(ending) {
      stem = String(stem.dropLast(ending.utf8.count))
      break
    }
    return stem
  }

  /// The member of the family with an ending; nil if there is none.
  public func member(_ ending: String) -> BlockState? {
    let stem = stem
    var stems = [stem]
    if stem.hasSuffix("s") { stems.append(String(stem.dropLast())) }
    if stem.hasPrefix("chiseled_") || stem.hasPrefix("cracked_") {
      let plain = String(stem.drop { $0 != "_" }.dropFirst())
      stems += [plain, plain.hasSuffix("s") ? String(plain.dropLast()) : plain]
    }
    for stem in stems {
      if let block = BlockTable.standard.block(named: stem + ending) { return block.usual }
    }
    return nil
  }

  public var stairs: BlockState? { state.kind == .stairs ? state : member("_stairs") }
  public var slab: BlockState? { state.kind == .slab ? state : member("_slab") }
  public var isWood: Bool { member("_planks") != nil }

  /// A fence or a wall of the family, or else an oak fence.
  public var railing: BlockState { member("_fence") ?? member("_wall") ?? "oak_fence" }
  /// A fence of the family, or an oak one.
  public var fence: BlockState { member("_fence") ?? "oak_fence" }
  public var gate: BlockState { member("_fence_gate") ?? "oak_fence_gate" }
  public var door: BlockState { member("_door") ?? "oak_door" }
  public var trapdoor: BlockState { member("_trapdoor") ?? "oak_trapdoor" }
  /// A log of the wood, or the material itself.
  public var log: BlockState {
    member("_log") ?? member("_stem") ?? member("_pillar") ?? full
  }
}

extension Material: ExpressibleByStringLiteral {
  /// A material the program itself names; misspelling one is a programming error.
  public init(stringLiteral id: String) { self.init(known: id) }
}
