/// Something a builder does to the site for the sake of another cell: a prop to place against, or a
/// breach to get through. It stays until that cell is right, and is put right afterwards.
struct Detour: Hashable, Sendable {
  enum Kind: Sendable { case prop, breach }

  let kind: Kind
  let cell: Cell
  /// The cell it is for.
  let sake: Cell
}

/// The quickest way for a body that breaks what stands in its way.
struct BreachFinder {
  /// How much longer breaking a block takes than a step; more for what is lost by it.
  private static let digging = 8
  private static let loss = 60
  private static let mostCells = 6000

  let map: World
  let plot: Plot

  private func isPassable(_ cell: Cell) -> Bool { map.obstacleHeight(at: cell) == 0 }

  /// What it costs to free a cell; nil for what cannot or must not be broken.
  private func cost(of cell: Cell) -> Int? {
    if isPassable(cell) { return 0 }
    let state = map[cell]
    guard !plot.isGround(cell), state.block.hardness >= 0, !World.isContainer(state.kind) else {
      return nil
    }
    let holdsSomething = Direction.allCases.contains { direction in
      BuildOrder.phase(map[cell + direction]) > 1
    }
    // Glass is gone, a bookshelf is but books, and what hangs on a wall comes down with it.
    let isKept = state.block.drop == state.placingItem?.name
    return isKept && !holdsSomething ? Self.digging : Self.loss
  }

  private func canCarry(_ cell: Cell) -> Bool {
    let height = map.obstacleHeight(at: cell)
    return height >= 0.8 && height <= 1
  }

  /// The cells to free, in order, on the way from any of the places that can be walked to, to the
  /// first of `goals`; nil if there is no way.
  func breach(from starts: [Cell], to goals: [Cell]) -> [Cell]? {
    var cells = starts
    var parents = starts.map { _ in -1 }
    var costs = starts.map { _ in 0 }
    var isDone = starts.map { _ in false }
    var numbers = CellNumbers()
    for (number, start) in starts.enumerated() {
      _ = numbers.insert(map.index(of: start), Int32(number))
    }
    let most = starts.count + Self.mostCells
    while cells.count < most {
      var best = -1
      for index in cells.indices where !isDone[index] && (best < 0 || costs[index] < costs[best]) {
        best = index
      }
      guard best >= 0 else { return nil }
      isDone[best] = true
      if goals.contains(cells[best]) { return obstacles(on: trace(cells, parents, to: best)) }
      forEachStep(from: cells[best]) { next, cost in
        let total = costs[best] + cost
        if let known = numbers[map.index(of: next)].map(Int.init) {
          guard !isDone[known], total < costs[known] else { return }
          costs[known] = total
          parents[known] = best
        } else {
          _ = numbers.insert(map.index(of: next), Int32(cells.count))
          cells.append(next)
          parents.append(best)
          costs.append(total)
          isDone.append(false)
        }
      }
    }
    return nil
  }

  private func forEachStep(from cell: Cell, _ body: (Cell, Int) -> Void) {
    for direction in Direction.horizontal {
      for rise in [0, 1, -1] {
        let next = cell + direction + Cell(0, rise, 0)
        guard map.size.contains(next), canCarry(next.below) else { continue }
        var total = 1
        var isOpen = true
        for place in room(from: cell, to: next) {
          if let cost = cost(of: place) { total += cost } else { isOpen = false }
        }
        if isOpen { body(next, total) }
      }
    }
  }

  /// The cells that have to be free for a step: at the higher end three of them.
  private func room(from cell: Cell, to next: Cell) -> [Cell] {
    let head = next.y > cell.y ? cell.above.above : next.above.above
    return next.y == cell.y ? [next, next.above] : [next, next.above, head]
  }

  private func trace(_ cells: [Cell], _ parents: [Int], to last: Int) -> [Cell] {
    var path: [Cell] = []
    var index = last
    while index >= 0 {
      path.append(cells[index])
      index = parents[index]
    }
    return path.reversed()
  }

  private func obstacles(on path: [Cell]) -> [Cell] {
    zip(path, path.dropFirst()).flatMap { room(from: $0, to: $1) }.filter { !isPassable($0) }
  }
}
