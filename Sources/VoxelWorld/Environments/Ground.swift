import Math

/// Where an episode takes place: flat ground, or ground with obstacles on it.
enum Ground {
  static let height = 4

  /// Grass at height 3 over dirt and bedrock.
  static func flat(_ size: WorldSize) -> World {
    var world = World(size: size)
    let top = Cell(size.x - 1, 0, size.z - 1)
    world.fill(Cell(0, 0, 0), top, with: "bedrock")
    world.fill(Cell(0, 1, 0), Cell(top.x, 2, top.z), with: "dirt")
    world.fill(Cell(0, 3, 0), Cell(top.x, 3, top.z), with: "grass_block")
    return world
  }

  /// Terraces, walls, fences, pools and ditches on flat ground.
  ///
  /// - Parameter roughness: obstacles per 100 cells of ground.
  static func course(_ size: WorldSize, roughness: Double, _ random: inout Random) -> World {
    var world = flat(size)
    let count = Int(roughness * Double(size.x * size.z) / 100)
    for _ in 0..<count {
      let at = Cell(random.index(below: size.x), height, random.index(below: size.z))
      switch random.index(below: 6) {
      case 0: terrace(&world, at, random.index(below: 3) + 1, &random)
      case 1: line(&world, at, "stone_bricks", height: 2, &random)
      case 2: line(&world, at, "oak_fence", height: 1, &random)
      case 3: pit(&world, at, filledWith: "water", &random)
      case 4: pit(&world, at, filledWith: .air, &random)
      default: line(&world, at, "oak_slab", height: 1, &random)
      }
    }
    return world
  }

  private static func terrace(
    _ world: inout World, _ at: Cell, _ levels: Int, _ random: inout Random
  ) {
    let side = 3 + random.index(below: 4)
    for level in 0..<levels {
      for z in level..<max(level + 1, side - level) {
        for x in level..<max(level + 1, side - level) {
          world.write("dirt", at: at + Cell(x, level, z))
        }
      }
    }
  }

  private static func line(
    _ world: inout World, _ at: Cell, _ state: BlockState, height: Int, _ random: inout Random
  ) {
    let along = random.index(below: 2) == 0 ? Cell(1, 0, 0) : Cell(0, 0, 1)
    var cell = at
    for _ in 0..<3 + random.index(below: 6) {
      for y in 0..<height where world[cell + Cell(0, y, 0)].isAir {
        world.write(state, at: cell + Cell(0, y, 0))
        let joined = world.connected(world[cell + Cell(0, y, 0)], at: cell + Cell(0, y, 0))
        world.write(joined, at: cell + Cell(0, y, 0))
      }
      cell = cell + along
    }
  }

  private static func pit(
    _ world: inout World, _ at: Cell, filledWith state: BlockState, _ random: inout Random
  ) {
    let side = 2 + random.index(below: 3)
    for z in 0..<side {
      for x in 0..<side {
        let cell = at + Cell(x, -1, z)
        if world[cell.above].isAir { world.write(state, at: cell) }
      }
    }
  }
}
