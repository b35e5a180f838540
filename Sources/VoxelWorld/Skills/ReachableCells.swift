extension PathFinder {
  /// The cells that a body can get to from `start`, the nearest first, as many as the limit allows.
  public func reachableCells(from start: Cell, in world: borrowing World) -> [Cell] {
    guard world.stand(at: start) != nil else { return [] }
    var cells = [start]
    var numbers = CellNumbers()
    _ = numbers.insert(world.index(of: start), 0)
    var next = 0
    while next < cells.count, cells.count < limit {
      forEachStep(from: cells[next], in: world) { cell, _ in
        if numbers.insert(world.index(of: cell), Int32(cells.count)) { cells.append(cell) }
      }
      next += 1
    }
    return cells
  }
}
