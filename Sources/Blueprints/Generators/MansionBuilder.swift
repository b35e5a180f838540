import VoxelWorld

/// Draws the inside of a mansion in its own frame: storeys of four layers with a floor between.
struct MansionBuilder {
  let mansion: Mansion
  let width: Int
  let depth: Int

  private static let upstairs = 5
  private var middle: Int { (width - 1) / 2 }
  /// The partitions to the left and right of the hall.
  private var left: Int { middle - 4 }
  private var right: Int { middle + 4 }
  /// The partition between front and back rooms.
  private var split: Int { depth / 2 }

  func write(into plan: inout PlanWriter) {
    plan.fill(
      Cell(1, 4, 1), Cell(width - 2, 4, depth - 2), mansion.floor.full, part: "floor.1")
    plan.fill(Cell(1, 9, 1), Cell(width - 2, 9, depth - 2), mansion.inner.full, part: "ceiling")
    for x in stride(from: 4, to: width - 3, by: 6) {
      plan.put("torch", at: Cell(x, 10, depth / 2), part: "lights")
    }
    for x in [left, right] {
      plan.fill(
        Cell(x, 0, 1), Cell(x, 3, depth - 2), mansion.inner.full, part: "partitions")
      plan.fill(
        Cell(x, 5, 1), Cell(x, 8, depth - 2), mansion.inner.full, part: "partitions")
    }
    for range in [1...left - 1, right + 1...width - 2] {
      for y in [0, Self.upstairs] {
        plan.fill(
          Cell(range.lowerBound, y, split), Cell(range.upperBound, y + 3, split),
          mansion.inner.full, part: "partitions")
      }
    }
    writeHall(into: &plan)
    for (storey, rooms) in [mansion.lower, mansion.upper].enumerated() {
      for place in 0..<4 {
        let kind = place < rooms.count ? rooms[place] : nil
        writeRoom(kind, place, storey * Self.upstairs, into: &plan)
      }
    }
    writeFront(into: &plan)
  }

  /// Two flights along the sides of the hall, up to a gallery.
  private func writeHall(into plan: inout PlanWriter) {
    guard let stairs = mansion.floor.stairs else { return }
    let foot = depth - 5
    // The hall is open to the upper storey above the flights.
    plan.clear(Cell(left + 1, 4, foot - 4), Cell(left + 1, 4, foot), part: "hall")
    plan.clear(Cell(right - 1, 4, foot - 4), Cell(right - 1, 4, foot), part: "hall")
    for x in [left + 1, right - 1] {
      for step in 0..<5 {
        let cell = Cell(x, step, foot - step)
        plan.fill(cell, cell, stairs.with(.facing, Direction.north), part: "stairs")
        if step > 0 {
          plan.fill(
            Cell(x, 0, foot - step), Cell(x, step - 1, foot - step), mansion.floor.full,
            part: "stairs")
        }
      }
      let rail = x == left + 1 ? x + 1 : x - 1
      plan.fill(
        Cell(rail, 5, foot - 3), Cell(rail, 5, foot + 1), mansion.floor.railing,
        part: "railing")
      plan.fill(
        Cell(x, 5, foot + 1), Cell(x, 5, foot + 1), mansion.floor.railing, part: "railing")
    }
    for y in [3, 8] {
      for z in [3, depth - 4] {
        let light = Cell(middle, y, z)
        plan.put(BlockState("lantern").with(.hanging, true), at: light, part: "lights")
      }
    }
    let carpet = Cell(middle, 0, depth - 2)
    plan.fill(Cell(middle, 0, 3), carpet, "red_carpet", part: "furniture")
  }

  /// The floor of the room at a place: left back, left front, right back, right front.
  private func floor(_ place: Int) -> Rectangle {
    Rectangle(
      place < 2 ? 1...left - 1 : right + 1...width - 2,
      place % 2 == 0 ? 1...split - 1 : split + 1...depth - 2)
  }

  private func writeRoom(_ kind: Mansion.Room?, _ place: Int, _ y: Int, into plan: inout PlanWriter)
  {
    let floor = floor(place)
    let isLeft = place < 2
    let door = Cell(isLeft ? left : right, y, place % 2 == 0 ? 2 : depth - 3)
    plan.put(
      BlockState("oak_door").with(.facing, isLeft ? Direction.west : .east), at: door,
      part: plan.part("door"))
    // A window in each outer wall of the room.
    let side = Cell(isLeft ? 0 : width - 1, y + 1, (floor.z.lowerBound + floor.z.upperBound) / 2)
    plan.fill(side, side.above, "glass_pane", part: "windows")
    for x in stride(from: floor.x.lowerBound + 1, to: floor.x.upperBound, by: 3) {
      let cell = Cell(x, y + 1, place % 2 == 0 ? 0 : depth - 1)
      plan.fill(cell, cell.above, "glass_pane", part: "windows")
    }
    let entry = door + (isLeft ? Direction.west : .east)
    var grid = RoomGrid(floor, entry: Cell(entry.x, 0, entry.z)) { floor.contains($0, $1) }
    grid[entry.x, entry.z] = .kept
    plan.put(
      BlockState("lantern").with(.hanging, true),
      at: Cell(
        (floor.x.lowerBound + floor.x.upperBound) / 2, y + 3,
        (floor.z.lowerBound + floor.z.upperBound) / 2), part: "lights")
    guard let kind else { return }
    if kind == .dining { writeTable(&grid, y, into: &plan) }
    for thing in things(for: kind) {
      for _ in 0..<thing.count {
        guard let placement = grid.place(thing.block, at: thing.spot) else { break }
        plan.put(
          placement.state, at: placement.cell + Cell(0, y, 0), part: kind.rawValue)
      }
    }
    if kind == .library { writeShelves(grid, y, into: &plan) }
  }

  private func things(for room: Mansion.Room) -> [Furnishing] {
    switch room {
    case .kitchen:
      [
        Furnishing("furnace"), Furnishing("smoker"), Furnishing("crafting_table"),
        Furnishing("barrel[facing=up]"), Furnishing("cauldron"),
      ]
    case .dining: []
    case .library:
      // Two high along the walls; the second layer follows.
      [Furnishing("bookshelf", count: (mansion.bookshelves + 1) / 2), Furnishing("lectern")]
    case .bathroom:
      [Furnishing("water_cauldron[level=3]", count: 2), Furnishing("barrel[facing=up]")]
    case .bedroom:
      [
        Furnishing(mansion.bed, spot: .leftCorner), Furnishing("chest"),
        Furnishing("crafting_table"),
      ]
    case .study: [Furnishing("bookshelf", count: 4), Furnishing("lectern"), Furnishing("chest")]
    case .living: [Furnishing("oak_stairs", count: 4), Furnishing("bookshelf", count: 2)]
    case .hall: []
    case .storage: [Furnishing("chest", count: 4), Furnishing("barrel[facing=up]", count: 4)]
    }
  }

  /// More layers of shelves on those that stand.
  private func writeShelves(_ grid: RoomGrid, _ y: Int, into plan: inout PlanWriter) {
    var shelves = mansion.bookshelves
    for layer in 0..<3 {
      for z in grid.rectangle.z {
        for x in grid.rectangle.x where grid[x, z] == .taken && shelves > 0 {
          if layer > 0 {
            plan.put("bookshelf", at: Cell(x, y + layer, z), part: "library")
          }
          shelves -= 1
        }
      }
    }
  }

  /// A long table with chairs on both sides.
  private func writeTable(_ grid: inout RoomGrid, _ y: Int, into plan: inout PlanWriter) {
    let floor = grid.rectangle
    let length = max(1, (mansion.chairs + 1) / 2)
    let isAlongZ = floor.depth >= floor.width
    let middle = Cell(
      (floor.x.lowerBound + floor.x.upperBound) / 2, y,
      (floor.z.lowerBound + floor.z.upperBound) / 2)
    let room = isAlongZ ? floor.depth : floor.width
    let count = min(length, room - 1)
    let along = isAlongZ ? Cell(0, 0, 1) : Cell(1, 0, 0)
    let aside: Direction = isAlongZ ? .west : .north
    for index in 0..<count {
      let cell = middle + Cell(along.x * (index - count / 2), 0, along.z * (index - count / 2))
      plan.fill(
        cell, cell, BlockState("dark_oak_slab").with(.type, PropertyWord.top), part: "dining")
      for side in [aside, aside.opposite] {
        plan.put(
          BlockState("oak_stairs").with(.facing, side), at: cell + side, part: "dining")
      }
    }
  }

  /// The balcony above the door, the path to it, and windows of the hall.
  private func writeFront(into plan: inout PlanWriter) {
    let wall = depth - 1
    for x in [middle - 2, middle + 2] {
      plan.fill(Cell(x, 1, wall), Cell(x, 2, wall), "glass_pane", part: "windows")
      plan.fill(Cell(x, 6, wall), Cell(x, 7, wall), "glass_pane", part: "windows")
    }
    if mansion.hasBalcony {
      plan.fill(
        Cell(middle - 2, 4, wall + 1), Cell(middle + 2, 4, wall + 2), mansion.floor.full,
        part: "balcony")
      let rail = mansion.floor.railing
      plan.fill(Cell(middle - 2, 5, wall + 2), Cell(middle + 2, 5, wall + 2), rail, part: "balcony")
      plan.fill(Cell(middle - 2, 5, wall + 1), Cell(middle - 2, 5, wall + 1), rail, part: "balcony")
      plan.fill(Cell(middle + 2, 5, wall + 1), Cell(middle + 2, 5, wall + 1), rail, part: "balcony")
      for x in [middle - 2, middle + 2] {
        plan.fill(Cell(x, 0, wall + 2), Cell(x, 3, wall + 2), rail, part: "balcony")
      }
      plan.put(
        BlockState("oak_door").with(.facing, Direction.north), at: Cell(middle, 5, wall),
        part: plan.part("door"))
    }
    guard mansion.hasHedgePath else { return }
    plan.fill(
      Cell(middle, -1, wall + 1), Cell(middle, -1, wall + 7), "gravel", part: "path")
    for x in [middle - 1, middle + 1] {
      plan.fill(
        Cell(x, 0, wall + 3), Cell(x, 0, wall + 7), "oak_leaves[persistent=true]", part: "hedge")
    }
  }
}
