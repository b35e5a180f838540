/// One thing for a builder to do: bring a cell to the state that is wanted, from where it has to
/// stand for that and where it has to look.
public struct Work: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case place(Item)
    case dig
  }

  public let kind: Kind
  public let cell: Cell
  /// The cell of the feet.
  public let stand: Cell
  /// The point to look at.
  public let x: Double
  public let y: Double
  public let z: Double
}

/// Finds from where and with which look a hand can do something, by trying what the rules say.
public enum WorkFinder {
  /// Points of a face to look at, across and up, in blocks. None lies in the middle, where a hair
  /// decides between upper and lower halves, left and right hinges.
  private static let points = [
    (0.42, 0.42), (0.58, 0.58), (0.58, 0.42), (0.42, 0.58), (0.2, 0.2), (0.8, 0.8),
  ]

  /// How `wanted` can be placed into `cell` by a body where it is; nil if it cannot.
  public static func place(
    _ wanted: BlockState, _ item: Item, at cell: Cell, by body: Body, in map: borrowing World
  ) -> Work? {
    guard let block = item.block, isNear(cell, body) else { return nil }
    var body = body
    for (target, face) in faces(towards: cell, in: map) {
      for point in points {
        let at = self.point(of: target, face, point)
        body.look(at: at.0, at.1, at.2)
        guard let sight = map.sight(of: body), sight.cell == target, sight.face == face,
          case .success(let placing) = map.outcome(ofPlacing: block, at: sight, by: body),
          let state = placing.state(at: cell), leadsTo(wanted, state),
          !overlaps(placing, body, map)
        else { continue }
        return Work(
          kind: .place(item), cell: cell, stand: body.cell, x: at.0, y: at.1, z: at.2)
      }
    }
    return nil
  }

  /// How the block in `cell` can be broken by a body where it is; nil if it cannot.
  public static func dig(_ cell: Cell, by body: Body, in map: borrowing World) -> Work? {
    // Who digs under its own feet falls one block and no further.
    let isFloor = body.cell.below == cell
    guard isNear(cell, body), !isFloor || map[cell.below].has(.fullCube) else { return nil }
    var body = body
    for face in Direction.allCases {
      let at = point(of: cell, face, points[0])
      body.look(at: at.0, at.1, at.2)
      guard map.sight(of: body)?.cell == cell else { continue }
      return Work(kind: .dig, cell: cell, stand: body.cell, x: at.0, y: at.1, z: at.2)
    }
    return nil
  }

  /// Whether a placed state is the wanted one, or the first step to it.
  private static func leadsTo(_ wanted: BlockState, _ state: BlockState) -> Bool {
    if state.traits.block != wanted.traits.block { return false }
    switch wanted.kind {
    case .slab where wanted.word(.type) == .double: return true
    case .candle, .snow, .petals: return true
    // What follows from neighbours comes when they do.
    default: return state.fulfils(wanted) || BuildOrder.follows(state, wanted)
    }
  }

  private static func overlaps(
    _ placing: Placing, _ body: Body, _ map: borrowing World
  ) -> Bool {
    for box in BlockTable.standard.boxes(ofShape: placing.state.traits.collision)
    where Box(box, in: placing.cell).overlaps(body.box) {
      return true
    }
    return false
  }

  private static func isNear(_ cell: Cell, _ body: Body) -> Bool {
    let dx = Double(cell.x) + 0.5 - body.x
    let dy = Double(cell.y) + 0.5 - body.y - Body.eyeHeight
    let dz = Double(cell.z) + 0.5 - body.z
    return dx * dx + dy * dy + dz * dz < 30
  }

  /// The faces that, clicked, put a block into `cell`: of its neighbours, of what it replaces, and of
  /// what it adds to.
  private static func faces(
    towards cell: Cell, in map: borrowing World
  ) -> [(Cell, Direction)] {
    let there = map[cell]
    if !there.isAir, !there.kind.isFluid { return Direction.allCases.map { (cell, $0) } }
    return Direction.allCases.compactMap { direction in
      let neighbour = cell + direction
      let traits = map.traits(at: neighbour)
      let isClickable = traits.kind != .air && !traits.flags.contains(.replaceable)
      return isClickable ? (neighbour, direction.opposite) : nil
    }
  }

  /// A point of a face, a hair inside it.
  private static func point(
    of cell: Cell, _ face: Direction, _ point: (Double, Double)
  ) -> (Double, Double, Double) {
    let x = Double(cell.x)
    let y = Double(cell.y)
    let z = Double(cell.z)
    switch face {
    case .down: return (x + point.0, y, z + point.1)
    case .up: return (x + point.0, y + 1, z + point.1)
    case .north: return (x + point.0, y + point.1, z)
    case .south: return (x + point.0, y + point.1, z + 1)
    case .west: return (x, y + point.1, z + point.0)
    case .east: return (x + 1, y + point.1, z + point.0)
    }
  }
}
