import VoxelWorld

extension HouseBuilder {
  /// A column of the outer wall: the cell, and which way is out.
  struct WallColumn: Hashable {
    let cell: Cell
    let outwards: Direction
  }

  /// The columns of the outer walls that look to a side, without corners, in runs from left to
  /// right as seen from outside.
  func runs(_ side: Direction) -> [[WallColumn]] {
    let right = side.counterclockwise
    var all: [WallColumn] = []
    for rectangle in rectangles {
      for z in rectangle.z {
        for x in rectangle.x
        where isInside(x, z) && !isInside(x + side.x, z + side.z) && isRoom(x - side.x, z - side.z)
        {
          let column = WallColumn(cell: Cell(x, 0, z), outwards: side)
          if !all.contains(column) { all.append(column) }
        }
      }
    }
    func along(_ column: WallColumn) -> Int { column.cell.x * right.x + column.cell.z * right.z }
    func across(_ column: WallColumn) -> Int { column.cell.x * side.x + column.cell.z * side.z }
    all.sort { (-across($0), along($0)) < (-across($1), along($1)) }
    var runs: [[WallColumn]] = []
    for column in all {
      if let last = runs.last?.last, last.cell + right == column.cell {
        runs[runs.count - 1].append(column)
      } else {
        runs.append([column])
      }
    }
    return runs
  }

  /// Writes doors, each with a way to the ground before it.
  mutating func writeDoors(into plan: inout PlanWriter) {
    for (index, door) in house.doors.enumerated() {
      let side = door.side.map(frame.back) ?? .south
      // The main part comes first; its wall is the longest.
      guard let run = runs(side).max(by: { $0.count < $1.count }), !run.isEmpty else { continue }
      let middle = (run.count - 1) / 2
      var position = min(max(0, middle + door.offset), run.count - 1)
      while openings.contains(run[position].cell), position + 1 < run.count { position += 1 }
      var columns = [run[position]]
      if door.isDouble, position + 1 < run.count { columns.append(run[position + 1]) }
      let part = plan.part("door")
      for (leaf, column) in columns.enumerated() {
        write(door, leaf, column, part, into: &plan)
      }
      let inner = columns[0].cell + side.opposite
      if index == 0 { entry = inner }
      guard house.stilts == 0 else { continue }
      let steps = house.foundation.stairs ?? house.floor?.stairs ?? "cobblestone_stairs"
      GroundWork(site: site, foundation: house.foundation.full).approach(
        from: frame.place(columns[0].cell), frame.turn(side), stairs: steps, into: &plan)
    }
  }

  private mutating func write(
    _ door: DoorPlan, _ leaf: Int, _ column: WallColumn, _ part: String,
    into plan: inout PlanWriter
  ) {
    let cell = column.cell
    let inwards = column.outwards.opposite
    openings.insert(cell)
    reserved.insert(cell + inwards)
    plan.fill(cell, cell.above, .air, part: part)
    guard let block = door.block else { return }
    plan.put(
      block.with(.facing, inwards).with(.hinge, leaf == 0 ? PropertyWord.left : .right),
      at: cell, part: part)
    writeSwitches(door, column, into: &plan)
  }

  /// Hangs switches on the wall beside a door: what they power, the door touches.
  private mutating func writeSwitches(
    _ door: DoorPlan, _ column: WallColumn, into plan: inout PlanWriter
  ) {
    let right = column.outwards.counterclockwise
    for (plate, way) in [
      (door.outside, column.outwards), (door.inside, column.outwards.opposite),
    ] {
      if let plate, [.plate, .weightedPlate].contains(plate.kind) {
        // A plate lies where one steps before the door.
        plan.put(plate, at: column.cell + way, part: "switch")
        reserved.insert(column.cell + way)
      }
    }
    if let outside = door.outside, ![.plate, .weightedPlate].contains(outside.kind) {
      let post = column.cell + right
      openings.insert(post)
      plan.put(
        outside.with(.face, PropertyWord.wall).with(.facing, column.outwards),
        at: post.above + column.outwards, part: "switch.outside")
    }
    if let inside = door.inside, ![.plate, .weightedPlate].contains(inside.kind) {
      let post = column.cell + right.opposite
      openings.insert(post)
      plan.put(
        inside.with(.face, PropertyWord.wall).with(.facing, column.outwards.opposite),
        at: post.above + column.outwards.opposite, part: "switch.inside")
    }
  }

  /// Writes windows on all storeys.
  mutating func writeWindows(into plan: inout PlanWriter) {
    guard let windows = house.windows else { return }
    var panes: [PlanWriter.Reference] = []
    for storey in 0..<house.storeys {
      for side in [Direction.south, .west, .north, .east]
      where windows.sides?.contains(frame.turn(side)) ?? true {
        for columns in windowColumns(side, storey, windows) {
          let first = level(storey) + min(1, house.wallHeight - 1)
          let top = min(first + windows.height - 1, level(storey) + house.wallHeight - 1)
          panes.append(
            plan.box(
              columns[0].cell + Cell(0, first, 0),
              columns[columns.count - 1].cell + Cell(0, top, 0)))
          for column in columns { openings.insert(column.cell + Cell(0, level(storey), 0)) }
        }
      }
    }
    guard !panes.isEmpty else { return }
    plan.paint(plan.union(panes), windows.block, part: "windows")
  }

  /// The columns of each window of a side, spread evenly over what doors and ladders leave.
  private func windowColumns(
    _ side: Direction, _ storey: Int, _ windows: WindowPlan
  ) -> [[WallColumn]] {
    let parts = runs(side).flatMap { run -> [[WallColumn]] in
      let apart = segments(of: run, storey, clearance: 1)
      return apart.contains { $0.count >= windows.width }
        ? apart : segments(of: run, storey, clearance: 0)
    }
    var all = parts.flatMap { segment -> [[WallColumn]] in
      let width = min(windows.width, segment.count)
      guard width > 0 else { return [] }
      let count = max(1, (segment.count + windows.gap) / (width + windows.gap))
      let starts = Self.spread(count, of: width, over: segment.count, windows.gap)
      let isRight = isRightOfMiddle(segment, side)
      return starts.map { start in
        // Both halves of a wall with a door in its middle mirror each other.
        let first = isRight ? segment.count - width - start : start
        return Array(segment[first..<first + width])
      }
    }
    if let count = windows.count, count < all.count {
      all = (0..<count).map { all[(2 * $0 + 1) * all.count / (2 * count)] }
    }
    return all
  }

  /// Where equal windows start, spread over a wall from both ends alike.
  private static func spread(_ count: Int, of width: Int, over length: Int, _ gap: Int) -> [Int] {
    let spare = length - count * width
    return (0..<count).map { index in
      let mirrored = count - 1 - index
      if index < mirrored { return index * width + (2 * index + 1) * spare / (2 * count) }
      if index == mirrored { return (length - width) / 2 }
      return length - width - mirrored * width - (2 * mirrored + 1) * spare / (2 * count)
    }
  }

  private func isRightOfMiddle(_ segment: [WallColumn], _ side: Direction) -> Bool {
    let right = side.counterclockwise
    let main = rectangles[0]
    let middle =
      (main.x.lowerBound + main.x.upperBound) * right.x
      + (main.z.lowerBound + main.z.upperBound) * right.z
    guard let first = segment.first?.cell, let last = segment.last?.cell else { return false }
    return (first.x + last.x) * right.x + (first.z + last.z) * right.z > middle
  }

  /// The parts of a wall that no door or ladder takes.
  private func segments(
    of run: [WallColumn], _ storey: Int, clearance: Int
  ) -> [[WallColumn]] {
    let base = Cell(0, level(storey), 0)
    func isTaken(_ index: Int) -> Bool {
      (max(0, index - clearance)...min(run.count - 1, index + clearance)).contains {
        openings.contains(run[$0].cell + base)
      }
        || climbing.contains(run[index].cell + run[index].outwards.opposite)
    }
    var segments: [[WallColumn]] = [[]]
    for index in run.indices {
      if isTaken(index) {
        segments.append([])
      } else {
        segments[segments.count - 1].append(run[index])
      }
    }
    return segments.filter { !$0.isEmpty }
  }

  /// Writes a chimney outside an end wall, with a fire on top.
  func writeChimney(into plan: inout PlanWriter) {
    guard let chimney = house.chimney else { return }
    let side = chimney.side.map(frame.back) ?? .west
    guard let run = runs(side).max(by: { $0.count < $1.count }) else { return }
    var position = run.count / 2
    while position > 0, openings.contains(run[position].cell) { position -= 1 }
    let foot = run[position].cell + side
    let rise = RoofWriter.rise(house.roof, rectangles[0], eaves: 1)
    let top = height + (house.hasRoof ? rise : 0) + 1
    plan.fill(foot, Cell(foot.x, top - 1, foot.z), chimney.material.full, part: "chimney")
    plan.fill(
      Cell(foot.x, top, foot.z), Cell(foot.x, top, foot.z),
      chimney.hasCampfire ? "campfire" : chimney.material.full, part: "chimney")
    let corner = frame.place(foot)
    let ground = site.height(corner.x, corner.z)
    if ground < frame.origin.y {
      plan.fill(
        Cell(foot.x, ground - frame.origin.y, foot.z), Cell(foot.x, -1, foot.z),
        house.foundation.full, part: "foundation")
    }
  }
}
