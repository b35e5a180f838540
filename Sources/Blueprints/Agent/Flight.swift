import VoxelWorld

/// Ways through the air for a body two cells high.
enum Flight {
  /// Steps of the shortest way, found outwards from both walls of the possible; nil if there is
  /// none.
  static func length(from start: Cell, to goal: Cell, in world: borrowing World) -> Int? {
    let size = world.size
    guard size.contains(start), size.contains(goal) else { return nil }
    func index(_ cell: Cell) -> Int { (cell.y * size.z + cell.z) * size.x + cell.x }
    if let length = straight(from: start, to: goal, in: world) { return length }
    var distance = [Int32](repeating: -1, count: size.blockCount)
    var queue = [start]
    distance[index(start)] = 0
    var next = 0
    while next < queue.count {
      let cell = queue[next]
      next += 1
      if cell == goal { return Int(distance[index(cell)]) }
      for direction in Direction.allCases {
        let step = cell + direction
        guard size.contains(step), size.contains(step.above), distance[index(step)] < 0,
          world.isWay(step), world.isWay(step.above)
        else { continue }
        distance[index(step)] = distance[index(cell)] + 1
        queue.append(step)
      }
    }
    return nil
  }

  /// The length of a way along the axes, in one of the six orders, if one is free.
  private static func straight(
    from start: Cell, to goal: Cell, in world: borrowing World
  ) -> Int? {
    let orders: [[Axis]] = [
      [.y, .x, .z], [.x, .z, .y], [.y, .z, .x], [.z, .x, .y], [.x, .y, .z], [.z, .y, .x],
    ]
    for order in orders {
      var cell = start
      var isFree = true
      for axis in order where isFree {
        let step = (axis.of(goal) - axis.of(cell)).signum()
        while axis.of(cell) != axis.of(goal), isFree {
          switch axis {
          case .x: cell.x += step
          case .y: cell.y += step
          case .z: cell.z += step
          }
          isFree = world.isWay(cell) && world.isWay(cell.above)
        }
      }
      if isFree { return start.distance(to: goal) }
    }
    return nil
  }
}

extension World {
  /// Whether a body gets through a cell, if need be by opening what is in it.
  func isWay(_ cell: Cell) -> Bool {
    if isPassable(cell) { return true }
    let state = self[cell]
    return state.kind == .gate || state.kind == .door && state.block.name != "iron_door"
  }

  /// Whether a body passes through a cell.
  func isPassable(_ cell: Cell) -> Bool {
    let state = self[cell]
    if state.isAir { return true }
    if state.kind == .lava { return false }
    return BlockTable.standard.boxes(ofShape: state.traits.collision).isEmpty
  }
}
