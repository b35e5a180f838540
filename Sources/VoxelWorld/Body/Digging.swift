/// How long breaking a block takes, and what it brings.
public enum Digging {
  /// How many times faster than a bare hand an item breaks a block.
  static func speed(of item: ItemTraits?, on block: Block) -> Double {
    guard let item else { return 1 }
    switch (item.tool, block.kind) {
    case (.shears, .cobweb), (.shears, .leaves), (.sword, .cobweb): return 15
    case (.sword, .leaves), (.sword, .plant): return 1.5
    case (.shears, _): return block.tool == .shears ? 5 : 1
    default: return item.tool == block.tool ? item.tier.speed : 1
    }
  }

  /// Whether breaking a block with an item brings its drop.
  static func isHarvested(_ block: Block, with item: ItemTraits?) -> Bool {
    if block.harvestLevel < 0 { return true }
    guard let item else { return false }
    if block.kind == .cobweb { return item.tool == .shears || item.tool == .sword }
    return item.tool == block.tool && item.tier.level >= block.harvestLevel
  }

  /// The share of a block that one tick of digging breaks; 1 or more for what breaks at once, 0 for
  /// what cannot be broken. The hand is five times slower off the ground and under water
  /// (Minecraft Wiki: Breaking).
  static func share(
    of block: Block, with item: ItemTraits?, isOnGround: Bool = true, isUnderWater: Bool = false
  ) -> Double {
    guard block.hardness >= 0 else { return 0 }
    guard block.hardness > 0 else { return 1 }
    var speed = speed(of: item, on: block)
    if isUnderWater { speed /= 5 }
    if !isOnGround { speed /= 5 }
    return speed / block.hardness / (isHarvested(block, with: item) ? 30 : 100)
  }

  /// Ticks until a block breaks; nil if it never does.
  public static func ticks(
    for block: Block, with item: Item?, isOnGround: Bool = true, isUnderWater: Bool = false
  ) -> Int? {
    let share = share(
      of: block, with: item?.traits, isOnGround: isOnGround, isUnderWater: isUnderWater)
    guard share > 0 else { return nil }
    return share >= 1 ? 1 : Int((1 / share).rounded(.up))
  }
}

extension World {
  /// Breaks the block in a cell as a hand does. What has two halves goes as a whole; water in it
  /// stays.
  ///
  /// - Returns: what it brought, if an item could be had.
  @discardableResult
  public mutating func dig(_ cell: Cell, with item: Item?) -> Drop? {
    var cell = cell
    var state = self[cell]
    // The lower half is the one that brings the item.
    if state.kind == .door || state.kind == .doublePlant, state.word(.half) == .upper {
      cell = cell.below
    } else if state.kind == .bed, state.word(.part) == .head {
      cell = cell + state.facing.opposite
    }
    state = self[cell]
    let isHarvested = Digging.isHarvested(state.block, with: item?.traits)
    let name = state.block.drop
    let count = state.kind == .slab && state.word(.type) == .double ? 2 : 1
    set(state.has(.waterlogged) ? World.waterSource : .air, at: cell)
    guard isHarvested, let found = Item(named: name) else { return nil }
    return Drop(item: found, count: count, cell: cell)
  }
}
