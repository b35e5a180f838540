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
    for link in links.isEmpty ? [] : links { spots += self.spots(link, object) }
    if spots.isEmpty, let last = scene.last.first?.last, links.contains(where: { $0.ground != nil }) {
      _ = last
      return []
    }
    if spots.isEmpty { return [Spot(cell: scene.zone.centre, step: up, sideways: right, isCentred: true)] }
    return spots
  }

  private var up: Cell { Cell(0, 1, 0) }
  private var right: Cell { scene.step(.right) ?? Cell(1, 0, 0) }

  private func spots(_ link: Link, _ object: Entity) -> [Spot] {
    let places = link.sides
    guard let ground = link.ground, !isZone(ground) else { return zoneSpots(link) }
    if link.relation == .between { return between(ground, link) }
    if ground.concept?.name == "opening" || link.relation == .inside && ground.reference != .pronoun && ground.concept?.name != "block" {
      let cells = gaps([ground])
      if !cells.isEmpty { return [Spot(cell: cells[0], step: right, sideways: right, fixed: cells)] }
    }
    let groups = Selection(scene: scene).groups(ground)
    return groups.flatMap { spots(link, places, group: $0, object) }
  }

  private func isZone(_ ground: Entity) -> Bool {
    ground.concept?.category == .place || ground.concept?.name == "floor"
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
    if link.quantity == .each || link.quantity == .all, places == [.side] {
      let steps = [Side.north, .east, .south, .west].compactMap { scene.step($0) }
      return steps.map { end(group, $0, $0) }
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
    if link.sides == [.corner] {
      let corners = [
        Cell(zone.lower.x, 0, zone.lower.z), Cell(zone.upper.x, 0, zone.lower.z),
        Cell(zone.upper.x, 0, zone.upper.z), Cell(zone.lower.x, 0, zone.upper.z),
      ]
      return corners.map { Spot(cell: $0, step: up, sideways: right) }
    }
    var cell = centre
    let isEdge = link.relation == .at || link.relation == .beside
    for side in link.sides {
      guard let step = scene.step(side), isEdge else { continue }
      if step.x != 0 { cell.x = step.x > 0 ? zone.upper.x : zone.lower.x }
      if step.z != 0 { cell.z = step.z > 0 ? zone.upper.z : zone.lower.z }
    }
    guard link.ground != nil || !link.sides.isEmpty else { return [] }
    let isCentred = cell == centre
    return [Spot(cell: cell, step: isCentred ? up : inward(cell), sideways: isCentred ? right : inward(cell), isCentred: isCentred)]
  }

  private func inward(_ cell: Cell) -> Cell { up }

  private func between(_ ground: Entity, _ link: Link) -> [Spot] {
    let cells = gaps([ground], between: true)
    return cells.isEmpty ? [] : [Spot(cell: cells[0], step: right, sideways: right, fixed: cells)]
  }

  /// The empty cells between the groups that things mean, or inside one of them.
  func gaps(_ grounds: [Entity], between: Bool = false) -> [Cell] {
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
        if !run.isEmpty, filled.contains(next) { for cell in run where !found.contains(cell) { found.append(cell) } }
      }
    }
    return found
  }

  /// The level cells that touch a group from outside, corners included.
  static func ring(around group: [Cell]) -> [Cell] {
    let inside = Set(group)
    var result: [Cell] = []
    for cell in group {
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
