import VoxelWorld

extension HouseBuilder {
  /// A room that walls inside the house part off.
  struct Partition {
    let plan: RoomPlan
    let storey: Int
    let rectangle: Rectangle
    /// Where one enters it.
    let entry: Cell
  }

  /// Divides the storeys into the rooms that are asked for, the first ones on the ground floor, and
  /// writes the walls and doors between them.
  ///
  /// Rooms lie side by side along the house; each has a door to the next one.
  mutating func writePartitions(into plan: inout PlanWriter) -> [Partition] {
    guard !house.rooms.isEmpty else { return [] }
    let room = rectangles[0].grown(by: -1)
    let isAlongX = room.width >= room.depth
    let length = isAlongX ? room.width : room.depth
    let perStorey = (house.rooms.count + house.storeys - 1) / house.storeys
    var partitions: [Partition] = []
    for storey in 0..<house.storeys {
      let rooms = Array(house.rooms.dropFirst(storey * perStorey).prefix(perStorey))
      guard !rooms.isEmpty else { continue }
      let base = level(storey)
      var first = 0
      for (index, kind) in rooms.enumerated() {
        // Widths differ by one at the most; a wall stands between two rooms.
        var last = (index + 1) * (length + 1) / rooms.count - 2
        let start = isAlongX ? room.x.lowerBound : room.z.lowerBound
        if index + 1 < rooms.count,
          start + last + 1 == (isAlongX ? entry.x : entry.z)
        {
          // Not before the front door.
          last += index == 0 ? 1 : -1
        }
        let rectangle =
          isAlongX
          ? Rectangle(room.x.lowerBound + first...room.x.lowerBound + max(first, last), room.z)
          : Rectangle(room.x, room.z.lowerBound + first...room.z.lowerBound + max(first, last))
        partitions.append(
          Partition(
            plan: kind, storey: storey, rectangle: rectangle,
            entry: entry(to: rectangle, storey, isAlongX, index)))
        if index + 1 < rooms.count {
          writePartition(after: last + 1, of: room, isAlongX, base, into: &plan)
        }
        first = last + 2
      }
    }
    return partitions
  }

  /// The cell of a room nearest to the front door, on the row where the inner doors are.
  private func entry(
    to rectangle: Rectangle, _ storey: Int, _ isAlongX: Bool, _ index: Int
  ) -> Cell {
    if storey == 0, rectangle.contains(entry.x, entry.z) { return entry }
    return isAlongX
      ? Cell(rectangle.x.lowerBound, 0, doorRow(rectangle.z))
      : Cell(doorRow(rectangle.x), 0, rectangle.z.lowerBound)
  }

  /// Two rows of pillars along the main room, with a way between them.
  mutating func writePillars(into plan: inout PlanWriter) {
    guard let material = house.pillars, house.storeys == 1 else { return }
    let room = rectangles[0].grown(by: -1)
    let isAlongX = room.width >= room.depth
    let (along, across) = isAlongX ? (room.x, room.z) : (room.z, room.x)
    guard across.count >= 5, along.count >= 5 else { return }
    for side in [across.lowerBound + across.count / 4, across.upperBound - across.count / 4] {
      for step in stride(from: along.lowerBound + 2, to: along.upperBound - 1, by: 4) {
        let foot = isAlongX ? Cell(step, 0, side) : Cell(side, 0, step)
        guard foot.x != entry.x || foot.z != entry.z else { continue }
        reserved.insert(foot)
        partitionCells.insert(foot)
        plan.fill(
          foot, foot + Cell(0, house.wallHeight - 1, 0), material.log, part: "pillars")
      }
    }
  }

  private func doorRow(_ range: ClosedRange<Int>) -> Int {
    (range.lowerBound + range.upperBound) / 2
  }

  private mutating func writePartition(
    after offset: Int, of room: Rectangle, _ isAlongX: Bool, _ base: Int,
    into plan: inout PlanWriter
  ) {
    let lower: Cell
    let upper: Cell
    let door: Cell
    if isAlongX {
      let x = room.x.lowerBound + offset
      (lower, upper) = (Cell(x, base, room.z.lowerBound), Cell(x, 0, room.z.upperBound))
      door = Cell(x, base, doorRow(room.z))
    } else {
      let z = room.z.lowerBound + offset
      (lower, upper) = (Cell(room.x.lowerBound, base, z), Cell(room.x.upperBound, 0, z))
      door = Cell(doorRow(room.x), base, z)
    }
    let top = base + house.wallHeight - 1
    let material = (house.inner ?? house.walls.main).full
    plan.paint(plan.box(lower, Cell(upper.x, top, upper.z)), material, part: "partitions")
    if base == level(house.storeys - 1), let loft {
      // Under a sloping roof the wall goes up into it.
      let gable = plan.box(
        Cell(lower.x, top + 1, lower.z), Cell(upper.x, top + 64, upper.z))
      plan.paint(plan.intersect(gable, loft), material, part: "partitions")
    }
    let way: Direction = isAlongX ? .east : .south
    plan.put(
      BlockState("oak_door").with(.facing, way), at: door, part: plan.part("door"))
    for cell in [door, door + way, door + way.opposite] {
      reserved.insert(Cell(cell.x, base, cell.z))
    }
    partitionCells.formUnion(
      lower.z == upper.z
        ? (lower.x...upper.x).map { Cell($0, base, lower.z) }
        : (lower.z...upper.z).map { Cell(lower.x, base, $0) })
  }
}
