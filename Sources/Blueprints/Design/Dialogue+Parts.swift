import VoxelWorld

extension Dialogue {
  /// Whether a thing could be a part of what stands.
  func hasPlace(_ object: Entity) -> Bool {
    guard !state.designs.isEmpty else { return false }
    return [.part, .piece, .room, .machine, .structure].contains(object.concept?.category)
      || object.concept?.name == "wall" && object.measures.isEmpty
      || object.concept?.name == "dome" || object.concept?.name == "staircase"
      || object.concept?.name == "floor" || object.concept == nil
  }

  /// A fence around a house is a shape of its own.
  mutating func encloseLatest(_ object: Entity) {
    guard case .design(let index)? = state.latest, object.concept?.category == .building else {
      return
    }
    let structure = state.designs[index].structure
    for link in object.links {
      guard var ring = link.ground, !ring.isNegated, link.relation == .with,
        ["fence", "hedge"].contains(ring.concept?.name ?? ""),
        ring.links.contains(where: { $0.relation == .around }) || ring.concept?.name == "fence"
      else { continue }
      var without = object
      without.links.removeAll { $0 == link }
      guard StructureReader.structure(without)?.isSame(as: structure) == true else { continue }
      ring.links.removeAll { $0.relation == .around }
      ring.links.append(Link(.around, ground: object.asKnown))
      guard SolidReader.solid(ring) != nil else { continue }
      state.shapes.append(LooseShape(thing: ring))
      enclosed.append(ring.phrase)
    }
    state.latest = .design(index)
  }

  /// Builds what was named with a building and is no part of it as a thing of its own: a house and a
  /// pond.
  mutating func accompanyLatest(_ object: Entity, idle: [Missing]) {
    guard case .design(let index)? = state.latest, object.concept?.name != "village" else {
      return
    }
    for link in object.links where link.relation == .with {
      guard let thing = link.ground, !thing.isNegated, thing.reference == .new,
        thing.concept?.category == .structure, state.designs.count < Dialogue.mostDesigns
      else { continue }
      // What the building has anyway is not built once more.
      guard idle.contains(where: { $0.phrase == thing.phrase }),
        let design = Design(thing, corner: nil, on: site)
      else { continue }
      append(placed(design, thing))
      enclosed.append(thing.phrase)
    }
    state.latest = .design(index)
  }

  /// Makes a thing part of the shape spoken of last: a gate in a fence.
  mutating func addToShape(_ object: Entity) -> Bool {
    guard case .shape(let index)? = state.latest, object.concept?.category == .part,
      let before = SolidReader.solid(state.shapes[index].thing)
    else { return false }
    var thing = state.shapes[index].thing
    thing.links.append(Link(.with, ground: object))
    guard let after = SolidReader.solid(thing), after != before else { return false }
    state.shapes[index].thing = thing
    return true
  }

  mutating func addShape(_ object: Entity, _ act: Act) -> Bool {
    guard let solid = SolidReader.solid(object, stacked: act.traits.contains("vertical")) else {
      return false
    }
    if let count = object.count, count > SolidReader.mostCopies {
      missing.append(Missing("\(count - SolidReader.mostCopies) of the \(count)"))
    }
    let isStacked = act.traits.contains("vertical")
    var shape = LooseShape(thing: object, isStacked: isStacked)
    if case .shape(let index)? = state.latest {
      shape.antecedent = index
      if object.materials.isEmpty, object.concept == nil, !object.colours.isEmpty {
        // A red one: of what the last one is made of.
        shape.thing.materials = state.shapes[index].thing.family.map { [$0] } ?? []
      }
    }
    if !object.links.contains(where: { Sculptor.position($0) != nil }) {
      // What stands by itself stays where it is, whatever comes later.
      var sculptor = Sculptor(PlanWriter("shapes"), among: hosts)
      if sculptor.perform(state.shapes + [shape]) {
        shape.foot = sculptor.items.first { $0.thing == object }?.lower
      }
    }
    state.shapes.append(shape)
    state.latest = .shape(state.shapes.count - 1)
    buildOn(object)
    let parts = IdleParts { SolidReader.solid($0, stacked: isStacked) == solid }
    let loose = Set(
      (Sculptor.looseParts(of: object)
        + object.linked(.with, .inside).filter { StructureReader.structure($0) != nil })
        .map(\.phrase))
    missing += parts.idle(in: object).filter { !loose.contains($0.phrase) }
    return true
  }

  /// Structures that stand on a shape: a square with a fountain in its middle.
  mutating func buildOn(_ shape: Entity) {
    var sculptor = Sculptor(PlanWriter("shapes"), among: [])
    guard sculptor.perform(state.shapes), let item = sculptor.items.last else { return }
    for link in shape.links where link.relation == .with || link.relation == .inside {
      guard let ground = link.ground, ground.reference == .new, !ground.isNegated,
        SolidReader.solid(ground) == nil, var design = Design(ground, corner: nil, on: site)
      else { continue }
      let size = design.structure.footprint
      let layers = item.size.y == 1 && item.lower.y == 0 ? 1 : item.size.y
      design.corner = Cell(
        item.lower.x + (item.size.x - size.x) / 2, item.lower.y + layers,
        item.lower.z + (item.size.z - size.z) / 2)
      state.designs.append(design)
    }
  }

  /// Makes a thing part of a building.
  mutating func addToDesign(
    _ object: Entity, _ act: Act, onlyIfItMatters: Bool
  ) -> Bool {
    let named = host(of: object)
    if onlyIfItMatters, named == nil, case .shape? = state.latest { return false }
    guard let last = named.flatMap({ design($0) }) ?? latestDesign else { return false }
    let isFloorMore =
      object.concept?.name == "floor" && (object.ordinal ?? 1) > 1
      || object.concept?.name == "floor" && object.quantity == .another
    if object.concept?.name == "storey" || isFloorMore, object.measures.isEmpty {
      state.designs[last].setStoreys(object.count ?? 1)
      return true
    }
    var changed = state.designs[last]
    changed.change(object)
    let isIdle =
      changed.structure.isSame(as: state.designs[last].structure)
      && !act.measures.contains(where: \.isRelative)
    if isIdle, onlyIfItMatters, !alreadyThere(object, in: last) { return false }
    if isIdle, !alreadyThere(object, in: last) { missing.append(Missing(object)) }
    state.designs[last] = changed
    for measure in act.measures where measure.isRelative {
      state.designs[last].grow(measure, towards: sides(act, object))
    }
    state.latest = .design(last)
    return true
  }

  /// Whether a part that changes nothing is one that is there anyway.
  func alreadyThere(_ object: Entity, in index: Int) -> Bool {
    var without = state.designs[index]
    without.drop(object)
    return !without.structure.isSame(as: state.designs[index].structure)
  }
}
