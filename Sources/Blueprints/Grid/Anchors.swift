import VoxelWorld

/// Finds the cells where placed things begin.
struct Anchors {
  /// Where a thing begins, which way it goes on, and which way if it lies flat.
  struct Spot {
    var cell: Cell
    var step: Cell
    var sideways: Cell
    var isCentred = false
    /// The cells themselves, where the place alone says how many there are.
    var fixed: [Cell]?
  }

  let scene: Scene

  /// The spots of an object, from what it and its act say of where.
  func spots(_ object: Entity, _ act: Act) -> [Spot] {
    let links = (object.links + act.links).filter { link in
      switch link.relation {
      case .of, .madeOf, .with, .without, .like, .except, .upTo, .per, .facing: false
      default: true
      }
    }
    var spots: [Spot] = []
    let between = links.filter { $0.relation == .between }.compactMap(\.ground)
    if !between.isEmpty { spots += self.between(between) }
    for link in links where link.relation != .between { spots += self.spots(link, object) }
    if spots.isEmpty, links.contains(where: { $0.ground != nil }) { return [] }
    if spots.isEmpty {
      return [Spot(cell: scene.zone.centre, step: up, sideways: right, isCentred: true)]
    }
    return spots
  }

  private var up: Cell { Cell(0, 1, 0) }
  private var right: Cell { scene.step(.right) ?? Cell(1, 0, 0) }

  private func spots(_ link: Link, _ object: Entity) -> [Spot] {
    let places = link.sides
    if link.relation == .instead {
      let cells = scene.last.flatMap { $0 }
      return cells.isEmpty ? [] : [Spot(cell: cells[0], step: up, sideways: right, fixed: cells)]
    }
    if link.ground == nil, !scene.last.isEmpty, !scene.fresh.isEmpty, link.relation != .inside,
      places.contains(where: { scene.step($0) != nil || $0 == .side }),
      !places.contains(.corner), !places.contains(.edge), !places.contains(.middle)
    {
      return scene.last.flatMap { self.spots(link, places, group: $0, object) }
    }
    guard let ground = link.ground, !isZone(ground) else { return zoneSpots(link) }
    if ground.concept?.name == "opening"
      || link.relation == .inside && ground.reference != .pronoun && ground.concept?.name != "block"
    {
      let cells = gaps([ground])
      if !cells.isEmpty {
        return [Spot(cell: cells[0], step: right, sideways: right, fixed: cells)]
      }
    }
    let groups = Selection(scene: scene).groups(ground)
    if groups.count > 1, link.relation == .on { return tops(groups, link, ground, object) }
    if groups.count > 1, ground.quantity == nil, ground.count == nil, ground.reference != .pronoun,
      link.relation != .under
    {
      return spots(link, places, group: groups.flatMap { $0 }, object)
    }
    if link.relation == .on, let count = object.count, count > 1, groups.count == 1 {
      let open = groups[0].filter { scene[$0 + up] == nil }
      if open.count == count {
        return open.map { Spot(cell: $0 + up, step: up, sideways: right, fixed: [$0 + up]) }
      }
    }
    return groups.flatMap { spots(link, places, group: $0, object) }
  }

  /// On top of several groups: on each that nothing covers; one each where there are as many.
  private func tops(_ groups: [[Cell]], _ link: Link, _ ground: Entity, _ object: Entity) -> [Spot]
  {
    let spots = groups.map { end($0, up, up) }.filter { scene[$0.cell] == nil }
    guard object.count == spots.count, ground.quantity == nil else { return spots }
    return spots.map { Spot(cell: $0.cell, step: up, sideways: right, fixed: [$0.cell]) }
  }

  private func isZone(_ ground: Entity) -> Bool {
    if ground.concept?.category == .place || ground.concept?.name == "floor" { return true }
    if ground.concept?.name == "border" { return true }
    guard ground.isPlace else { return false }
    let owner = ground.linked(.of).first
    return owner.map { isZone($0) }
      ?? (ground.sides.contains(.corner) || ground.sides.contains(.edge))
  }

  /// The sides that a link and the places it leads to name: the centre of the east side of the map.
  private func sides(_ link: Link) -> [Side] {
    var sides = link.sides
    var ground = link.ground
    var depth = 0
    while let place = ground, depth < 4 {
      sides += place.sides + place.extremes
      ground = place.linked(.of).first
      depth += 1
    }
    return sides
  }

  private func spots(_ link: Link, _ places: [Side], group: [Cell], _ object: Entity) -> [Spot] {
    switch link.relation {
    case .on, .above: return [end(group, up, up)]
    case .under: return [end(group, Cell(0, -1, 0), Cell(0, -1, 0))]
    case .around:
      let ring = Anchors.ring(around: group).filter { scene[$0] == nil }
      return ring.isEmpty ? [] : [Spot(cell: ring[0], step: right, sideways: right, fixed: ring)]
    default: break
    }
    if places.first == .side, let quantity = link.quantity {
      // Every side is all around and on top; both sides are left and right.
      let sides: [Side] =
        quantity == .every || quantity == .all
        ? [.north, .east, .south, .west, .top] : [.left, .right]
      return sides.compactMap { scene.step($0) }.map { end(group, $0, $0) }.filter {
        scene[$0.cell] == nil
      }
    }
    let steps = places.compactMap { scene.step($0) }
    if link.relation == .at, let first = steps.first, first.y > 0 { return [end(group, up, up)] }
    if steps.isEmpty {
      // Next to it: on the first side that is free.
      let free = [right, scene.step(.left)!, scene.step(.front)!, scene.step(.back)!].first {
        scene[end(group, $0, $0).cell] == nil
      }
      return [end(group, free ?? right, free ?? right)]
    }
    // To the east and west of it is two spots; at its lower left is one.
    return steps.map { end(group, $0, $0) }
  }

  /// Just past the end of a group towards a step: at its lowest cell if that lies level.
  private func end(_ group: [Cell], _ towards: Cell, _ step: Cell) -> Spot {
    var best = group[0]
    for cell in group.dropFirst() {
      let more = Scene.reach(cell, towards) - Scene.reach(best, towards)
      if more > 0 || more == 0 && cell.y < best.y { best = cell }
    }
    return Spot(cell: best + towards, step: step, sideways: step.y == 0 ? step : right)
  }

  /// Corners, edges and the middle of the zone.
  private func zoneSpots(_ link: Link) -> [Spot] {
    let zone = scene.zone
    let centre = zone.centre
    let sides = self.sides(link)
    if sides == [.corner] {
      let corners = [
        Cell(zone.lower.x, 0, zone.lower.z), Cell(zone.upper.x, 0, zone.lower.z),
        Cell(zone.upper.x, 0, zone.upper.z), Cell(zone.lower.x, 0, zone.upper.z),
      ]
      let traits = link.ground?.traits ?? []
      let wantsEmpty =
        traits.contains("existing") || traits.contains("hollow") || traits.contains("empty")
      let isOne =
        link.quantity == nil && link.ground?.quantity == nil && link.ground?.isPlural != true
      let free = corners.filter { scene[$0] == nil }
      let kept = wantsEmpty || isOne && free.count == 1 ? free : corners
      return kept.map { Spot(cell: $0, step: up, sideways: Cell($0.x < centre.x ? 1 : -1, 0, 0)) }
    }
    var cell = centre
    let isEdge =
      link.relation == .at || link.relation == .beside || link.relation == .against
      || link.relation == .inside || link.relation == .on
    for side in sides {
      guard let step = scene.step(side), isEdge else { continue }
      if step.x != 0 { cell.x = step.x > 0 ? zone.upper.x : zone.lower.x }
      if step.z != 0 { cell.z = step.z > 0 ? zone.upper.z : zone.lower.z }
    }
    guard link.ground != nil || !sides.isEmpty else { return [] }
    // In the middle of an edge a row lies along the edge; from a corner it leads along x.
    let alongZ = cell.x != centre.x && cell.z == centre.z
    let isCentred = cell.x == centre.x || cell.z == centre.z
    let sideways =
      alongZ ? Cell(0, 0, 1) : cell == centre ? right : Cell(cell.x > centre.x ? -1 : 1, 0, 0)
    return [Spot(cell: cell, step: up, sideways: sideways, isCentred: isCentred)]
  }

  private func between(_ grounds: [Entity]) -> [Spot] {
    let cells = gaps(grounds)
    return cells.isEmpty ? [] : [Spot(cell: cells[0], step: right, sideways: right, fixed: cells)]
  }

  /// The empty cells between the groups that things mean, or inside one of them.
  func gaps(_ grounds: [Entity]) -> [Cell] {
    var named: [Entity] = []
    for ground in grounds {
      if ground.concept?.name == "opening" || ground.concept?.category == .place {
        named += ground.linked(.between, .inside, .of, .at)
      } else {
        named.append(ground)
      }
    }
    let selection = Selection(scene: scene)
    let groups = named.isEmpty ? [scene.cells] : named.flatMap { selection.groups($0) }
    let cells = groups.flatMap { $0 }
    guard !cells.isEmpty else { return [] }
    let filled = Set(cells)
    var found: [Cell] = []
    for step in [Cell(1, 0, 0), Cell(0, 0, 1), Cell(0, 1, 0)] {
      for cell in cells {
        var run: [Cell] = []
        var next = cell + step
        while scene.zone.contains(next), scene[next] == nil, run.count < 12 {
          run.append(next)
          next = next + step
        }
        if !run.isEmpty, filled.contains(next) {
          for cell in run where !found.contains(cell) { found.append(cell) }
        }
      }
    }
    return found
  }

  /// The level cells that touch a group from outside, corners included.
  static func ring(around group: [Cell]) -> [Cell] {
    let inside = Set(group)
    let floor = group.map(\.y).min() ?? 0
    var result: [Cell] = []
    for cell in group where cell.y == floor {
      for dz in -1...1 {
        for dx in -1...1 where dx != 0 || dz != 0 {
          let other = Cell(cell.x + dx, cell.y, cell.z + dz)
          if !inside.contains(other), !result.contains(other) { result.append(other) }
        }
      }
    }
    return result
  }
}
