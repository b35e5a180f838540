import VoxelWorld

extension Benchmarks {
  /// The clock of a world of blocks in which one body stands and nothing is scheduled.
  static var ticks: Benchmark {
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
}
