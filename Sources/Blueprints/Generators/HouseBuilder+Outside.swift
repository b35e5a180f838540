import VoxelWorld

extension HouseBuilder {
  /// Writes the posts of a house that stands above the ground, and the ladder to its door.
  func writeStilts(into plan: inout PlanWriter) {
    guard house.stilts > 0 else { return }
    let post = (house.walls.corner ?? house.walls.main).full
    for rectangle in rectangles {
      for x in Self.spots(rectangle.x) {
        for z in Self.spots(rectangle.z) { writePost(post, Cell(x, -2, z), into: &plan) }
      }
    }
    // A landing before the door, and a ladder on the post below it.
    let side = house.doors.first?.side.map(frame.back) ?? .south
    let landing = entry + side + side
    plan.fill(
      landing.below, landing.below, (house.floor ?? house.walls.main).full, part: "landing")
    writePost(post, landing + Cell(0, -2, 0), into: &plan)
    let foot = landing + side
    let column = frame.place(foot)
    // Out of the water, if there is any.
    let surface = max(
      site.height(column.x, column.z), site.water(column.x, column.z).map { $0 + 1 } ?? .min)
    let ground = surface - frame.origin.y
    guard ground < 0 else { return }
    plan.fill(
      Cell(foot.x, ground, foot.z), Cell(foot.x, -1, foot.z),
      BlockState("ladder").with(.facing, side), part: "ladder")
  }

  /// Both ends of a range and places between them, three blocks apart.
  private static func spots(_ range: ClosedRange<Int>) -> [Int] {
    let count = max(1, (range.count - 1 + 2) / 3)
    return (0...count).map { range.lowerBound + $0 * (range.count - 1) / count }
  }

  /// A post from a cell down to the ground.
  private func writePost(_ post: BlockState, _ top: Cell, into plan: inout PlanWriter) {
    let column = frame.place(top)
    let ground = site.height(column.x, column.z) - frame.origin.y
    guard ground <= top.y else { return }
    plan.fill(Cell(top.x, ground, top.z), top, post, part: "stilts")
  }

  /// Writes a balcony over the front door, with a door to it from the storey above.
  mutating func writeBalcony(into plan: inout PlanWriter) {
    guard house.hasBalcony, house.storeys > 1 else { return }
    let side = house.doors.first?.side.map(frame.back) ?? .south
    let wall = entry + side
    let right = side.counterclockwise
    let y = level(1)
    let rail = (house.floor ?? house.walls.main).railing
    let planks = (house.floor ?? house.walls.main).full
    for along in -2...2 {
      for out in 1...2 {
        let cell = Cell(
          wall.x + right.x * along + side.x * out, y - 1, wall.z + right.z * along + side.z * out)
        plan.fill(cell, cell, planks, part: "balcony")
        if out == 2 || abs(along) == 2 { plan.put(rail, at: cell.above, part: "balcony") }
      }
    }
    let door = Cell(wall.x, y, wall.z)
    openings.insert(door)
    reserved.insert(door + side.opposite)
    plan.put(
      BlockState("oak_door").with(.facing, side.opposite), at: door, part: plan.part("door"))
  }
}
