extension World {
  /// Whether a block can be where it is: torches need something to hang on, plants soil, doors
  /// their other half.
  func isSupported(_ state: BlockState, at cell: Cell) -> Bool {
    switch state.kind {
    case .torch, .redstoneTorch, .candle: hasCentre(.up, at: cell.below)
    case .wallTorch, .redstoneWallTorch, .ladder: hasFace(state.facing, behind: cell)
    case .wallSign, .wallBanner: self[cell + state.facing.opposite].has(.solid)
    case .lever, .button: hasFace(state.attachedFacing, behind: cell)
    case .plate, .weightedPlate: hasCentre(.up, at: cell.below)
    case .redstoneWire, .repeater, .comparator, .rail, .poweredRail:
      hasFace(.up, behind: cell)
    case .snow: hasFace(.up, behind: cell) && self[cell.below].kind != .ice
    case .carpet: !self[cell.below].isAir
    case .sign, .banner, .cake: self[cell.below].has(.solid)
    case .lantern:
      state.flag(.hanging) ? hasCentre(.down, at: cell.above) : hasCentre(.up, at: cell.below)
    case .door, .bed, .doublePlant: isWhole(state, at: cell)
    case .fire: hasFace(.up, behind: cell)
    case .pistonHead: isHead(state, at: cell)
    default: isRooted(state, at: cell)
    }
  }

  /// Whether the cell opposite to `direction` has a whole face towards this one.
  private func hasFace(_ direction: Direction, behind cell: Cell) -> Bool {
    traits(at: cell + direction.opposite).wholeFaces & direction.bit != 0
  }

  private func hasCentre(_ face: Direction, at cell: Cell) -> Bool {
    traits(at: cell).centreFaces & face.bit != 0
  }

  /// Whether the other half is there, and the floor under the lower one.
  private func isWhole(_ state: BlockState, at cell: Cell) -> Bool {
    if state.kind == .bed {
      let isFoot = state.word(.part) == .foot
      let other = self[cell + (isFoot ? state.facing : state.facing.opposite)]
      return other.traits.block == state.traits.block
        && other.word(.part) == (isFoot ? .head : .foot) && other.facing == state.facing
    }
    let isLower = state.word(.half) == .lower
    let other = self[isLower ? cell.above : cell.below]
    guard other.traits.block == state.traits.block,
      other.word(.half) == (isLower ? .upper : .lower)
    else { return false }
    guard isLower else { return true }
    return state.kind == .door ? hasFace(.up, behind: cell) : World.isSoil(self[cell.below])
  }

  private func isHead(_ state: BlockState, at cell: Cell) -> Bool {
    let base = self[cell + state.facing.opposite]
    return base.kind == .movingPiston
      || base.kind.isPiston && base.flag(.extended) && base.facing == state.facing
  }

  private func isRooted(_ state: BlockState, at cell: Cell) -> Bool {
    let below = self[cell.below]
    switch state.kind {
    case .sapling, .plant, .bush, .azalea, .petals:
      return World.isSoil(below) || World.carries(state, below)
    case .crop, .beetroots: return below.kind == .farmland
    case .netherWart: return below.kind == .soulSand
    case .cactus:
      guard below.kind == .cactus || World.isSand(below) else { return false }
      return Direction.horizontal.allSatisfy { !self[cell + $0].has(.solid) }
    case .sugarCane:
      if below.kind == .sugarCane { return true }
      guard World.isSoil(below) || World.isSand(below) else { return false }
      return Direction.horizontal.contains { fluid(at: cell.below + $0).kind == .water }
    case .lilyPad: return fluid(at: cell.below).isSource
    case .vine:
      return Direction.horizontal.contains {
        state.flag(.side($0)) && traits(at: cell + $0).wholeFaces & $0.opposite.bit != 0
      } || self[cell.above].kind == .vine || hasCentre(.down, at: cell.above)
    default: return true
    }
  }

  private static let soils: [UInt16] = [
    "dirt", "grass_block", "podzol", "mycelium", "coarse_dirt", "rooted_dirt", "moss_block",
    "mud", "muddy_mangrove_roots", "farmland",
  ].map(block)
  private static let sands: [UInt16] = ["sand", "red_sand"].map(block)
  private static let mushrooms: [UInt16] = ["red_mushroom", "brown_mushroom"].map(block)
  private static let netherPlants: [UInt16] = [
    "warped_fungus", "crimson_fungus", "warped_roots", "crimson_roots", "nether_sprouts",
    "wither_rose",
  ].map(block)
  private static let netherSoils: [UInt16] = [
    "warped_nylium", "crimson_nylium", "soul_soil", "netherrack",
  ].map(block)
  private static let deadBush = block("dead_bush")

  private static func block(_ name: String) -> UInt16 {
    BlockState(stringLiteral: name).traits.block
  }

  static func isSoil(_ state: BlockState) -> Bool { soils.contains(state.traits.block) }
  static func isSand(_ state: BlockState) -> Bool { sands.contains(state.traits.block) }

  /// Whether a plant with tastes of its own grows on something other than soil.
  private static func carries(_ plant: BlockState, _ below: BlockState) -> Bool {
    let block = plant.traits.block
    if mushrooms.contains(block) { return below.has(.conductor) }
    if block == deadBush { return isSand(below) || below.block.name.hasSuffix("terracotta") }
    return netherPlants.contains(block) && netherSoils.contains(below.traits.block)
  }
}

extension BlockState {
  /// The direction a lever or a button sticks out from what it hangs on.
  var attachedFacing: Direction {
    switch word(.face) {
    case .floor: .up
    case .ceiling: .down
    default: facing
    }
  }
}
