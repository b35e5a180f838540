import VoxelWorld

extension HouseBuilder {
  /// Puts in furniture and lights, storey by storey and room by room.
  mutating func writeInterior(_ partitions: [Partition], into plan: inout PlanWriter) {
    var waiting = house.furniture.flatMap { thing in
      (0..<max(1, thing.count)).map { _ in
        Furnishing(thing.block, spot: thing.spot, storey: thing.storey)
      }
    }
    for storey in 0..<house.storeys {
      var taken: Set<Cell> = []
      for partition in partitions where partition.storey == storey {
        var grid = roomGrid(storey, partition.rectangle, entry: partition.entry)
        let things = partition.plan.furniture.flatMap { thing in
          (0..<max(1, thing.count)).map { _ in Furnishing(thing.block, spot: thing.spot) }
        }
        _ = furnish(&grid, storey, things, into: &plan)
        for cell in grid.cells where grid[cell.x, cell.z] == .taken { taken.insert(cell) }
      }
      let start = storey == 0 ? entry : rectangles[0].grown(by: -1).lower(0)
      let all = rectangles.dropFirst().reduce(rectangles[0]) {
        Rectangle(
          min($0.x.lowerBound, $1.x.lowerBound)...max($0.x.upperBound, $1.x.upperBound),
          min($0.z.lowerBound, $1.z.lowerBound)...max($0.z.upperBound, $1.z.upperBound))
      }
      var grid = roomGrid(storey, all.grown(by: -1), entry: start)
      for cell in taken { grid[cell.x, cell.z] = .taken }
      waiting = furnish(&grid, storey, waiting, into: &plan)
      writeLights(storey, grid, into: &plan)
      for partition in partitions where partition.storey == storey {
        writeLamp(in: partition, into: &plan)
      }
    }
  }

  /// A lantern under the ceiling of a room, or a torch on its floor under a sloping roof.
  private mutating func writeLamp(in partition: Partition, into plan: inout PlanWriter) {
    guard house.light != nil else { return }
    let room = partition.rectangle
    let x = (room.x.lowerBound + room.x.upperBound) / 2
    let z = (room.z.lowerBound + room.z.upperBound) / 2
    let base = level(partition.storey)
    if partition.storey + 1 < house.storeys || house.roof == .flat, house.hasRoof {
      plan.put(
        BlockState("lantern").with(.hanging, true), at: Cell(x, base + house.wallHeight - 1, z),
        part: "lights")
    }
  }

  /// Puts things into a room.
  ///
  /// - Returns: those for which there was no place.
  private mutating func furnish(
    _ grid: inout RoomGrid, _ storey: Int, _ things: [Furnishing], into plan: inout PlanWriter
  ) -> [Furnishing] {
    var left: [Furnishing] = []
    var shelves = 0
    var lastShelf = Cell(0, 0, 0)
    for thing in things {
      let isShelf = thing.block.block.name == "bookshelf"
      if isShelf, shelves > 0 {
        // Shelves go up the wall before they take more of the floor.
        lastShelf = lastShelf.above
        shelves -= 1
        plan.put(thing.block, at: lastShelf, part: "furniture")
        continue
      }
      let isHere = thing.storey == nil || thing.storey == storey
      guard isHere, let placement = grid.place(thing.block, at: thing.spot) else {
        left.append(thing)
        continue
      }
      let place = placement.cell + Cell(0, level(storey), 0)
      plan.put(placement.state, at: place, part: plan.part("furniture"))
      if isShelf, house.wallHeight >= 3 {
        lastShelf = place
        shelves = 2
        shelved.insert(place)
      }
    }
    return left
  }

  private func roomGrid(_ storey: Int, _ room: Rectangle, entry: Cell) -> RoomGrid {
    let base = level(storey)
    var grid = RoomGrid(room, entry: entry) { x, z in
      isRoom(x, z)
        && !(partitionCells.contains(Cell(x, base, z)) && !reserved.contains(Cell(x, base, z)))
    }
    for z in grid.rectangle.z {
      for x in grid.rectangle.x where reserved.contains(Cell(x, base, z)) && grid[x, z] == .free {
        grid[x, z] = .kept
      }
    }
    return grid
  }

  /// Hangs lights on the inner sides of the walls, where there is no opening, a few steps apart.
  private func writeLights(_ storey: Int, _ grid: RoomGrid, into plan: inout PlanWriter) {
    guard let light = house.light else { return }
    let base = level(storey)
    let y = base + min(2, house.wallHeight - 1)
    var spots: [(cell: Cell, facing: Direction)] = []
    for side in [Direction.west, .south, .east, .north] {
      for run in runs(side) {
        for column in run
        where !openings.contains(column.cell + Cell(0, base, 0))
          && !shelved.contains(column.cell + side.opposite + Cell(0, base, 0))
          && !partitionCells.contains(column.cell + side.opposite + Cell(0, base, 0))
          && !climbing.contains(column.cell + side.opposite)
        {
          let cell = column.cell + side.opposite
          spots.append((Cell(cell.x, y, cell.z), side.opposite))
        }
      }
    }
    let share = (house.lightCount.map { ($0 + house.storeys - 1 - storey) / house.storeys })
    let isWallTorch = light.kind == .wallTorch || light.kind == .redstoneWallTorch
    for (cell, facing) in spread(spots, count: share) {
      if isWallTorch {
        plan.put(light.with(.facing, facing), at: cell, part: "lights")
      } else if light.kind == .lantern || light.kind == .torch {
        // What does not hang on walls stands on a bracket of the wall's own material.
        let stand = Cell(cell.x, base, cell.z)
        guard grid[cell.x, cell.z] == .free else { continue }
        plan.put(light, at: stand, part: "lights")
      } else {
        plan.put(light, at: cell + facing.opposite, part: "lights")
      }
    }
  }

  /// Some of the spots, the corners of a room first, as far from one another as may be.
  private func spread(
    _ spots: [(cell: Cell, facing: Direction)], count: Int?
  ) -> [(cell: Cell, facing: Direction)] {
    guard !spots.isEmpty else { return [] }
    var chosen: [(cell: Cell, facing: Direction)] = []
    var distances = spots.map { _ in Int.max }
    let most = count ?? 64
    while chosen.count < min(most, spots.count) {
      guard let next = distances.indices.max(by: { distances[$0] < distances[$1] }) else { break }
      // Everything is within a few steps of a light: enough, unless a number was asked for.
      if count == nil, chosen.count >= 2, distances[next] < 6 { break }
      chosen.append(spots[next])
      for index in spots.indices {
        distances[index] = min(distances[index], spots[index].cell.distance(to: spots[next].cell))
      }
    }
    return chosen
  }
}
