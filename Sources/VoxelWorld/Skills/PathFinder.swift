/// Finds the quickest way for a body from cell to cell, by walking, jumping, dropping, climbing and
/// swimming as the body really does (A*; Hart, Nilsson and Raphael, 1968).
public struct PathFinder: Sendable {
  /// Ticks that a block takes on the level at a walk.
  static let walk = 4.63
  static let jump = 9.0
  static let drop = 3.0
  static let swim = 10.3
  static let climb = 8.5
  /// The deepest drop that does no harm.
  static let deepestDrop = 3

  /// How many cells are looked at before giving up.
  public var limit = 40_000
  /// How near to the goal is near enough, in steps along the axes; 0 for the cell itself.
  public var tolerance = 0

  public init() {}

  /// A cell that has been reached.
  private struct Node {
    let cell: Cell
    var parent: Int
    var cost: Double
    var isDone = false
  }

  /// The cells from start to goal, both included; nil if there is no way, or none within the limit.
  public func path(from start: Cell, to goal: Cell, in world: borrowing World) -> [Cell]? {
    guard world.stand(at: start) != nil else { return nil }
    guard tolerance > 0 || world.stand(at: goal) != nil else { return nil }
    var nodes = [Node(cell: start, parent: -1, cost: 0)]
    var numbers = CellNumbers()
    _ = numbers.insert(world.index(of: start), 0)
    var open = OpenList()
    open.push(0, Self.estimate(start, goal))
    var expanded = 0
    while let current = open.pop() {
      guard !nodes[current].isDone else { continue }
      nodes[current].isDone = true
      let cell = nodes[current].cell
      if cell.distance(to: goal) <= tolerance { return trace(nodes, from: current) }
      expanded += 1
      guard expanded < limit else { return nil }
      forEachStep(from: cell, in: world) { next, cost in
        let total = nodes[current].cost + cost
        if let known = numbers[world.index(of: next)].map(Int.init) {
          guard total < nodes[known].cost else { return }
          nodes[known].cost = total
          nodes[known].parent = current
          nodes[known].isDone = false
          open.push(known, total + Self.estimate(next, goal))
        } else {
          _ = numbers.insert(world.index(of: next), Int32(nodes.count))
          open.push(nodes.count, total + Self.estimate(next, goal))
          nodes.append(Node(cell: next, parent: current, cost: total))
        }
      }
    }
    return nil
  }

  private func trace(_ nodes: [Node], from last: Int) -> [Cell] {
    var path: [Cell] = []
    var node = last
    while node >= 0 {
      path.append(nodes[node].cell)
      node = nodes[node].parent
    }
    return path.reversed()
  }

  /// Never more than the way really takes: straight and diagonal steps on the level.
  private static func estimate(_ from: Cell, _ to: Cell) -> Double {
    let dx = abs(from.x - to.x)
    let dz = abs(from.z - to.z)
    return walk * (Double(max(dx, dz)) + 0.414 * Double(min(dx, dz)))
  }

  /// Goes through the cells that can be reached in one step, with their cost in ticks.
  func forEachStep(
    from cell: Cell, in world: borrowing World, _ body: (Cell, Double) -> Void
  ) {
    guard let stand = world.stand(at: cell) else { return }
    for direction in Direction.horizontal {
      stepLevel(from: cell, stand, direction, in: world, body)
      let turned = direction.clockwise
      stepDiagonally(from: cell, stand, direction, turned, in: world, body)
    }
    if stand.kind != .ground {
      for vertical in [cell.above, cell.below] {
        guard let next = world.stand(at: vertical) else { continue }
        body(vertical, next.kind == .water ? Self.swim : Self.climb)
      }
    } else if let below = world.stand(at: cell.below), below.kind == .ladder {
      body(cell.below, Self.climb)
    }
  }

  private func stepLevel(
    from cell: Cell, _ stand: Stand, _ direction: Direction, in world: borrowing World,
    _ body: (Cell, Double) -> Void
  ) {
    let side = cell + direction
    if let next = world.stand(at: side.above) {
      let rise = next.height - stand.height
      let canRise = world.obstacleHeight(at: cell.above.above) == 0
      if rise <= 1.2, canRise || rise <= Motion.stepHeight {
        body(side.above, rise <= Motion.stepHeight ? Self.walk : Self.jump)
      }
    }
    if let next = world.stand(at: side) {
      let rise = next.height - stand.height
      if rise <= Motion.stepHeight {
        body(side, next.kind == .water ? Self.swim : Self.walk)
        return
      }
    }
    guard world.obstacleHeight(at: side.above) == 0, world.obstacleHeight(at: side) == 0 else {
      return
    }
    var cell = side.below
    for depth in 1...Self.deepestDrop {
      if let next = world.stand(at: cell), stand.height - next.height <= 3.01 {
        body(cell, Self.walk + Self.drop * Double(depth))
        return
      }
      guard world.obstacleHeight(at: cell) == 0 else { return }
      cell = cell.below
    }
  }

  private func stepDiagonally(
    from cell: Cell, _ stand: Stand, _ first: Direction, _ second: Direction,
    in world: borrowing World, _ body: (Cell, Double) -> Void
  ) {
    let corner = cell + first + second
    guard stand.kind == .ground, let next = world.stand(at: corner), next.kind == .ground,
      abs(next.height - stand.height) < 0.01
    else { return }
    for side in [cell + first, cell + second] {
      guard world.obstacleHeight(at: side) == 0, world.obstacleHeight(at: side.above) == 0 else {
        return
      }
    }
    body(corner, 1.414 * Self.walk)
  }
}

/// Nodes by their estimated cost, the least first; equal costs in the order of the nodes.
private struct OpenList {
  private var heap: [(cost: Double, node: Int)] = []

  private func isBefore(_ a: Int, _ b: Int) -> Bool {
    heap[a].cost != heap[b].cost ? heap[a].cost < heap[b].cost : heap[a].node < heap[b].node
  }

  mutating func push(_ node: Int, _ cost: Double) {
    heap.append((cost, node))
    var child = heap.count - 1
    while child > 0, isBefore(child, (child - 1) / 2) {
      heap.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  mutating func pop() -> Int? {
    guard let first = heap.first, let last = heap.popLast() else { return nil }
    if !heap.isEmpty {
      heap[0] = last
      var parent = 0
      while true {
        var least = parent
        for child in 2 * parent + 1...2 * parent + 2 where child < heap.count {
          if isBefore(child, least) { least = child }
        }
        guard least != parent else { break }
        heap.swapAt(parent, least)
        parent = least
      }
    }
    return first.node
  }
}
