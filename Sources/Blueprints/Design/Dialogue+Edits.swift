import VoxelWorld

extension Dialogue {
  /// Do not put windows in it: what must not be there is taken away.
  mutating func forbid(_ act: Act) -> Bool {
    guard let index = latestDesign, [.build, .place, .add].contains(act.verb) else {
      return false
    }
    for object in act.objects { state.designs[index].drop(object) }
    return !act.objects.isEmpty
  }

  /// The building that a part is said to belong to: the roof of the tower.
  func host(of part: Entity) -> Entity? {
    part.linked(.of, .on, .at, .inside).first {
      $0.concept?.category == .building || $0.concept?.category == .structure
    }
  }

  /// Make it four blocks longer; give it a flat roof; make it blue.
  mutating func change(_ object: Entity, _ act: Act) -> Bool {
    guard let target = target(object) else { return false }
    let paint = ([object] + act.objects.dropFirst()).first {
      $0.concept == nil && !($0.materials.isEmpty && $0.colours.isEmpty)
    }
    state.latest = target
    guard case .design(let index) = target else {
      guard case .shape(let index) = target else { return false }
      return change(shape: index, object, act, paint)
    }
    var done = false
    for measure in act.measures + object.measures {
      done = true
      if measure.isRelative {
        state.designs[index].grow(measure, towards: sides(act, object))
      } else {
        state.designs[index].set(measure)
      }
    }
    for trait in object.traits + act.traits where state.designs[index].grow(trait) { done = true }
    for link in object.links where [.with, .madeOf, .of, .without].contains(link.relation) {
      guard var part = link.ground else { continue }
      done = true
      if link.relation == .without { part.isNegated = true }
      if part.isNegated {
        state.designs[index].drop(part)
      } else if part.concept == nil {
        state.designs[index].dress(in: part)
      } else {
        state.designs[index].change(part)
      }
    }
    for other in act.objects.dropFirst() where other.concept != nil && !other.isNegated {
      state.designs[index].change(other)
      done = true
    }
    if let paint, !done || paint != object {
      state.designs[index].dress(in: paint)
      done = true
    }
    return done
  }

  private mutating func change(
    shape index: Int, _ object: Entity, _ act: Act, _ paint: Entity?
  ) -> Bool {
    var thing = state.shapes[index].thing
    let before = thing
    for measure in act.measures + object.measures { thing.resize(by: measure) }
    let made = object.linked(.madeOf, .of, .with).first { $0.concept == nil }
    if let paint = paint ?? made { thing = thing.repainted(with: paint) }
    for trait in object.traits + act.traits where ["hollow", "solid"].contains(trait) {
      thing.traits.removeAll { $0 == "hollow" || $0 == "solid" }
      thing.traits.append(trait)
    }
    for link in object.links where link.relation == .with && link.ground?.concept != nil {
      thing.links.append(link)
    }
    state.shapes[index].thing = thing
    return thing != before
  }

  func sides(_ act: Act, _ object: Entity) -> [Side] {
    (act.links + object.links).flatMap { link in
      link.sides + (link.ground.map { $0.sides + $0.links.flatMap(\.sides) } ?? [])
    }
  }

  mutating func grow(_ act: Act) -> Bool {
    let object = act.objects.first { $0.reference != .new || $0.concept?.category == .building }
    let counts = act.links.compactMap { $0.ground?.count } + act.objects.compactMap(\.count)
    let measures = act.measures.isEmpty ? [Measure(.length, [counts.first ?? 2])] : act.measures
    if case .shape(let index)? = target(object) {
      for measure in measures {
        var measure = measure
        measure.isRelative = true
        state.shapes[index].thing.resize(by: measure)
      }
      return true
    }
    guard let index = design(object) else { return false }
    for measure in measures {
      state.designs[index].grow(measure, towards: sides(act, act.objects.first ?? Entity()))
    }
    state.latest = .design(index)
    return true
  }

  mutating func remove(_ act: Act) -> Bool {
    var done = false
    for object in act.objects {
      let isWhole = object.reference == .pronoun || isWholeAgain(object)
      if isWhole, let target = target(object) {
        remove(target)
        done = true
      } else if let index = design(host(of: object)), isPart(object) {
        state.designs[index].drop(object)
        done = true
      } else if let target = target(object) {
        remove(target)
        done = true
      }
    }
    return done
  }

  private func isPart(_ object: Entity) -> Bool {
    guard case .shape? = target(object) else { return true }
    return false
  }

  private mutating func remove(_ target: Target) {
    switch target {
    case .design(let index): state.designs.remove(at: index)
    case .shape(let index): state.shapes.remove(at: index)
    }
    state.latest =
      state.designs.indices.last.map { .design($0) } ?? state.shapes.indices.last.map { .shape($0) }
  }

  mutating func replace(_ act: Act) -> Bool {
    guard let old = act.objects.first else { return false }
    let made = old.linked(.madeOf, .into).first { $0.concept == nil }
    let colour = act.objects.dropFirst().first { $0.concept == nil }
    guard let new = act.results.first ?? made ?? colour ?? act.links.compactMap(\.ground).first
    else { return false }
    if case .shape(let index)? = target(old) {
      state.shapes[index].thing = state.shapes[index].thing.repainted(with: new)
      state.latest = .shape(index)
      return true
    }
    guard let index = design(host(of: old) ?? (old.concept?.category == .building ? old : nil))
    else { return false }
    state.latest = .design(index)
    let links = act.links + old.links
    let part = links.compactMap(\.ground).first {
      $0.concept?.category == .part || $0.concept?.name == "wall" || $0.concept?.name == "floor"
    }
    let isNamed = [.part, .piece, .machine].contains(old.concept?.category)
    let named = isNamed || ["wall", "floor"].contains(old.concept?.name) ? old : nil
    if old.reference == .pronoun || old.concept?.category == .building {
      state.designs[index].dress(in: new)
    } else {
      state.designs[index].replace(old, with: new, in: part ?? named)
    }
    return true
  }

  mutating func hold(_ act: Act) -> Bool {
    guard let index = latestDesign, !act.objects.isEmpty else { return false }
    for object in act.objects { state.designs[index].hold(object) }
    return true
  }

  mutating func move(_ act: Act) -> Bool {
    guard let target = target(act.objects.first) else { return false }
    let counts =
      act.objects.dropFirst().compactMap(\.count)
      + act.objects.flatMap(\.links).compactMap { $0.ground?.count }
      + act.links.compactMap { $0.ground?.count }
    let distance = (act.links + act.objects.flatMap(\.links)).flatMap(\.measures).first?.values
      .first
    let amount = act.measures.first?.values.first ?? distance ?? counts.first ?? 1
    let object = act.objects.first ?? Entity()
    guard let side = sides(act, object).compactMap({ Compass.direction($0) }).first else {
      return false
    }
    let step = Cell(side.x * amount, side.y * amount, side.z * amount)
    switch target {
    case .design(let index):
      state.designs[index].corner = state.designs[index].corner + step
    case .shape(let index): state.shapes[index].shift = state.shapes[index].shift + step
    }
    state.latest = target
    return true
  }

  mutating func copy(_ object: Entity, _ act: Act) -> Bool {
    guard let target = target(object) else { return false }
    return copy(target, object, act)
  }

  mutating func copy(_ target: Target, _ object: Entity, _ act: Act) -> Bool {
    // Copy it, two times to the east.
    var object = object
    let times = object.linked(.with).first { $0.concept == nil && $0.count != nil }
    if let times { object.links += times.links }
    let count = times?.count ?? (object.reference == .pronoun ? 1 : object.count ?? 1)
    for _ in 0..<max(1, min(count, 12)) {
      switch target {
      case .design(let index):
        var copy = state.designs[index]
        copy.description.links += object.links.filter {
          $0.relation == .with || $0.relation == .madeOf
        }
        copy.reread()
        var place = object
        place.links += act.links
        state.designs.append(placed(copy, place))
        state.latest = .design(state.designs.count - 1)
      case .shape(let index):
        var copy = state.shapes[index]
        copy.shift = Cell(0, 0, 0)
        copy.thing.links.removeAll { Sculptor.position($0) != nil }
        copy.thing.links += (object.links + act.links).filter { Sculptor.position($0) != nil }
        if !object.colours.isEmpty || !object.materials.isEmpty {
          copy.thing = copy.thing.repainted(with: object)
        }
        state.shapes.append(copy)
        state.latest = .shape(state.shapes.count - 1)
      }
    }
    return true
  }
}

extension Entity {
  /// Changes the size in one direction: to a number of blocks, or by as many.
  mutating func resize(by measure: Measure) {
    guard let solid = SolidReader.solid(self) else { return }
    let amount = measure.values.first ?? 1
    guard measure.isRelative else {
      measures.removeAll { $0.dimension == measure.dimension }
      return measures.append(measure)
    }
    var size = solid.size
    switch measure.dimension {
    case .height: size.y += amount
    case .length, .width, .depth:
      let isAlongX = measure.dimension == .length ? size.x >= size.z : size.x < size.z
      if isAlongX { size.x += amount } else { size.z += amount }
    default: size = size + Cell(amount, amount, amount)
    }
    let kept = measures.filter { [.spacing, .storeys].contains($0.dimension) }
    measures =
      kept + [
        Measure(.footprint, [max(1, size.x), max(1, size.z)]),
        Measure(.height, [max(1, size.y)]),
      ]
  }
}
