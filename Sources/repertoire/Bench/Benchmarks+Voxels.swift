import Math
import VoxelWorld

extension Benchmarks {
  static var voxels: [Benchmark] {
    [ticks, blockReads, blockWrites, worldLoading, worldMemory, worldCopy, dustUpdate]
  }

  /// The clock of a world of blocks in which one body stands and nothing is scheduled.
  private static var ticks: Benchmark {
    Benchmark(name: "voxel/ticks", unit: "ticks per second") {
      let count = 100_000
      var world = World(size: WorldSize(64, 64, 64))
      world.fill(Cell(0, 0, 0), Cell(63, 3, 63), with: "stone")
      var body = Body(in: Cell(8, 4, 8))
      return {
        for _ in 0..<count {
          body.move(Keys(), in: world)
          world.tick()
        }
        return Double(count)
      }
    }
  }

  /// Cells of a world of 128 blocks a side, drawn at random, and the world with a mix of states.
  private static func scattered() -> (world: World, cells: [Cell], states: [BlockState]) {
    var world = World(size: WorldSize(128, 128, 128))
    var random = Random(seed: 1)
    let cells = (0..<500_000).map { _ in
      Cell(random.index(below: 128), random.index(below: 128), random.index(below: 128))
    }
    let states = (0..<16).map { BlockState(id: UInt16($0)) }
    for cell in cells { world.write(states[random.index(below: 16)], at: cell) }
    return (world, cells, states)
  }

  private static var blockReads: Benchmark {
    Benchmark(name: "voxel/reads", unit: "random blocks per second") {
      let (world, cells, _) = scattered()
      return {
        var sum = 0
        for cell in cells { sum &+= Int(world[cell].id) }
        // The sum is used, or the loop could be left out.
        return sum >= 0 ? Double(cells.count) : 0
      }
    }
  }

  private static var blockWrites: Benchmark {
    Benchmark(name: "voxel/writes", unit: "random blocks per second") {
      let scene = scattered()
      let cells = scene.cells
      let states = scene.states
      var world = scene.world
      var turn = 0
      return {
        turn += 1
        for index in cells.indices { world.write(states[(index &+ turn) & 15], at: cells[index]) }
        return Double(cells.count)
      }
    }
  }

  /// A landscape of 256 blocks a side: eight kinds of block drawn at random below, air above.
  private static func landscape() -> (size: WorldSize, states: [UInt16]) {
    let size = WorldSize(256, 256, 256)
    var random = Random(seed: 1)
    let ground = size.blockCount / 4
    let states = (0..<size.blockCount).map { index in
      index < ground ? UInt16(1 + random.index(below: 8)) : 0
    }
    return (size, states)
  }

  private static var worldLoading: Benchmark {
    Benchmark(name: "voxel/load", unit: "milliseconds", isRate: false) {
      let (size, states) = landscape()
      return {
        guard let world = try? World(size: size, states: states.span) else { return 1e-300 }
        return world.size == size ? 1e-3 : 1e-300
      }
    }
  }

  private static var worldMemory: Benchmark {
    Benchmark(name: "voxel/memory", unit: "bytes per block", isRate: false, isTimedInside: true) {
      let (size, states) = landscape()
      let world = try World(size: size, states: states.span)
      return { Double(world.byteCount) / Double(size.blockCount) }
    }
  }

  /// A copy of a world of 16 million blocks together with the first write to it.
  private static var worldCopy: Benchmark {
    Benchmark(name: "voxel/copy", unit: "microseconds", isRate: false) {
      let (size, states) = landscape()
      let world = try World(size: size, states: states.span)
      return {
        let count = 20
        for turn in 0..<count {
          var copy = world
          copy.write("dirt", at: Cell(turn, 200, turn))
        }
        return Double(count) * 1e-6
      }
    }
  }

  /// Power comes to, and goes from, 1024 dust that lie in one sheet.
  private static var dustUpdate: Benchmark {
    Benchmark(name: "voxel/dust", unit: "milliseconds", isRate: false) {
      var world = World(size: WorldSize(64, 16, 64))
      world.fill(Cell(0, 0, 0), Cell(63, 3, 63), with: "stone")
      for z in 0..<32 {
        for x in 0..<32 { world.write("redstone_wire", at: Cell(x, 4, z)) }
      }
      let source = Cell(0, 5, 0)
      return {
        for _ in 0..<5 {
          world.set("redstone_block", at: source)
          world.set(.air, at: source)
        }
        return 10 * 1e-3
      }
    }
  }
}
