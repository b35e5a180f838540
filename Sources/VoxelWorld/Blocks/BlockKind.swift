/// What a block is for the rules: which properties it has, what shape, what it stands on, how it
/// answers a change beside it. Blocks of one kind differ in looks, hardness and light alone.
public enum BlockKind: String, CaseIterable, Sendable {
  // Full cubes.
  case cube, pillar, snowy, turnedCube, mushroomCube, falling, furnace, barrel, beehive, jukebox
  case dispenser, redstoneOre, tnt, target, soulSand, tintedGlass, honey, slime, glass, ice, roots
  case leaves
  // Parts of a cube.
  case slab, stairs, fence, pane, wall, gate, door, trapdoor, ladder, carpet, snow, farmland, path
  case bed, chest, enderChest, anvil, cactus, cake, cauldron, waterCauldron, chain, composter
  case enchantingTable, grindstone, hopper, lectern, stonecutter, lantern, candle, campfire, pot
  case scaffolding, azalea, lilyPad
  // What one walks through.
  case air, water, lava, fire, cobweb, vine, sign, wallSign, banner, wallBanner, rail, poweredRail
  case torch, wallTorch
  // Plants.
  case sapling, plant, doublePlant, crop, beetroots, netherWart, sugarCane, bush, petals
  // Redstone.
  case redstoneWire, redstoneTorch, redstoneWallTorch, redstoneBlock, repeater, comparator, lever
  case button, plate, weightedPlate, lamp, noteBlock, observer, piston, stickyPiston, pistonHead
  case movingPiston
}

extension BlockKind {
  var isPiston: Bool { self == .piston || self == .stickyPiston }
  var isFluid: Bool { self == .water || self == .lava }
  var isDiode: Bool { self == .repeater || self == .comparator }
}
