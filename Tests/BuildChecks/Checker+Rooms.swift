import VoxelWorld

extension Checker {
  func enclosed(_ check: Demand) -> (Double, String) {
    let least = check["minVolume"].whole ?? 1
    let rooms = view.rooms.filter { $0.volume >= least }
    return passed(
      rooms.count >= check["roomsMin"].whole ?? 1,
      "rooms of \(view.rooms.map(\.volume)) cells, \(least) wanted")
  }

  func watertight() -> (Double, String) {
    let rooms = view.rooms
    guard !rooms.isEmpty else { return (0, "there is no room") }
    // Where the walls of a room are, nothing of it may be open to the sky.
    let leaks = rooms.flatMap(\.cells).filter { cell in
      ((cell.y + 1)..<scene.after.size.y).allSatisfy { scene[Cell(cell.x, $0, cell.z)].isAir }
    }
    return passed(leaks.isEmpty, "\(leaks.count) cells see the sky")
  }

  /// Doors or openings of two cells that lead from outside to inside.
  func door(_ check: Demand) -> (Double, String) {
    var sides: [Direction] = []
    for cell in select("door") where scene[cell].kind == .door {
      for way in sideways where isPassage(cell, way) { sides.append(way) }
    }
    if check["orOpening"].isTrue, sides.isEmpty {
      for cell in view.reached where scene.holdsPlaced(cell.above.above) {
        for way in sideways
        where isPassage(cell, way) && view.isSolid(cell + way.clockwise)
          && view.isSolid(cell + way.counterclockwise)
        {
          sides.append(way)
        }
      }
    }
    if let name = check["side"].text, let side = Direction(named: name) {
      sides = sides.filter { $0 == side }
    }
    return passed(
      sides.count >= check["min"].whole ?? 1, "\(sides.count) doors there that can be used")
  }

  /// Whether `outwards` of a doorway one stands outside, and on its other side not.
  private func isPassage(_ cell: Cell, _ outwards: Direction) -> Bool {
    let outer = cell + outwards
    let inner = cell + outwards.opposite
    let isFree = [outer, inner].allSatisfy { foot in
      [foot, foot.above, foot.below].contains { view.reached.contains($0) }
        || scene[cell].block.name == "iron_door" && !view.isSolid(foot.above)
    }
    guard isFree else { return false }
    if view.airs[outer.above] == 1 && view.airs[inner.above] != 1 { return true }
    // Through an opening the air inside is the air outside; then the sky tells them apart.
    guard view.airs[inner.above] == 1 else { return false }
    return isWalled(inner) && !isWalled(outer)
  }

  /// Whether walls are near on at least three of four sides.
  private func isWalled(_ cell: Cell) -> Bool {
    sideways.count { way in
      (1...24).contains { step in
        let wall = Cell(cell.x + step * way.x, cell.y + 1, cell.z + step * way.z)
        return scene.holdsPlaced(wall) && view.isSolid(wall)
      }
    } >= 3
  }

  func opening(_ check: Demand) -> (Double, String) {
    if let size = check["size"].wholes as [Int]?, size.count == 2 {
      return gateway(check["side"].text ?? "", size[0], size[1])
    }
    let glob = Glob(check["block"].text ?? "glass*")
    let least = check["min"].whole ?? 1
    let side = check["side"].text ?? "all"
    var counts: [String: Int] = [:]
    for cell in scene.placed where glob.matches(scene[cell]) {
      for way in sideways
      where view.airs[cell + way] == 1 && view.airs.isInside(cell + way.opposite) {
        counts[way.name, default: 0] += 1
      }
      if let storey = view.storeys.lastIndex(where: { $0[0].y <= cell.y }) {
        counts["story\(storey)", default: 0] += 1
      }
    }
    let wanted = side == "all" ? sideways.map(\.name) : [side]
    let missing = wanted.filter { counts[$0, default: 0] < least }
    return passed(missing.isEmpty, "too few at \(missing): \(counts)")
  }

  /// An opening of exactly a width and a height through the wall of a side.
  private func gateway(_ side: String, _ width: Int, _ height: Int) -> (Double, String) {
    guard let way = Direction(named: side) else { return (0, "no side \(side)") }
    let along = way.counterclockwise
    let isAlongX = along.x != 0
    let range = isAlongX ? scene.lower.x...scene.upper.x : scene.lower.z...scene.upper.z
    let depth = isAlongX ? scene.lower.z...scene.upper.z : scene.lower.x...scene.upper.x
    let planes = way == .south || way == .east ? Array(depth.reversed()) : Array(depth)
    func cell(_ a: Int, _ y: Int, _ b: Int) -> Cell { isAlongX ? Cell(a, y, b) : Cell(b, y, a) }
    for plane in planes.prefix(10) {
      for a in range {
        let ground = scene.ground(cell(a, 0, plane).x, cell(a, 0, plane).z)
        let isHole = (0..<width).allSatisfy { i in
          (0..<height).allSatisfy { Airs.isOpen(view.opened[cell(a + i, ground + $0, plane)]) }
        }
        guard isHole else { continue }
        let isFramed =
          (0..<height).allSatisfy { y in
            view.isSolid(cell(a - 1, ground + y, plane))
              && view.isSolid(cell(a + width, ground + y, plane))
          } && (0..<width).allSatisfy { view.isSolid(cell(a + $0, ground + height, plane)) }
        if isFramed, view.reached.contains(cell(a, ground, plane)) { return (1, "") }
      }
    }
    return (0, "there is no opening of \(width) by \(height) to the \(side)")
  }

  func stories(_ check: Demand) -> (Double, String) {
    var storeys = view.storeys
    if check["of"].text == "keep" {
      let (a, b) = (scene.lower, scene.upper)
      storeys = view.storeys { cell in
        abs(2 * cell.x - a.x - b.x) * 2 < b.x - a.x && abs(2 * cell.z - a.z - b.z) * 2 < b.z - a.z
      }
    }
    let wanted = check["n"].whole ?? 2
    guard storeys.count == wanted else {
      return (0, "\(storeys.count) storeys at \(storeys.map { $0[0].y - view.baseLevel })")
    }
    guard let kind = check["connectedBy"].text, wanted > 1 else { return (1, "") }
    let range = storeys[0][0].y...storeys[1][0].y
    let pattern = kind == "ladder" ? "ladder|vine" : "*_stairs"
    let found = scene.placed(like: pattern).count { range.contains($0.y) && isIndoors($0) }
    return passed(found >= range.count - 2, "\(found) cells of \(kind)")
  }

  private func isIndoors(_ cell: Cell) -> Bool {
    view.airs.isInside(cell) || sideways.contains { view.airs.isInside(cell + $0) }
      || view.airs.isInside(cell.above)
  }

  func interiorHeight(_ check: Demand) -> (Double, String) {
    var best = 0
    for cell in view.floorCells {
      var top = cell
      while view.airs.isInside(top) { top = top.above }
      best = max(best, top.y - cell.y)
    }
    return (
      Checker.score(best, check["min"].whole, check["max"].whole), "\(best) cells from the floor"
    )
  }

  func reachableRooms(_ check: Demand) -> (Double, String) {
    let rooms = view.rooms.filter { room in room.cells.contains { view.reached.contains($0) } }
    return passed(
      rooms.count >= check["min"].whole ?? 1, "\(rooms.count) of \(view.rooms.count) rooms")
  }

  func roomKind(_ check: Demand) -> (Double, String) {
    var free = view.rooms.filter { room in room.cells.contains { view.reached.contains($0) } }
      .map(contents)
    var missing: [String] = []
    let kinds = check["kinds"].fields
    for name in kinds.keys.sorted() {
      let pieces = name.split(separator: "*")
      for _ in 0..<(pieces.count == 2 ? Int(pieces[1]) ?? 1 : 1) {
        let wanted = kinds[name]!.texts
        if let index = free.firstIndex(where: { room in wanted.allSatisfy { has($0, room) } }) {
          free.remove(at: index)
        } else {
          missing.append(name)
        }
      }
    }
    return passed(missing.isEmpty, "no room for \(missing.joined(separator: ", "))")
  }

  /// What stands in a room or at it, each cell once.
  private func contents(_ room: Airs.Room) -> [BlockState] {
    var cells: Set<Cell> = []
    for cell in room.cells {
      if !scene[cell].isAir { cells.insert(cell) }
      for way in Direction.allCases where !view.airs.isInside(cell + way) {
        cells.insert(cell + way)
      }
    }
    // Shelves behind shelves are still the library's.
    let more = cells.flatMap { cell in sideways.map { cell + $0 } }.filter {
      scene[$0].block.name == "bookshelf"
    }
    return cells.union(more).map { scene[$0] }
  }

  private func has(_ wanted: String, _ room: [BlockState]) -> Bool {
    if wanted == "window" { return room.contains { $0.block.name.contains("glass") } }
    let pieces = wanted.split(separator: ">=").map(String.init)
    let glob = Glob(pieces[0].filter { $0 != ">" && $0 != "=" })
    let least = wanted.contains(">=") ? Int(wanted.split(separator: "=").last ?? "") ?? 1 : 1
    return room.count { glob.matches($0) } >= least
  }

  func lit(_ check: Demand) -> (Double, String) {
    var world = scene.after
    world.turnOnLight()
    world.settleLight()
    let cells = view.floorCells.filter { view.reached.contains($0) }
    let level = check["minLevel"].whole ?? 1
    let bright = cells.count { world.blockLight(at: $0) >= level }
    return passed(
      !cells.isEmpty && Double(bright) >= (check["minFrac"].number ?? 1) * Double(cells.count),
      "\(bright) of \(cells.count) floor cells")
  }

  func hydrated(_ check: Demand) -> (Double, String) {
    let water = scene.placed(like: "water")
    let fields = scene.placed(like: "farmland")
    let wet = fields.count { field in
      water.contains {
        abs($0.x - field.x) <= 4 && abs($0.z - field.z) <= 4 && (0...1).contains($0.y - field.y)
      }
    }
    return passed(
      !fields.isEmpty && Double(wet) >= (check["minFrac"].number ?? 1) * Double(fields.count),
      "\(wet) of \(fields.count)")
  }

  func water(_ check: Demand) -> (Double, String) {
    var later = scene.after
    later.tick(check["containedAfterTicks"].whole ?? 200)
    let water = scene.placed(like: "water")
    let sources = water.filter { scene[$0].number(.level) == 0 }
    guard sources.count >= check["minSources"].whole ?? 0 else {
      return (0, "\(sources.count) sources")
    }
    let (a, b) = (scene.lower, scene.upper)
    var spilt = 0
    for y in max(0, a.y - 2)...min(later.size.y - 1, b.y + 2) {
      for z in max(0, a.z - 3)...min(later.size.z - 1, b.z + 3) {
        for x in max(0, a.x - 3)...min(later.size.x - 1, b.x + 3)
        where later[x, y, z].kind == .water && scene.before[x, y, z].kind != .water {
          if scene.after[x, y, z].kind != .water { spilt += 1 }
        }
      }
    }
    if check["allSource"].isTrue { spilt += water.count - sources.count }
    return passed(spilt <= check["spillMax"].whole ?? 0, "\(spilt) cells of spilt water")
  }
}
