extension World {
  /// Constants such as "what counts as soil" are made when a rule first asks for them. Here every
  /// block comes and goes once in a world of its own, so that no step of an episode has to make
  /// any.
  static let rehearsal: Void = {
    var world = World(size: WorldSize(8, 8, 8))
    let cell = Cell(4, 4, 4)
    for floor in ["dirt", "stone"] as [BlockState] {
      world.fill(Cell(0, 3, 0), Cell(7, 3, 7), with: floor)
      for block in BlockTable.standard.blocks {
        world.set(block.usual, at: cell)
        _ = world.isSupported(block.usual, at: cell)
        world.use(cell)
        world.tick()
        world.dig(cell, with: nil)
      }
    }
    world.set("water", at: cell + .east)
    world.set("lava", at: cell + .west)
    world.tick(40)
    var body = Body(in: cell)
    body.move(Keys(), in: world)
  }()
}
