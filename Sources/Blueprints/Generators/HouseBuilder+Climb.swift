import VoxelWorld

extension HouseBuilder {
  /// The room of the main part, in cells.
  private var room: Rectangle { rectangles[0].grown(by: -1) }

  /// The columns that a ladder or stairs take.
  var climbing: Set<Cell> {
    guard house.storeys > 1 else { return [] }
    switch house.climb {
    case .ladder: return [Cell(room.x.lowerBound, 0, room.z.lowerBound)]
    case .stairs:
      return Set(stairRun.map { Cell($0, 0, room.z.lowerBound) })
    }
  }

  /// The columns of the flight along the back wall, from its foot to its head.
  private var stairRun: ClosedRange<Int> {
    let length = house.wallHeight + 1
    // Walls between rooms leave the first room the least.
    let shift = house.rooms.isEmpty ? max(0, min(1, room.width - length - 1)) : 0
    let first = room.x.lowerBound + shift
    return first...min(room.x.upperBound, first + length - 1)
  }

  /// Writes ladders or stairs through all storeys.
  mutating func writeClimb(into plan: inout PlanWriter) {
    let corner = Cell(room.x.lowerBound, 0, room.z.lowerBound)
    guard house.climb == .stairs, room.width >= house.wallHeight + 2, room.depth >= 3 else {
      let top = Cell(corner.x, level(house.storeys - 1), corner.z)
      plan.fill(
        corner, top.below, BlockState("ladder").with(.facing, Direction.south), part: "ladder")
      for storey in 0..<house.storeys {
        reserved.insert(corner + Cell(0, level(storey), 0))
        reserved.insert(corner + Cell(0, level(storey), 1))
      }
      return
    }
    let stairs = (house.floor ?? house.walls.main).stairs ?? "oak_stairs"
    for storey in 0..<house.storeys - 1 {
      // Flights turn back on each other so that each has its own headroom.
      let isBack = storey % 2 == 1
      let z = room.z.lowerBound + (isBack ? 1 : 0)
      let base = level(storey)
      let run = Array(isBack ? stairRun.reversed() : Array(stairRun))
      for (step, x) in run.enumerated() {
        plan.fill(
          Cell(x, base + step, z), Cell(x, base + step, z),
          stairs.with(.facing, isBack ? Direction.west : .east), part: "stairs")
        if step > 0 {
          plan.fill(
            Cell(x, base + step - 1, z), Cell(x, base, z),
            (house.floor ?? house.walls.main).full, part: "stairs")
        }
        plan.clear(
          Cell(x, base + step + 1, z), Cell(x, base + min(step + 3, house.wallHeight + 2), z))
      }
      for x in (run.min() ?? 0) - 1...(run.max() ?? 0) + 1 {
        reserved.insert(Cell(x, base, z))
        reserved.insert(Cell(x, level(storey + 1), z))
      }
      reserved.insert(Cell(run[0], base, z + 1))
    }
  }
}
