extension StateDescription {
  /// The light the state gives, where the entry in the table says `usual`.
  func emission(usual: UInt8) -> UInt8 {
    switch kind {
    case .lamp: flag(.lit) ? 15 : 0
    case .furnace: flag(.lit) ? 13 : 0
    case .redstoneOre: flag(.lit) ? 9 : 0
    case .candle: flag(.lit) ? UInt8(3 * number(.candles)) : 0
    case .redstoneTorch, .redstoneWallTorch, .campfire: flag(.lit) ? usual : 0
    default: usual
    }
  }

  /// The light the state takes away.
  var filter: UInt8 {
    switch kind {
    case .cube, .pillar, .snowy, .turnedCube, .mushroomCube, .falling, .furnace, .barrel,
      .beehive, .jukebox, .dispenser, .redstoneOre, .tnt, .target, .soulSand, .tintedGlass,
      .redstoneBlock, .lamp, .noteBlock, .observer, .piston, .stickyPiston:
      15
    case .slab: word(.type) == .double ? 15 : 0
    case .water, .lava, .ice, .leaves, .roots, .cobweb, .honey, .slime: 1
    default: 0
    }
  }

  var flags: BlockFlags {
    var flags: BlockFlags = []
    if isReplaceable { flags.insert(.replaceable) }
    if isConductor { flags.insert(.conductor) }
    if values.contains(where: { $0.key == .waterlogged && $0.code == 1 }) {
      flags.insert(.waterlogged)
    }
    if kind == .falling || kind == .anvil { flags.insert(.falls) }
    if [.ladder, .vine, .scaffolding].contains(kind) { flags.insert(.climbable) }
    if Self.listening.contains(kind) { flags.insert(.listens) }
    if Self.powering.contains(kind) { flags.insert(.powers) }
    if Self.fragile.contains(kind) { flags.insert(.fragile) }
    if collision == [.full] { flags.insert(.fullCube) }
    if !collision.isEmpty { flags.insert(.solid) }
    if !Self.indifferent.contains(kind) || flags.contains(.waterlogged) { flags.insert(.heeds) }
    return flags
  }

  private var isReplaceable: Bool {
    switch kind {
    case .air, .water, .lava, .fire, .vine: true
    case .plant: ["grass", "fern", "dead_bush"].contains(name)
    case .doublePlant: ["tall_grass", "large_fern"].contains(name)
    case .snow: number(.layers) == 1
    default: false
    }
  }

  private var isConductor: Bool {
    switch kind {
    case .redstoneBlock, .observer, .piston, .stickyPiston, .tnt, .tintedGlass: false
    case .cube: !["glowstone", "sea_lantern"].contains(name)
    default: filter == 15
    }
  }

  /// Kinds that never answer a change beside them.
  private static let indifferent: [BlockKind] = [
    .air, .cube, .pillar, .turnedCube, .mushroomCube, .furnace, .barrel, .beehive, .jukebox,
    .redstoneOre, .target, .soulSand, .tintedGlass, .honey, .slime, .glass, .ice, .roots, .leaves,
    .slab, .chest, .enderChest, .cauldron, .waterCauldron, .chain, .composter, .enchantingTable,
    .grindstone, .lectern, .stonecutter, .campfire, .pot, .cobweb, .redstoneBlock, .movingPiston,
  ]
  private static let listening: [BlockKind] = [
    .redstoneWire, .redstoneTorch, .redstoneWallTorch, .repeater, .comparator, .lamp, .noteBlock,
    .piston, .stickyPiston, .door, .trapdoor, .gate, .poweredRail, .dispenser, .hopper, .observer,
  ]
  private static let powering: [BlockKind] = [
    .redstoneWire, .redstoneTorch, .redstoneWallTorch, .repeater, .comparator, .lever, .button,
    .plate, .weightedPlate, .redstoneBlock, .observer, .target,
  ]
  private static let fragile: [BlockKind] = [
    .fire, .cobweb, .vine, .rail, .poweredRail, .torch, .wallTorch, .sapling, .plant, .doublePlant,
    .crop, .beetroots, .netherWart, .sugarCane, .bush, .petals, .redstoneWire, .redstoneTorch,
    .redstoneWallTorch, .repeater, .comparator, .lever, .button, .plate, .weightedPlate, .carpet,
    .snow, .lilyPad, .pot, .candle, .azalea,
  ]

  /// The faces that are whole.
  var wholeFaces: UInt8 {
    let all: UInt8 = 0b111111
    switch kind {
    case .leaves, .honey, .azalea: return 0
    case .soulSand, .farmland, .path: return kind == .soulSand ? all : Direction.down.bit
    case .slab:
      switch word(.type) {
      case .top: return Direction.up.bit
      case .bottom: return Direction.down.bit
      default: return all
      }
    case .stairs: return stairFaces
    case .snow: return Direction.down.bit | (number(.layers) == 8 ? Direction.up.bit : 0)
    case .hopper, .composter, .scaffolding: return Direction.up.bit
    case .piston, .stickyPiston: return flag(.extended) ? facing.opposite.bit : all
    case .pistonHead: return facing.bit
    case .trapdoor where !flag(.open):
      return (word(.half) == .top ? Direction.up : .down).bit
    default: return collision == [.full] ? all : 0
    }
  }

  /// The bottom or top, the tall side, and beside it what the corner fills up.
  private var stairFaces: UInt8 {
    let base = (word(.half) == .top ? Direction.up : .down).bit
    switch word(.shape) {
    case .straight: return base | facing.bit
    case .innerLeft: return base | facing.bit | facing.counterclockwise.bit
    case .innerRight: return base | facing.bit | facing.clockwise.bit
    default: return base
    }
  }

  /// The faces that carry something in their middle.
  var centreFaces: UInt8 {
    let upright = Direction.up.bit | Direction.down.bit
    switch kind {
    case .fence, .wall, .pane, .cauldron, .waterCauldron, .chain, .anvil, .farmland, .path:
      return wholeFaces | (kind == .chain && word(.axis) != .y ? 0 : upright)
    case .gate: return flag(.open) ? 0 : upright
    case .enchantingTable, .stonecutter, .chest, .enderChest: return Direction.down.bit
    default: return wholeFaces
    }
  }
}
