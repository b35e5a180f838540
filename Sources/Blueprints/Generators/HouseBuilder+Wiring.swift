import VoxelWorld

extension HouseBuilder {
  /// Writes lamps into the ceiling, a lever beside the door, and between them a ladder of torches
  /// in a pier outside the wall and dust between the ceiling and the roof.
  ///
  /// Every torch of the ladder turns the signal over, so it takes an even number of them; where
  /// the lever hangs follows from that.
  mutating func writeLamps(_ lamps: LampPlan, into plan: inout PlanWriter) {
    let room = rectangles[0]
    let ceiling = height
    let dust = ceiling + 1
    // The last torch is two below the dust and an odd number of pairs above the first one.
    let first = dust % 4
    let wall = room.z.upperBound
    // Beside the door, but neither where a wooden door would feel the lever nor where the pier
    // would stand before the door.
    let isRight = entry.x + 3 < room.x.upperBound
    let x = entry.x + (isRight ? 2 : -2)
    let stone = house.walls.main.full
    openings.insert(Cell(x, 0, wall))
    // The hollow above the ceiling, its sides and the roof.
    plan.fill(room.lower(dust), room.upper(dust + 1), stone, part: "roof")
    // The pier around the ladder.
    plan.fill(Cell(x - 1, 0, wall + 1), Cell(x + 1, dust + 1, wall + 2), stone, part: "pier")
    for y in stride(from: first, to: dust - 1, by: 2) {
      let cell = Cell(x, y, wall + 1)
      let torch: BlockState =
        y == first
        ? BlockState("redstone_wall_torch").with(.facing, Direction.south) : "redstone_torch"
      plan.put(torch, at: cell, part: "wiring")
    }
    let lever = Cell(x, first, wall - 1)
    reserved.insert(Cell(x, 0, wall - 1))
    plan.put(
      BlockState("lever").with(.face, PropertyWord.wall).with(.facing, Direction.north), at: lever,
      part: "switch")
    // Dust from the pier over the wall to the middle and over every lamp.
    let x0 = (room.x.lowerBound + room.x.upperBound + 1 - lamps.across) / 2
    let z0 = (room.z.lowerBound + room.z.upperBound + 1 - lamps.along) / 2
    let x1 = x0 + lamps.across - 1
    let z1 = z0 + lamps.along - 1
    plan.fill(
      Cell(x0, ceiling, z0), Cell(x1, ceiling, z1), "redstone_lamp", part: "lamps")
    let wires = plan.union([
      plan.box(Cell(x, dust, z0), Cell(x, dust, wall + 1)),
      plan.box(Cell(min(x, x0), dust, z0), Cell(max(x, x1), dust, z0)),
      plan.box(Cell(x0, dust, z0), Cell(x1, dust, z1)),
    ])
    plan.paint(wires, "redstone_wire", part: "wiring")
  }
}
