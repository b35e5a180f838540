import VoxelWorld

extension Checker {
  /// The highest placed cell of each column, counted from the ground; nothing where there is none.
  private var heights: [Cell: Int] {
    var heights: [Cell: Int] = [:]
    for cell in scene.placed {
      let column = Cell(cell.x, 0, cell.z)
      heights[column] = max(heights[column] ?? 0, cell.y - scene.ground(cell.x, cell.z) + 1)
    }
    return heights
  }

  /// Whether a ring of blocks keeps its inside apart, at some layer near the ground.
  func ringClosed(_ check: Demand) -> (Double, String) {
    let globs = check["blocks"].texts.map(Glob.init)
    let (a, b) = (scene.lower, scene.upper)
    for y in a.y...min(b.y, a.y + 12) {
      var outside: Set<Cell> = []
      var queue = [Cell(a.x - 1, y, a.z - 1)]
      while let cell = queue.popLast() {
        guard (a.x - 1...b.x + 1).contains(cell.x), (a.z - 1...b.z + 1).contains(cell.z),
          !outside.contains(cell),
          !(scene.holdsPlaced(cell) && view.isSolid(cell)
            && globs.contains { $0.matches(scene[cell]) })
        else { continue }
        outside.insert(cell)
        queue += sideways.map { cell + $0 }
      }
      let all = (b.x - a.x + 3) * (b.z - a.z + 3)
      let ring = scene.placed.count { cell in
        cell.y == y && globs.contains { $0.matches(scene[cell]) } && view.isSolid(cell)
      }
      if all - outside.count - ring > 4 { return (1, "") }
    }
    return (0, "there is no closed ring")
  }

  func towers(_ check: Demand) -> (Double, String) {
    let least = check["minHeight"].whole ?? 5
    let (a, b) = (scene.lower, scene.upper)
    let heights = heights
    let tall = Set(heights.filter { $0.value >= least }.keys)
    var found = View.components(of: tall, corners: true).filter { $0.count >= 4 }
    // Merlons alone are no tower: neighbours of gaps hang together at a distance of two.
    found = merged(found)
    if check["at"].text == "corners" {
      found = found.filter { tower in
        let x = (tower.map(\.x).min()! + tower.map(\.x).max()!) / 2
        let z = (tower.map(\.z).min()! + tower.map(\.z).max()!) / 2
        return min(x - a.x, b.x - x) * 4 <= b.x - a.x && min(z - a.z, b.z - z) * 4 <= b.z - a.z
      }
    }
    if let side = check["side"].text {
      found = found.filter { tower in
        let x = tower.map(\.x).reduce(0, +) / tower.count
        let z = tower.map(\.z).reduce(0, +) / tower.count
        return switch side {
        case "west": x - a.x < (b.x - a.x) / 3
        case "east": b.x - x < (b.x - a.x) / 3
        case "north": z - a.z < (b.z - a.z) / 3
        default: b.z - z < (b.z - a.z) / 3
        }
      }
    }
    if check["round"].isTrue {
      found = found.filter { tower in
        let corner = Cell(tower.map(\.x).min()!, 0, tower.map(\.z).min()!)
        return !tower.contains(corner) || !heights.keys.contains(corner)
      }
    }
    return passed(found.count == check["n"].whole ?? 1, "\(found.count) towers")
  }

  private func merged(_ pieces: [[Cell]]) -> [[Cell]] {
    var groups: [[Cell]] = []
    for piece in pieces {
      let near = groups.firstIndex { group in
        group.contains { a in piece.contains { max(abs($0.x - a.x), abs($0.z - a.z)) <= 2 } }
      }
      if let near { groups[near] += piece } else { groups.append(piece) }
    }
    return groups
  }

  /// The outline of the walls, filled, against rectangles.
  func footprint(_ check: Demand) -> (Double, String) {
    let base = view.baseLevel
    let columns = Set(view.wallColumns.map { Cell($0.x, base, $0.z) })
      .union(view.rooms.flatMap(\.cells).filter { $0.y == base })
      .union(scene.placed.filter { $0.y == base && !view.airs.isInside($0) && columnsNear($0) })
    guard !columns.isEmpty else { return (0, "there are no walls") }
    let width = columns.map(\.x).max()! - columns.map(\.x).min()! + 1
    let depth = columns.map(\.z).max()! - columns.map(\.z).min()! + 1
    let wings = check["wings"].list.map(\.wholes)
    let wanted = wings.reduce(0) { $0 + $1[0] * $1[1] }
    if check["kind"].text == "L" {
      let isRight = abs(columns.count - wanted) * 8 <= wanted && columns.count < width * depth
      return passed(isRight, "\(columns.count) columns within \(width) x \(depth)")
    }
    if check["kind"].text == "round" {
      let share = Double(columns.count) / Double(width * depth)
      return passed(share > 0.68 && share < 0.9 && abs(width - depth) <= 1, "\(share) of the box")
    }
    return passed(columns.count == wanted, "\(columns.count) columns")
  }

  private func columnsNear(_ cell: Cell) -> Bool {
    scene[cell].kind != .stairs
      && (-1...1).contains { dz in
        (-1...1).contains { dx in view.airs.isInside(cell + Cell(dx, 0, dz)) }
      }
  }

  func roofKind(_ check: Demand) -> (Double, String) {
    let roof = view.roof.filter { scene[$0].block.name != "campfire" }
    guard let top = roof.map(\.y).max(), let low = roof.map(\.y).min() else {
      return (0, "no roof")
    }
    let (x0, x1) = (roof.map(\.x).min()!, roof.map(\.x).max()!)
    let (z0, z1) = (roof.map(\.z).min()!, roof.map(\.z).max()!)
    let levels = Dictionary(grouping: roof, by: \.y)
    // A chimney reaches higher, but is narrow.
    let ridgeLevel = levels.keys.sorted(by: >).first { levels[$0]!.count >= 2 } ?? top
    let ridge = levels[ridgeLevel]!
    let reachesEnd =
      ridge.contains { $0.x - x0 <= 1 } && ridge.contains { x1 - $0.x <= 1 }
      || ridge.contains { $0.z - z0 <= 1 } && ridge.contains { z1 - $0.z <= 1 }
      || ridge.contains { $0.x - x0 <= 1 || x1 - $0.x <= 1 }
        && ridge.contains { $0.z - z0 <= 1 || z1 - $0.z <= 1 }
    let name = check["kind"].text ?? ""
    let isRight =
      switch name {
      case "flat": ridgeLevel - low <= 1
      case "gable": ridgeLevel - low >= 2 && reachesEnd
      case "hip", "pyramid", "dome": ridgeLevel - low >= 2 && !reachesEnd
      default: false
      }
    return passed(isRight, "ridge \(ridgeLevel - low) above the eaves, to the end: \(reachesEnd)")
  }

  /// Nothing hangs in the air: under every outer wall there is something down to the ground.
  func foundation(_ check: Demand) -> (Double, String) {
    let gaps = view.wallColumns.reduce(0) { sum, column in
      var y = column.y - 1
      var gap = 0
      while y > 0, scene[Cell(column.x, y, column.z)].isAir {
        gap += 1
        y -= 1
      }
      return sum + gap
    }
    return passed(gaps <= check["gapCellsMax"].whole ?? 0, "\(gaps) gaps")
  }

  /// Columns inside that stand free on both sides of rows.
  func pillars(_ check: Demand) -> (Double, String) {
    let base = view.baseLevel
    var free: Set<Cell> = []
    for room in view.rooms {
      for cell in room.cells where cell.y == base {
        for way in sideways {
          let pillar = cell + way
          let isTall = (0..<3).allSatisfy {
            scene.holdsPlaced(pillar + Cell(0, $0, 0)) && view.isSolid(pillar + Cell(0, $0, 0))
          }
          if isTall, view.airs.isInside(pillar + way) { free.insert(pillar) }
        }
      }
    }
    let least = check["minPerRow"].whole ?? 3
    let rows = max(
      Dictionary(grouping: free, by: \.z).values.count { $0.count >= least },
      Dictionary(grouping: free, by: \.x).values.count { $0.count >= least })
    return passed(rows >= check["rows"].whole ?? 2, "\(rows) rows of \(free.count) pillars")
  }

  /// Things at even distances along both outer sides.
  func repeatAlong(_ check: Demand) -> (Double, String) {
    let (a, b) = (scene.lower, scene.upper)
    let isAlongX = b.x - a.x >= b.z - a.z
    let period = check["period"].whole ?? 5
    var total = 0
    for side in [isAlongX ? a.z : a.x, isAlongX ? b.z : b.x] {
      let cells = scene.placed.filter { (isAlongX ? $0.z : $0.x) == side }
      let places = Set(cells.map { isAlongX ? $0.x : $0.z }).sorted()
      let starts = places.filter { !places.contains($0 - 1) }
      let steps = zip(starts, starts.dropFirst()).map { $1 - $0 }
      guard steps.allSatisfy({ $0 == period }) else { return (0, "steps of \(steps)") }
      total += starts.count
    }
    return passed(total >= check["minCount"].whole ?? 2, "\(total) of them")
  }

  func roseWindow(_ check: Demand) -> (Double, String) {
    let (a, b) = (scene.lower, scene.upper)
    let radius = check["radius"].whole ?? 3
    let glass = scene.placed(like: check["block"].text ?? "*stained_glass*")
    let side = check["side"].text ?? "west"
    let isAcrossX = side == "north" || side == "south"
    let planes = Dictionary(grouping: glass) { isAcrossX ? $0.z : $0.x }
    var best = 0.0
    for (plane, cells) in planes {
      let edge =
        switch side {
        case "west": plane - a.x
        case "east": b.x - plane
        case "north": plane - a.z
        default: b.z - plane
        }
      guard edge <= 6 else { continue }
      let points = Set(cells.map { Cell(isAcrossX ? $0.x : $0.z, $0.y, 0) })
      for centre in points {
        var both = 0
        var either = 0
        for y in -radius - 1...radius + 1 {
          for x in -radius - 1...radius + 1 {
            let isDisc = Double(x * x + y * y) <= (Double(radius) + 0.5) * (Double(radius) + 0.5)
            let isThere = points.contains(centre + Cell(x, y, 0))
            if isDisc, isThere { both += 1 }
            if isDisc || isThere { either += 1 }
          }
        }
        best = max(best, Double(both) / Double(max(1, either)))
      }
    }
    return passed(best >= check["minIoU"].number ?? 0.75, "\(Int(100 * best)) %")
  }

  /// A place to stand outside, above a door, that one gets to from inside.
  func balcony(_ check: Demand) -> (Double, String) {
    let doors = select("door")
    let height = view.baseLevel + 3
    let places = view.reached.filter { cell in
      cell.y >= height && view.airs[cell] == 1 && scene.holdsPlaced(cell.below)
        && doors.contains { abs($0.x - cell.x) <= 3 && abs($0.z - cell.z) <= 3 && $0.y < cell.y }
    }
    guard places.count >= 2 else { return (0, "\(places.count) cells to stand on") }
    let open = places.filter { cell in
      sideways.contains { way in
        !places.contains(cell + way) && !view.isSolid(cell + way)
          && !view.isSolid((cell + way).below)
      }
    }
    return passed(!check["railing"].isTrue || open.isEmpty, "\(open.count) edges without a railing")
  }

  /// Levels of a building that step back as they go up.
  func tiers(_ check: Demand) -> (Double, String) {
    var areas: [Int] = []
    for y in scene.lower.y...scene.upper.y {
      let cells = scene.placed.filter { $0.y == y }
      guard let x0 = cells.map(\.x).min() else { continue }
      let area =
        (cells.map(\.x).max()! - x0 + 1) * (cells.map(\.z).max()! - cells.map(\.z).min()! + 1)
      areas.append(area)
    }
    let steps = zip(areas, areas.dropFirst()).count { $1 < $0 } + 1
    let shrinks = zip(areas, areas.dropFirst()).allSatisfy { $1 <= $0 }
    return passed(steps == check["n"].whole ?? 3 && shrinks, "\(steps) tiers")
  }

  /// Layers of the walls that change between blocks.
  func bands(_ check: Demand) -> (Double, String) {
    let globs = check["blocks"].texts.map(Glob.init)
    var layers: [Int] = []
    for y in scene.lower.y...scene.upper.y {
      let cells = scene.placed.filter { $0.y == y }
      let counts = globs.map { glob in cells.count { glob.matches(scene[$0]) } }
      guard let best = counts.max(), best > 0, best * 2 > cells.count else { continue }
      layers.append(counts.firstIndex(of: best)!)
    }
    let changes = zip(layers, layers.dropFirst()).count { $0 != $1 }
    return passed(changes >= (check["min"].whole ?? 3) - 1, "\(changes + 1) bands")
  }
}
