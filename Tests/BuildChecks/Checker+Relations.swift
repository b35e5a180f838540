import VoxelWorld

extension Checker {
  /// The cells that a name stands for: a pattern of ids, one of several by number, or a part.
  func select(_ name: String) -> [Cell] {
    switch name {
    case "door": return scene.placed(like: "*_door").filter { scene[$0].word(.half) != .upper }
    case "water_surface":
      let water = scene.placed(like: "water")
      let top = water.map(\.y).max()
      return water.filter { $0.y == top }
    case "roof_ridge":
      let roof = view.roof.filter { !["campfire"].contains(scene[$0].block.name) }
      let tops = Dictionary(grouping: roof, by: \.y)
      // A chimney is higher than the ridge, but narrow.
      let ridge = tops.keys.sorted(by: >).first { tops[$0]!.count >= 3 }
      return ridge.map { tops[$0]! } ?? []
    case "room", "interior": return view.rooms.max { $0.volume < $1.volume }?.cells ?? []
    default: break
    }
    if let part = view.part(name) { return part }
    let pieces = name.split(separator: ":")
    let cells = scene.placed(like: String(pieces[0]))
    guard pieces.count == 2, let number = Int(pieces[1]) else { return cells }
    let ordered = switches(cells)
    return ordered.indices.contains(number) ? [ordered[number]] : []
  }

  /// Several of a thing in the order in which numbers mean them: those outside first.
  func switches(_ cells: [Cell]) -> [Cell] {
    cells.sorted { a, b in
      let (insideA, insideB) = (view.airs.isInside(a), view.airs.isInside(b))
      if insideA != insideB { return !insideA }
      return (a.y, a.z, a.x) < (b.y, b.z, b.x)
    }
  }

  func relation(_ check: Demand) -> (Double, String) {
    let kind = check["rel"].text ?? ""
    let a = select(check["a"].text ?? "")
    guard !a.isEmpty else { return (0, "there is no \(check["a"].text ?? "?")") }
    if kind == "at_end" { return passed(isAtEnd(a, check["b"].text ?? ""), "not at that end") }
    let b = select(check["b"].text ?? "")
    guard !b.isEmpty else { return (0, "there is no \(check["b"].text ?? "?")") }
    let others = Set(b)
    let detail = "\(check["a"].text!) is not \(kind) \(check["b"].text!): \(a[0]), \(b[0])"
    switch kind {
    case "offset":
      let d = check["d"].wholes
      return passed(a.allSatisfy { others.contains($0 - Cell(d[0], d[1], d[2])) }, detail)
    case "on_top_of": return passed(a.contains { others.contains($0.below) }, detail)
    case "all_on_top_of": return passed(a.allSatisfy { others.contains($0.below) }, detail)
    case "above":
      if let gap = check["gap"].wholes.first, let most = check["gap"].wholes.last {
        let rise = a.map(\.y).min()! - b.map(\.y).max()!
        return passed(rise >= gap && rise <= most, "it is \(rise) above")
      }
      return passed(
        a.contains { top in b.contains { $0.x == top.x && $0.z == top.z && $0.y < top.y } }
          && b.allSatisfy { low in a.contains { $0.y > low.y } }, detail)
    case "north_of", "south_of", "west_of", "east_of", "below":
      return passed(isBeyond(kind, a, b), detail)
    case "inside": return passed(a.allSatisfy { view.airs.isInside($0) } || isWithin(a, b), detail)
    case "around": return passed(isAround(a, b, check["width"].whole ?? 1), detail)
    case "center_of": return passed(isCentre(a, of: b), detail)
    case "perimeter_of": return passed(isPerimeter(a, of: b), detail)
    case "in_corner": return passed(a.contains { isInCorner($0) }, detail)
    case "each_corner": return passed(isOnCorners(a, of: b), detail)
    case "near":
      let most = check["maxDist"].whole ?? 2
      return passed(
        a.contains { x in
          b.contains { max(abs($0.x - x.x), abs($0.z - x.z)) <= most && abs($0.y - x.y) <= 3 }
        }, detail)
    case "side_of":
      let wantsInside = check["side"].text == "inside"
      return passed(a.allSatisfy { view.airs.isInside($0) == wantsInside }, detail)
    case "beside":
      return passed(a.contains { x in sideways.contains { others.contains(x + $0) } }, detail)
    default: return (0, "nobody knows the relation \(kind)")
    }
  }

  private func isAtEnd(_ cells: [Cell], _ side: String) -> Bool {
    let columns = view.wallColumns.isEmpty ? scene.placed : view.wallColumns
    let (x0, x1) = (columns.map(\.x).min()!, columns.map(\.x).max()!)
    let (z0, z1) = (columns.map(\.z).min()!, columns.map(\.z).max()!)
    return cells.allSatisfy { cell in
      switch side {
      case "west": 4 * (cell.x - x0) <= x1 - x0
      case "east": 4 * (x1 - cell.x) <= x1 - x0
      case "north": 4 * (cell.z - z0) <= z1 - z0
      default: 4 * (z1 - cell.z) <= z1 - z0
      }
    }
  }

  private func isBeyond(_ kind: String, _ a: [Cell], _ b: [Cell]) -> Bool {
    switch kind {
    case "north_of": a.map(\.z).max()! < b.map(\.z).min()!
    case "south_of": a.map(\.z).min()! > b.map(\.z).max()!
    case "west_of": a.map(\.x).max()! < b.map(\.x).min()!
    case "east_of": a.map(\.x).min()! > b.map(\.x).max()!
    default: a.map(\.y).max()! < b.map(\.y).min()!
    }
  }

  private func isWithin(_ a: [Cell], _ b: [Cell]) -> Bool {
    let (x0, x1) = (b.map(\.x).min()!, b.map(\.x).max()!)
    let (z0, z1) = (b.map(\.z).min()!, b.map(\.z).max()!)
    return a.allSatisfy { (x0...x1).contains($0.x) && (z0...z1).contains($0.z) }
  }

  /// Whether every column within a distance of some columns, but not of them, is of `a`.
  private func isAround(_ a: [Cell], _ b: [Cell], _ width: Int) -> Bool {
    let columns = Set(a.map { Cell($0.x, 0, $0.z) })
    let (x0, x1) = (b.map(\.x).min()!, b.map(\.x).max()!)
    let (z0, z1) = (b.map(\.z).min()!, b.map(\.z).max()!)
    var missing = 0
    for z in z0 - width...z1 + width {
      for x in x0 - width...x1 + width
      where x < x0 || x > x1 || z < z0 || z > z1 {
        if !columns.contains(Cell(x, 0, z)) { missing += 1 }
      }
    }
    return missing == 0
  }

  private func isCentre(_ a: [Cell], of b: [Cell]) -> Bool {
    let all = a + b
    let x = all.map(\.x).min()! + all.map(\.x).max()!
    let z = all.map(\.z).min()! + all.map(\.z).max()!
    return abs(a.map(\.x).min()! + a.map(\.x).max()! - x) <= 1
      && abs(a.map(\.z).min()! + a.map(\.z).max()! - z) <= 1
  }

  private func isPerimeter(_ a: [Cell], of b: [Cell]) -> Bool {
    let (x0, x1) = (b.map(\.x).min()!, b.map(\.x).max()!)
    let (z0, z1) = (b.map(\.z).min()!, b.map(\.z).max()!)
    func isRim(_ cell: Cell) -> Bool {
      cell.x == x0 || cell.x == x1 || cell.z == z0 || cell.z == z1
    }
    let columns = Set(a.map { Cell($0.x, 0, $0.z) })
    return a.allSatisfy(isRim)
      && b.filter(isRim).allSatisfy { columns.contains(Cell($0.x, 0, $0.z)) }
  }

  private func isOnCorners(_ a: [Cell], of b: [Cell]) -> Bool {
    let (x0, x1) = (b.map(\.x).min()!, b.map(\.x).max()!)
    let (z0, z1) = (b.map(\.z).min()!, b.map(\.z).max()!)
    let columns = Set(a.map { Cell($0.x, 0, $0.z) })
    return [Cell(x0, 0, z0), Cell(x1, 0, z0), Cell(x0, 0, z1), Cell(x1, 0, z1)].allSatisfy {
      columns.contains($0)
    }
  }

  private func isInCorner(_ cell: Cell) -> Bool {
    func isWall(_ direction: Direction) -> Bool {
      let next = cell + direction
      return !view.airs.isInside(next) && view.isSolid(next)
    }
    return (isWall(.north) || isWall(.south)) && (isWall(.west) || isWall(.east))
  }
}
