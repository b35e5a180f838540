import VoxelWorld

extension RoomGrid {
  /// Where a thing goes and which way it faces.
  struct Placement {
    let cell: Cell
    let state: BlockState
  }

  /// Finds a place for a thing at a spot, the entry taken as the south, and takes it; nil if there
  /// is none.
  mutating func place(_ block: BlockState, at spot: Furnishing.Spot) -> Placement? {
    for cell in candidates(spot) {
      for wall in walls(cell) + [.north] where spot == .centre || !walls(cell).isEmpty {
        if block.kind == .bed {
          // The head is at the wall, or else the bed lies along it.
          for way in [wall, wall.clockwise, wall.counterclockwise] {
            let foot = cell + way.opposite
            if take([cell, foot]) {
              return Placement(cell: foot, state: block.with(.facing, way))
            }
          }
        } else if take([cell]) {
          return Placement(cell: cell, state: block.facingInto(wall.opposite))
        }
      }
    }
    return nil
  }

  /// Free cells, the best for a spot first.
  private func candidates(_ spot: Furnishing.Spot) -> [Cell] {
    let x0 = rectangle.x.lowerBound
    let x1 = rectangle.x.upperBound
    let z0 = rectangle.z.lowerBound
    let z1 = rectangle.z.upperBound
    let middle = ((x0 + x1) / 2, (z0 + z1) / 2)
    func distance(_ cell: Cell) -> Int {
      let x = cell.x
      let z = cell.z
      switch spot {
      case .anywhere: return 8 * (2 - min(2, walls(cell).count)) + (z - z0)
      case .left: return 4 * (x - x0) + abs(z - middle.1)
      case .right: return 4 * (x1 - x) + abs(z - middle.1)
      case .back: return 4 * (z - z0) + abs(x - middle.0)
      case .front: return 4 * (z1 - z) + abs(x - middle.0)
      case .centre: return abs(x - middle.0) + abs(z - middle.1)
      case .leftCorner: return 2 * (x - x0) + (z - z0)
      case .rightCorner: return 2 * (x1 - x) + (z - z0)
      }
    }
    let cells = freeCells
    return cells.enumerated().sorted {
      (distance($0.element), $0.offset) < (distance($1.element), $1.offset)
    }.map(\.element)
  }
}

extension BlockState {
  /// The state with its front towards a direction: stairs, used as chairs, turn their backs to it.
  func facingInto(_ direction: Direction) -> BlockState {
    switch kind {
    case .stairs, .bed, .gate: with(.facing, direction.opposite)
    case .barrel, .dispenser, .piston, .stickyPiston: self
    default: with(.facing, direction)
    }
  }
}
