import Math

/// Ground to live on: hills, lakes with beaches, caves, ores and trees. Equal seeds give equal
/// ground.
public struct Terrain: Hashable, Sendable {
  /// The height of the lakes' surface, in blocks.
  public var waterLevel = 24
  /// How far hills rise above and valleys sink below the water level, in blocks.
  public var relief = 12.0
  /// Trees per 100 cells of grass.
  public var trees = 1.5
  public var hasCaves = true

  public init() {}

  private static let bedrock: BlockState = "bedrock"
  private static let stone: BlockState = "stone"
  private static let dirt: BlockState = "dirt"
  private static let grass: BlockState = "grass_block"
  private static let sand: BlockState = "sand"
  private static let water: BlockState = "water"
  private static let log: BlockState = "oak_log"
  private static let leaves: BlockState = "oak_leaves[persistent=false,distance=1]"

  /// What is found in stone below a height, one block in so many.
  private static let ores: [(state: BlockState, below: Int, oneIn: Int)] = [
    ("coal_ore", 60, 90), ("iron_ore", 40, 140), ("copper_ore", 48, 160), ("gold_ore", 16, 500),
    ("redstone_ore", 12, 300), ("lapis_ore", 16, 600), ("diamond_ore", 10, 900),
  ]

  /// Makes the ground of a world.
  public func world(size: WorldSize, seed: UInt64) -> World {
    var world = World(size: size)
    var random = Random(seed: Random.seed(seed, 0))
    let hills = Noise(seed: Random.seed(seed, 1), spacing: 48, octaves: 4)
    let caves = [2, 3].map { Noise(seed: Random.seed(seed, $0), spacing: 20, octaves: 2) }
    for z in 0..<size.z {
      for x in 0..<size.x {
        let rise = hills.value(Double(x), 0, Double(z))
        let height = min(
          max(waterLevel + Int((1.6 * relief * rise + 2).rounded()), 3), size.y - 10)
        fillColumn(&world, x, z, height, &random)
        if hasCaves { carve(&world, x, z, height, caves) }
      }
    }
    plant(&world, &random)
    return world
  }

  private func fillColumn(
    _ world: inout World, _ x: Int, _ z: Int, _ height: Int, _ random: inout Random
  ) {
    let isShore = height <= waterLevel + 1
    for y in 0...max(height, waterLevel) where y < world.size.y {
      let state: BlockState
      switch y {
      case 0: state = Self.bedrock
      case (height + 1)...: state = Self.water
      case height: state = isShore ? Self.sand : Self.grass
      case (height - 3)...: state = isShore ? Self.sand : Self.dirt
      default: state = rock(at: y, &random)
      }
      world.write(state, at: Cell(x, y, z))
    }
  }

  private func rock(at height: Int, _ random: inout Random) -> BlockState {
    for ore in Self.ores where height < ore.below && random.index(below: ore.oneIn) == 0 {
      return ore.state
    }
    return Self.stone
  }

  /// Caves run where two noises are both near zero, well below the ground, so that no lake drains.
  private func carve(
    _ world: inout World, _ x: Int, _ z: Int, _ height: Int, _ caves: [Noise]
  ) {
    guard height > 8 else { return }
    for y in 2..<height - 5 {
      let first = caves[0].value(Double(x), 1.5 * Double(y), Double(z))
      guard abs(first) < 0.12 else { continue }
      let second = caves[1].value(Double(x), 1.5 * Double(y), Double(z))
      if abs(second) < 0.12 { world.write(.air, at: Cell(x, y, z)) }
    }
  }

  private func plant(_ world: inout World, _ random: inout Random) {
    for z in 3..<max(4, world.size.z - 3) {
      for x in 3..<max(4, world.size.x - 3) where random.uniform() * 100 < trees {
        var y = world.size.y - 9
        while y > 0, world[x, y, z].isAir { y -= 1 }
        if world[x, y, z] == Self.grass { growTree(&world, Cell(x, y + 1, z), &random) }
      }
    }
  }

  /// An oak: a trunk of four to six logs under a crown of two wide and two narrow layers.
  private func growTree(_ world: inout World, _ foot: Cell, _ random: inout Random) {
    let trunk = 4 + random.index(below: 3)
    for level in trunk - 2...trunk + 1 {
      let radius = level < trunk ? 2 : 1
      for dz in -radius...radius {
        for dx in -radius...radius {
          let isCorner = abs(dx) == radius && abs(dz) == radius
          if isCorner, level > trunk || random.uniform() < 0.5 { continue }
          let cell = foot + Cell(dx, level, dz)
          if world[cell].isAir { world.write(Self.leaves, at: cell) }
        }
      }
    }
    for level in 0..<trunk { world.write(Self.log, at: foot + Cell(0, level, 0)) }
    world.write(Self.dirt, at: foot.below)
  }
}
