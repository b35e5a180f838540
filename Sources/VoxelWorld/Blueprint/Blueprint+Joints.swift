extension Blueprint {
  /// Gives fences, panes, walls, stairs, dust and whatever else follows its neighbours the shape that
  /// it will have once everything stands.
  public mutating func joinNeighbours() {
    var world = World(size: size)
    forEachCell { cell, state in world.write(state, at: cell) }
    // Walls look at walls above them, so a second pass settles what the first has changed.
    for _ in 0..<2 {
      forEachCell { cell, state in world.write(world.connected(world[cell], at: cell), at: cell) }
    }
    for y in 0..<size.y {
      for z in 0..<size.z {
        for x in 0..<size.x where self[Cell(x, y, z)] != nil {
          self[Cell(x, y, z)] = world[Cell(x, y, z)]
        }
      }
    }
  }
}
