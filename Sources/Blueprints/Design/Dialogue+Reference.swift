import VoxelWorld

extension Dialogue {
  /// North of it one thing, south of it another: of the same `it`.
  mutating func keepAntecedent(of act: Act) {
    if !act.isSpoken, let ground = act.links.first?.ground, act.links[0].relation != .with {
      // South of the emerald one thing, west of it another, and on it a third.
      if ground.reference == .pronoun {
        if let parallel { state.latest = parallel }
        parallel = state.latest
      } else if ground.reference == .known, let meant = target(ground) {
        parallel = meant
      }
      return
    }
    let isAside = act.links.contains { $0.refersBack && !$0.sides.isEmpty }
    if isAside, let parallel { state.latest = parallel }
    parallel = isAside ? state.latest : nil
  }

  /// Two copies of it, one to the north and one to the south.
  mutating func copyAside(_ copies: Entity, _ act: Act) -> Bool {
    let original = copies.linked(.of).first ?? Entity.it
    guard let source = target(original) else { return false }
    var sides = sides(act, copies).filter { Compass.direction($0) != nil }
    for other in act.objects.dropFirst() { sides += self.sides(act, other) }
    for link in copies.links + act.links {
      sides += link.ground?.links.flatMap(\.sides) ?? []
    }
    var done = false
    for index in 0..<max(1, min(copies.count ?? 1, 12)) {
      var place = original
      place.count = nil
      place.links = sides.isEmpty ? [] : [Link(.beside, [sides[index % sides.count]])]
      state.latest = source
      if copy(source, place, Act(.copy)) { done = true }
    }
    return done
  }

  /// Sizes in blocks: twice as tall as what was spoken of last.
  func resolved(_ measures: [Measure]) -> [Measure] {
    measures.map { measure in
      guard let factor = measure.factor, let size = latestSize else { return measure }
      let whole =
        switch measure.dimension {
        case .height, .depth: size.y
        case .length: max(size.x, size.z)
        case .width, .thickness: min(size.x, size.z)
        default: size.x
        }
      return Measure(measure.dimension, [max(1, whole * factor.over / max(1, factor.under))])
    }
  }

  /// Beside a furnace put a chest: the furnace first, where there is none.
  mutating func groundedFirst(_ act: Act) -> Act {
    guard !act.objects.isEmpty else { return act }
    var act = act
    for (index, link) in act.links.enumerated() {
      guard Sculptor.position(link) != nil, let ground = link.ground, ground.reference == .new,
        ground.quantity == nil, ground.concept?.category != .place,
        SolidReader.solid(ground) != nil,
        StructureReader.structure(ground) == nil
      else { continue }
      var foundation = Act(.build)
      foundation.objects = [ground]
      if build(foundation) {
        act.links[index].ground = Entity.it
        parallel = state.latest
      }
    }
    return act
  }

  /// Three more in a row to the east of it.
  mutating func repeated(_ target: Target, _ object: Entity) -> Bool {
    var done = false
    let place = object.links.first { !$0.sides.isEmpty }
    for _ in 0..<max(1, min(object.count ?? 1, 24)) {
      var one = Entity.it
      one.links = [
        place.map { Link($0.relation == .on ? .on : .beside, $0.sides) } ?? Link(.beside)
      ]
      if copy(state.latest ?? target, one, Act(.copy)) { done = true }
    }
    return done
  }
}
