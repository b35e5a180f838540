import VoxelWorld

extension Dialogue {
  /// Do not put windows in it: what must not be there is taken away.
  mutating func forbid(_ act: Act) -> Bool {
    guard let index = state.designs.indices.last, [.build, .place, .add].contains(act.verb) else {
      return false
    }
    for object in act.objects { state.designs[index].drop(object) }
    return !act.objects.isEmpty
  }

  /// The building that a part is said to belong to: the roof of the tower.
  func host(of part: Entity) -> Entity? {
    part.linked(.of, .on, .at, .inside).first { $0.concept?.category == .building }
  }

  /// Make it four blocks longer; give it a flat roof.
  mutating func change(_ object: Entity, _ act: Act) -> Bool {
    guard let index = design(object) else { return false }
    var done = false
    for measure in act.measures + object.measures {
      done = true
      if measure.isRelative {
        state.designs[index].grow(measure, towards: sides(act, object))
      } else {
        state.designs[index].description.measures.append(measure)
        state.designs[index].reread()
      }
    }
    for link in object.links where link.relation == .with || link.relation == .madeOf {
      guard let part = link.ground else { continue }
      done = true
      if part.concept == nil {
        var wall = Entity()
        wall.concept = Concept(.shape, "wall")
        state.designs[index].replace(wall, with: part, in: wall)
      } else {
        state.designs[index].change(part)
      }
    }
    return done
  }

  func sides(_ act: Act, _ object: Entity) -> [Side] {
    (act.links + object.links).flatMap { link in
      link.sides + (link.ground.map { $0.sides + $0.links.flatMap(\.sides) } ?? [])
    }
  }

  mutating func grow(_ act: Act) -> Bool {
    guard let index = design(act.objects.first { $0.concept?.category == .building }) else {
      return false
    }
    let counts = act.links.compactMap { $0.ground?.count } + act.objects.compactMap(\.count)
    let measures = act.measures.isEmpty ? [Measure(.length, [counts.first ?? 2])] : act.measures
    for measure in measures {
      state.designs[index].grow(measure, towards: sides(act, act.objects.first ?? Entity()))
    }
    return true
  }

  mutating func remove(_ act: Act) -> Bool {
    var done = false
    for object in act.objects {
      if object.reference == .pronoun || isWholeAgain(object), let index = design(object) {
        state.designs.remove(at: index)
        done = true
      } else if let index = design(host(of: object)) {
        state.designs[index].drop(object)
        done = true
      }
    }
    return done
  }

  mutating func replace(_ act: Act) -> Bool {
    guard let new = act.results.first, let old = act.objects.first,
      let index = design(host(of: old))
    else { return false }
    let links = act.links + old.links
    let part = links.compactMap(\.ground).first {
      $0.concept?.category == .part || $0.concept?.name == "wall"
    }
    let named = old.concept?.category == .part || old.concept?.name == "wall" ? old : nil
    state.designs[index].replace(old, with: new, in: part ?? named)
    return true
  }

  mutating func hold(_ act: Act) -> Bool {
    guard let index = state.designs.indices.last, !act.objects.isEmpty else { return false }
    for object in act.objects { state.designs[index].hold(object) }
    return true
  }

  mutating func move(_ act: Act) -> Bool {
    guard let index = design(act.objects.first) else { return false }
    let counts =
      act.objects.dropFirst().compactMap(\.count)
      + act.objects.flatMap(\.links).compactMap { $0.ground?.count }
    let amount = act.measures.first?.values.first ?? counts.first ?? 1
    guard
      let side = sides(act, act.objects.first ?? Entity()).compactMap({ Compass.direction($0) })
        .first
    else { return false }
    let step = Cell(side.x * amount, side.y * amount, side.z * amount)
    state.designs[index].corner = state.designs[index].corner + step
    return true
  }

  mutating func copy(_ object: Entity) -> Bool {
    guard let index = design(object) else { return false }
    var copy = state.designs[index]
    copy.description.links += object.links.filter { $0.relation == .with || $0.relation == .madeOf }
    copy.reread()
    state.designs.append(placed(copy, object))
    return true
  }
}
