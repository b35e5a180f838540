import VoxelWorld

/// Where a generator draws: its own coordinates, with the front to the south, turned clockwise by
/// quarters about the vertical axis and then moved.
public struct Frame: Hashable, Sendable {
  public var origin = Cell(0, 0, 0)
  public private(set) var quarters = 0

  public init() {}

  public init(origin: Cell, quarters: Int = 0) {
    self.origin = origin
    self.quarters = ((quarters % 4) + 4) % 4
  }

  /// The frame of a box `width` across its front and `depth` deep, whose front looks to `front`
  /// and whose corner with the least coordinates comes to lie at `corner`.
  public init(corner: Cell, width: Int, depth: Int, front: Direction) {
    let quarters =
      switch front {
      case .west: 1
      case .north: 2
      case .east: 3
      default: 0
      }
    self.init(origin: Cell(0, 0, 0), quarters: quarters)
    let far = turn(Cell(width - 1, 0, depth - 1))
    origin = corner + Cell(max(0, -far.x), 0, max(0, -far.z))
  }

  /// A frame that is given in this one.
  public func containing(_ inner: Frame) -> Frame {
    Frame(origin: place(inner.origin), quarters: quarters + inner.quarters)
  }

  /// A cell of the frame in the coordinates of the plan.
  public func place(_ cell: Cell) -> Cell { origin + turn(cell) }

  /// A vector of the frame in the coordinates of the plan.
  public func turn(_ vector: Cell) -> Cell {
    switch quarters {
    case 1: Cell(-vector.z, vector.y, vector.x)
    case 2: Cell(-vector.x, vector.y, -vector.z)
    case 3: Cell(vector.z, vector.y, -vector.x)
    default: vector
    }
  }

  public func turn(_ direction: Direction) -> Direction {
    (0..<quarters).reduce(direction) { direction, _ in direction.clockwise }
  }

  /// The direction of the frame that looks to a direction of the plan.
  public func back(_ direction: Direction) -> Direction {
    (0..<(4 - quarters) % 4).reduce(direction) { direction, _ in direction.clockwise }
  }

  /// The cell of the frame at a cell of the plan.
  public func back(_ cell: Cell) -> Cell {
    Frame(origin: Cell(0, 0, 0), quarters: 4 - quarters).turn(cell - origin)
  }

  func turn(_ relation: Relation) -> Relation {
    guard let direction = Direction(named: relation.rawValue) else { return relation }
    return Relation(rawValue: turn(direction).name) ?? relation
  }

  func turn(_ kind: ShapeKind) -> ShapeKind {
    let isAcross = quarters % 2 == 1
    switch kind {
    case .gableX: return isAcross ? .gableZ : .gableX
    case .gableZ: return isAcross ? .gableX : .gableZ
    case .archX: return isAcross ? .archZ : .archX
    case .archZ: return isAcross ? .archX : .archZ
    case .rampEast, .rampWest, .rampSouth, .rampNorth:
      let ramps: [Direction: ShapeKind] = [
        .east: .rampEast, .west: .rampWest, .south: .rampSouth, .north: .rampNorth,
      ]
      guard let direction = ramps.first(where: { $0.value == kind })?.key else { return kind }
      return ramps[turn(direction)] ?? kind
    default: return kind
    }
  }

  /// A picture as it stands in the plan: its columns may run the other way there.
  func turn(_ mask: Mask) -> Mask {
    let reversed = mask.rows.map { String($0.reversed()) }
    switch (mask.plane, quarters) {
    case (_, 0): return mask
    case (.xy, 2), (.zy, 2): return Mask(reversed, mask.plane)
    // Columns to the east come to run to the south, and after three quarters to the north.
    case (.xy, let quarters): return Mask(quarters == 1 ? mask.rows : reversed, .zy)
    case (.zy, let quarters): return Mask(quarters == 1 ? reversed : mask.rows, .xy)
    case (.xz, 2): return Mask(reversed.reversed(), .xz)
    case (.xz, let quarters):
      let columns = mask.rows.map(Array.init)
      let turned = columns[0].indices.map { x in
        String(quarters == 1 ? columns.reversed().map { $0[x] } : columns.map { $0[x] })
      }
      return Mask(quarters == 1 ? turned : turned.reversed(), .xz)
    }
  }

  /// A state with its front, its axis and its rotation turned.
  public func turn(_ state: BlockState) -> BlockState {
    guard quarters > 0, !state.isAir else { return state }
    var turned = state
    if let facing = state.word(.facing)?.direction { turned = turned.with(.facing, turn(facing)) }
    if quarters % 2 == 1 {
      if state.word(.axis) == .x {
        turned = turned.with(.axis, PropertyWord.z)
      } else if state.word(.axis) == .z {
        turned = turned.with(.axis, PropertyWord.x)
      }
    }
    return turned.with(.rotation, (state.number(.rotation) + 4 * quarters) % 16)
  }
}
