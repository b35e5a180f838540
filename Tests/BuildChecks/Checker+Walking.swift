import VoxelWorld

extension Checker {
  func walkable(_ check: Demand) -> (Double, String) {
    var reached = view.reached
    if let name = check["using"].text, let lever = select(name).first {
      var world = scene.after
      world.use(lever)
      world.tick(20)
      reached = view.reach(in: View.opened(world))
    }
    guard !reached.isEmpty else { return (0, "there is nowhere to start") }
    let goal = check["to"].text ?? "interior"
    guard let cells = goals(goal) else { return (0, "nobody knows the place \(goal)") }
    if check["loop"].isTrue {
      let share = Double(cells.count { reached.contains($0) }) / Double(max(1, cells.count))
      return passed(!cells.isEmpty && share >= 0.9, "\(Int(100 * share)) % of \(cells.count) cells")
    }
    return passed(
      cells.contains { reached.contains($0) }, "none of \(cells.count) cells of \(goal)")
  }

  /// The cells to stand in that a name of a place means.
  private func goals(_ name: String) -> [Cell]? {
    let (a, b) = (scene.lower, scene.upper)
    switch name {
    case "interior":
      let rooms = view.rooms.filter { $0.volume >= 8 }
      let main = rooms.filter { room in room.cells.contains { $0.y == view.baseLevel } }
      return (main.max { $0.volume < $1.volume } ?? rooms.first)?.cells ?? []
    case "far_bank":
      let x = a.x...b.x
      return view.reached.filter { $0.x > x.upperBound || $0.z > b.z }
        .filter { scene.before[$0.below].block.name == "grass_block" && isBeyondWater($0) }
    case "platform_top", "roof_top":
      let tops = scene.placed.filter { view.world.canStand(at: $0.above) }
      let high = tops.map(\.y).filter { $0 >= a.y + (b.y - a.y) * 2 / 3 }
      let levels = Dictionary(grouping: high) { $0 }.filter { $0.value.count >= 4 }
      guard let level = levels.keys.max() else { return [] }
      // A lantern room may stand on the platform.
      return tops.filter { $0.y <= level && $0.y >= level - 4 && levels[$0.y] != nil }.map(\.above)
    case "wall_walk": return wallWalk
    case "altar_end":
      let far = view.floorCells.filter {
        $0.x >= a.x + (b.x - a.x) * 4 / 5
          || b.x - a.x < b.z - a.z && $0.z >= a.z + (b.z - a.z) * 4 / 5
      }
      return far.filter { $0.y == view.baseLevel }
    default: break
    }
    if name.hasPrefix("story:"), let number = Int(name.dropFirst(6)) {
      return view.storeys.indices.contains(number) ? view.storeys[number] : []
    }
    if name.hasPrefix("keep:story:"), let number = Int(name.dropFirst(11)) {
      let storeys = view.storeys { cell in
        abs(2 * cell.x - a.x - b.x) * 2 < b.x - a.x && abs(2 * cell.z - a.z - b.z) * 2 < b.z - a.z
      }
      return storeys.indices.contains(number) ? storeys[number] : []
    }
    if name.hasPrefix("wing:") {
      // The quarters of the box that are not the one with the door.
      let door = select("door").first ?? a
      return view.floorCells.filter {
        abs($0.x - door.x) > (b.x - a.x) / 3 || abs($0.z - door.z) > (b.z - a.z) / 3
      }
    }
    let cells = scene.placed(like: name)
    return cells.flatMap { cell in
      sideways.flatMap { [cell + $0, (cell + $0).below] } + [cell.above, cell]
    }
  }

  /// Whether the river lies between a cell and where the agent starts.
  private func isBeyondWater(_ cell: Cell) -> Bool {
    (0...max(0, cell.x)).contains { scene.before[$0, cell.y - 1, cell.z].kind == .water }
      || (0...max(0, cell.z)).contains { scene.before[cell.x, cell.y - 1, $0].kind == .water }
  }

  /// The walk on top of a ring of walls, wherever it is as high as most of it.
  private var wallWalk: [Cell] {
    let (a, b) = (scene.lower, scene.upper)
    let rim = scene.placed.filter { cell in
      min(cell.x - a.x, b.x - cell.x, cell.z - a.z, b.z - cell.z) <= 8
        && view.opened.canStand(at: cell.above) && cell.y > scene.ground(cell.x, cell.z) + 2
    }
    let levels = Dictionary(grouping: rim, by: \.y)
    guard let level = levels.max(by: { ($0.value.count, $0.key) < ($1.value.count, $1.key) })
    else { return [] }
    return level.value.map(\.above)
  }

  /// Whether one gets up a flight of steps walking one way.
  func climbs(_ check: Demand) -> (Double, String) {
    guard let way = Direction(named: check["dir"].text ?? "") else { return (0, "no direction") }
    let rise = check["rise"].whole ?? 1
    let starts = scene.placed(like: "*_stairs|*_slab").filter { $0.y == scene.lower.y }
    for start in starts {
      var cell = start
      var steps = 0
      while scene.holdsPlaced(cell), !view.isSolid(cell.above) || true {
        guard view.world[cell.above].isAir, view.world[cell.above.above].isAir else { break }
        steps += 1
        cell = cell + way
        cell = cell.above
      }
      if steps >= rise { return (1, "") }
    }
    return (0, "no flight of \(rise) steps to the \(way.name)")
  }

  // MARK: Bridges

  private struct Deck {
    /// For each step along the bridge: across coordinates one can walk on, and the height.
    var rows: [(along: Int, across: [Int], y: Int)] = []
    var isAlongX = true
  }

  private var deck: Deck {
    let (a, b) = (scene.lower, scene.upper)
    let size = scene.before.size
    let wet = (0..<size.x).filter { x in
      scene.before[x, scene.ground(1, 1) - 1, size.z / 2].kind == .water
    }
    var deck = Deck()
    deck.isAlongX = wet.isEmpty ? b.x - a.x >= b.z - a.z : true
    let range =
      wet.isEmpty
      ? (deck.isAlongX ? a.x...b.x : a.z...b.z) : wet.first!...wet.last!
    for along in range {
      let cells = view.reached.filter {
        (deck.isAlongX ? $0.x : $0.z) == along && scene.holdsPlaced($0.below)
          || (deck.isAlongX ? $0.x : $0.z) == along && scene.holdsPlaced($0)
      }
      let across = Set(cells.map { deck.isAlongX ? $0.z : $0.x }).sorted()
      deck.rows.append((along, across, cells.map(\.y).max() ?? 0))
    }
    return deck
  }

  func spans(_ check: Demand) -> (Double, String) {
    let least = check["minWidth"].whole ?? 1
    let narrow = deck.rows.filter { $0.across.count < least }
    return passed(
      narrow.isEmpty, "\(narrow.count) of \(deck.rows.count) rows are narrower than \(least)")
  }

  func railings(_ check: Demand) -> (Double, String) {
    let deck = deck
    var good = 0
    for row in deck.rows {
      guard let first = row.across.first, let last = row.across.last else { continue }
      let sides = [first - 1, last + 1].count { across in
        (row.y - 1...row.y + 1).contains { y in
          view.isSolid(
            deck.isAlongX ? Cell(row.along, y, across) : Cell(across, y, row.along))
        }
      }
      if sides >= check["sides"].whole ?? 2 { good += 1 }
    }
    return passed(
      !deck.rows.isEmpty && good * 10 >= deck.rows.count * 9, "\(good) of \(deck.rows.count) rows")
  }

  /// The height over the water, or the ground, that is free under the middle of a bridge.
  func clearance(_ check: Demand) -> (Double, String) {
    let deck = deck
    guard let middle = deck.rows.dropFirst(deck.rows.count / 2).first,
      let across = middle.across.first
    else { return (0, "no way across") }
    let x = deck.isAlongX ? middle.along : across
    let z = deck.isAlongX ? across : middle.along
    var y = middle.y - 1
    while y > 0, scene.holdsPlaced(Cell(x, y, z)) { y -= 1 }
    var free = 0
    while y > 0, scene.after[x, y, z].isAir {
      free += 1
      y -= 1
    }
    return (Checker.score(free, check["min"].whole, nil), "\(free) cells")
  }
}
