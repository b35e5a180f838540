import VoxelWorld

/// Finds what a phrase means among the blocks that stand.
struct Selection {
  let scene: Scene

  /// The groups of cells that a thing means, in the order they are best taken.
  func groups(_ thing: Entity, depth: Int = 0) -> [[Cell]] {
    guard depth < 6 else { return [] }
    if thing.reference == .pronoun, thing.concept == nil { return scene.last }
    if thing.isPlace { return place(thing, depth) }
    if thing.concept == nil, thing.colours.isEmpty, thing.materials.isEmpty, thing.links.isEmpty,
      thing.extremes.isEmpty, thing.ordinal == nil, thing.quantity == .both || thing.quantity == nil
    {
      return scene.last
    }
    var cells = scene.matching(thing)
    if thing.traits.contains("new"), !scene.fresh.isEmpty {
      let fresh = cells.filter { scene.fresh.contains($0) }
      if !fresh.isEmpty { cells = fresh }
    }
    if thing.traits.contains("existing") || thing.traits.contains("empty") {
      let old = cells.filter { !scene.fresh.contains($0) }
      if !old.isEmpty { cells = old }
    }
    for owner in thing.linked(.of) where owner.reference != .new || !owner.links.isEmpty {
      let inside = Set(groups(owner, depth: depth + 1).flatMap { $0 })
      let kept = cells.filter { inside.contains($0) }
      if !kept.isEmpty { cells = kept }
    }
    var groups = scene.groups(of: cells, as: thing.concept)
    groups = shaped(groups, thing)
    for link in thing.links where !(link.relation == .from && thing.ordinal != nil) {
      groups = filtered(groups, by: link, depth, count: thing.count)
    }
    groups = ordered(groups, thing)
    return counted(groups, thing)
  }

  /// Groups of the stated height or length, where there are some.
  private func shaped(_ groups: [[Cell]], _ thing: Entity) -> [[Cell]] {
    let wanted =
      thing.linked(.of).compactMap(\.count).first ?? thing.measure(.height)
      ?? thing.measure(.length)
    guard let wanted, thing.concept != nil else { return groups }
    let kept = groups.filter { $0.count == wanted }
    return kept.isEmpty ? groups : kept
  }

  /// The cells that a side of something means: the top of the column.
  private func place(_ thing: Entity, _ depth: Int) -> [[Cell]] {
    var groups: [[Cell]] = scene.cells.map { [$0] }
    if let owner = thing.linked(.of).first {
      let groups = self.groups(owner, depth: depth + 1)
      let sides = thing.sides + thing.extremes
      if groups.count > 1, groups.allSatisfy({ $0.count == 1 }) {
        return Array(farthest(groups, sides).prefix(thing.count ?? 1))
      }
      return groups.map { group in farthest(group.map { [$0] }, sides).first ?? group }
    }
    for link in thing.links { groups = filtered(groups, by: link, depth, count: nil) }
    return Array(farthest(groups, thing.sides + thing.extremes).prefix(1))
  }

  private func filtered(_ groups: [[Cell]], by link: Link, _ depth: Int, count: Int?) -> [[Cell]] {
    if link.relation == .except, let ground = link.ground {
      let kept = Set(self.groups(ground, depth: depth + 1).flatMap { $0 })
      return groups.map { $0.filter { !kept.contains($0) } }.filter { !$0.isEmpty }
    }
    if link.quantity == .both, link.sides.count > 1, link.ground == nil {
      return link.sides.flatMap { farthest(groups, [$0]) }
    }
    guard let ground = link.ground else {
      let sides = link.sides.filter { scene.step($0) != nil || $0 == .middle }
      return sides.isEmpty ? groups : farthest(groups, sides, atLeast: count ?? 1)
    }
    guard
      [.on, .beside, .under, .above, .at, .between, .against, .inside, .with, .from].contains(
        link.relation)
    else { return groups }
    if ground.concept?.category == .place || link.relation == .from && ground.isPlace {
      return link.sides.isEmpty ? groups : farthest(groups, link.sides, atLeast: count ?? 1)
    }
    let grounds = self.groups(ground, depth: depth + 1)
    guard !grounds.isEmpty else { return groups }
    let inside = Set(grounds.flatMap { $0 })
    if link.relation == .at || link.relation == .inside || link.relation == .from {
      let kept = groups.filter { $0.contains { inside.contains($0) } }
      if !kept.isEmpty {
        return link.sides.isEmpty ? kept : farthest(kept, link.sides, atLeast: count ?? 1)
      }
    }
    let outer = groups.filter { !$0.contains { inside.contains($0) } }
    return near(outer.isEmpty ? groups : outer, inside, link)
  }

  /// The groups that stand to the cells as the link says; else the nearest.
  private func near(_ groups: [[Cell]], _ cells: Set<Cell>, _ link: Link) -> [[Cell]] {
    let side: Side? =
      link.relation == .on || link.relation == .above
      ? .top
      : link.relation == .under ? .bottom : link.sides.first
    if let side, let step = scene.step(side) {
      let kept = groups.filter { group in group.contains { cells.contains($0 - step) } }
      if !kept.isEmpty { return kept }
      // Farther off to that side.
      let far = groups.filter { group in
        group.contains { cell in cells.contains { Scene.reach(cell, step) > Scene.reach($0, step) }
        }
      }
      if !far.isEmpty { return nearest(far, cells) }
    }
    return nearest(groups, cells)
  }

  private func nearest(_ groups: [[Cell]], _ cells: Set<Cell>) -> [[Cell]] {
    let list = scene.cells.filter { cells.contains($0) }
    func distance(_ group: [Cell]) -> Int {
      group.flatMap { cell in list.map { $0.distance(to: cell) } }.min() ?? .max
    }
    let least = groups.map(distance).min()
    return groups.filter { distance($0) == least }
  }

  /// The groups farthest to all of the sides in turn.
  func farthest(_ groups: [[Cell]], _ sides: [Side], atLeast count: Int = 1) -> [[Cell]] {
    var kept = groups
    for side in sides {
      if side == .middle {
        kept = middle(kept)
      } else if let step = scene.step(side) {
        func reach(_ group: [Cell]) -> Int { group.map { Scene.reach($0, step) }.max() ?? 0 }
        let order = kept.map(reach).sorted(by: >)
        guard !order.isEmpty else { return [] }
        let least = order[min(count, order.count) - 1]
        kept = kept.filter { reach($0) >= least }
      }
    }
    return kept
  }

  /// The group in the middle of the others, along the way they spread most.
  private func middle(_ groups: [[Cell]]) -> [[Cell]] {
    guard groups.count > 2 else { return groups }
    let order = Selection.inLine(groups)
    return [order[(order.count - 1) / 2]]
  }

  /// From west to east, north to south or bottom to top, whichever they spread along most.
  static func inLine(_ groups: [[Cell]]) -> [[Cell]] {
    func spread(_ key: (Cell) -> Int) -> Int {
      let values = groups.map { key($0[0]) }
      return (values.max() ?? 0) - (values.min() ?? 0)
    }
    let x = spread(\.x)
    let y = spread(\.y)
    let z = spread(\.z)
    let key: (Cell) -> Int = x >= y && x >= z ? { $0.x } : y >= z ? { $0.y } : { $0.z }
    return groups.sorted { key($0[0]) < key($1[0]) }
  }

  private func ordered(_ groups: [[Cell]], _ thing: Entity) -> [[Cell]] {
    var kept = groups
    let from = thing.links.first { $0.relation == .from }
    if let ordinal = thing.ordinal {
      var order = Selection.inLine(groups)
      let side = from?.sides.first ?? from?.ground?.sides.first ?? thing.sides.first
      if let side, let step = scene.step(side) {
        order = groups.sorted { Scene.reach($0[0], step) > Scene.reach($1[0], step) }
      }
      let places = thing.ordinal == nil ? [] : [ordinal]
      return places.compactMap { order.indices.contains($0 - 1) ? order[$0 - 1] : nil }
    }
    let sides = thing.extremes + thing.sides
    if !sides.isEmpty {
      kept = farthest(groups, sides, atLeast: thing.count ?? 1)
      if thing.concept?.name == "column" || thing.concept?.name == "tower",
        thing.extremes.contains(.bottom) || thing.extremes.contains(.top)
      {
        // The shortest and the tallest column, not the lowest.
        let lengths = groups.map(\.count)
        let wanted = thing.extremes.contains(.top) ? lengths.max() : lengths.min()
        kept = groups.filter { $0.count == wanted }
      }
    }
    return kept
  }

  /// Of several groups the ones meant: all, as many as named, or the newest.
  private func counted(_ groups: [[Cell]], _ thing: Entity) -> [[Cell]] {
    if let quantity = thing.quantity, [.each, .every, .all, .both].contains(quantity) {
      return groups
    }
    if let count = thing.count {
      guard groups.count > count else { return groups }
      let fresh = groups.filter { $0.contains { scene.last.joined().contains($0) } }
      return Array((fresh.count >= count ? fresh : groups).prefix(count))
    }
    if thing.isPlural || groups.count <= 1 { return groups }
    let said = groups.filter { group in scene.last.joined().contains { group.contains($0) } }
    if let newest = said.last { return [newest] }
    let fresh = groups.filter { $0.contains { scene.fresh.contains($0) } }
    if let newest = fresh.last { return [newest] }
    return [farthest(groups, [.top]).first ?? groups[0]]
  }
}
