import VoxelWorld

extension Dialogue {
  mutating func build(_ act: Act) -> Bool {
    if act.verb == .fill, let index = latestDesign, let new = act.results.first,
      act.objects.allSatisfy({ $0.reference == .pronoun || isWholeAgain($0) })
    {
      // Fill it with lava.
      state.designs[index].change(new)
      return true
    }
    var done = false
    keepAntecedent(of: act)
    let antecedent = state.latest
    var isParallel = false
    let act = groundedFirst(act)
    if let copies = act.objects.first, copies.concept?.name == "copy" {
      return copyAside(copies, act)
    }
    for (number, object) in objects(of: act).enumerated() {
      if number == 0 {
        isParallel =
          object.refersBack || object.isBesideTheLast || act.links.contains(where: \.refersBack)
      }
      if number > 0, isParallel, object.refersBack || object.isBesideTheLast, let antecedent {
        // A torch on top of it and a block to its west: of the same thing.
        state.latest = antecedent
      }
      if object.isNegated {
        if let index = state.designs.indices.last {
          state.designs[index].drop(object)
          done = true
        }
        continue
      }
      var object = object
      // What has a place of its own has that of the act no more.
      let isPlaced = object.links.contains { Sculptor.position($0) != nil && !$0.sides.isEmpty }
      object.links += act.links.filter { !isPlaced || Sculptor.position($0) == nil }
      for index in object.links.indices where object.links[index].relation == .with {
        // Make the door birch: of birch.
        guard let ground = object.links[index].ground, ground.concept == nil, ground.count == nil,
          object.concept?.category == .part, object.materials.isEmpty, ground.links.isEmpty
        else { continue }
        object.links[index].relation = .madeOf
      }
      if act.traits.contains("locked") { object.traits.append("locked") }
      object.measures = resolved(object.measures)
      done = build(object, act) || done
    }
    return done
  }

  /// What an act is to make: what takes the place of an area, where one is named.
  func objects(of act: Act) -> [Entity] {
    guard let first = act.objects.first else {
      guard act.verb == .surround, var ring = act.results.first else { return act.results }
      ring.links.append(Link(.around, ground: Entity.it))
      return [ring]
    }
    if [.part, .shape].contains(first.concept?.category), first.measures.isEmpty,
      let whole = Entity.gathered(act.objects)
    {
      return [whole]
    }
    let isPlace = first.concept?.category == .place
    if isPlace, var thing = act.results.first ?? first.linked(.with, .madeOf, .of).first {
      // A bridge over a river that is to be spanned; a floor where an area is to be paved.
      if thing.concept == nil, !first.measures.isEmpty { thing.concept = Concept(.shape, "floor") }
      thing.measures += first.measures
      if first.measures.isEmpty { thing.links.append(Link(.across, ground: first)) }
      return [thing] + act.objects.dropFirst()
    }
    if act.verb == .surround, let ring = act.results.first {
      var ring = ring
      ring.links.append(Link(.around, ground: first))
      return [ring]
    }
    if isPlace, act.objects.count > 1, !first.measures.isEmpty, act.objects[1].concept == nil {
      var floor = act.objects[1]
      floor.concept = Concept(.shape, "floor")
      floor.measures += first.measures
      return [floor] + act.objects.dropFirst(2)
    }
    return act.objects
  }

  mutating func build(_ found: Entity, _ act: Act) -> Bool {
    let object = found.rerooted.arranged
    if let instead = object.links.first(where: { $0.relation == .instead })?.ground,
      let index = latestDesign
    {
      // A statue instead of the fountain.
      var changed = state.designs[index]
      var part = object
      part.links.removeAll { $0.relation == .instead }
      changed.drop(instead)
      changed.change(part)
      if !changed.structure.isSame(as: state.designs[index].structure) {
        state.designs[index] = changed
        return true
      }
    }
    if object.quantity == .another || object.quantity == .same,
      object.concept == nil || target(object) != nil
    {
      return copy(object, act)
    }
    if object.reference == .pronoun || isWholeAgain(object) { return change(object, act) }
    if object.isMoreOfTheSame, let target = state.latest { return repeated(target, object) }
    if let village = object.asVillage, StructureReader.structure(village) != nil {
      return buildStructures(village)
    }
    if let (member, count) = object.members { return buildRow(of: member, count, object) }
    if StructureReader.structure(object) != nil, object.quantity == nil {
      return buildStructures(object)
    }
    if hasPlace(object), addToDesign(object, act, onlyIfItMatters: true) { return true }
    if addToShape(object) { return true }
    if SolidReader.solid(object) != nil { return addShape(object, act) }
    if SolidReader.isTooLarge(object) {
      fault = "a shape is 1 to \(SolidReader.longest) blocks long in every direction"
      return false
    }
    return addToDesign(object, act, onlyIfItMatters: false)
  }

  mutating func buildStructures(_ object: Entity) -> Bool {
    // Next to a blue tower: that one first, if it is new.
    for ground in object.linked(.beside, .at) where ground.reference == .new {
      if let design = Design(ground, corner: nil, on: site) {
        append(placed(design, ground))
      } else if SolidReader.solid(ground) != nil {
        state.shapes.append(LooseShape(thing: ground))
      }
    }
    var done = 0
    let wanted = max(1, object.count ?? 1)
    while done < min(wanted, Dialogue.mostDesigns),
      let design = Design(object, corner: nil, on: site)
    {
      let size = design.structure.footprint
      // As many as there is ground for.
      guard done == 0 || (done + 1) * size.x * size.z <= Dialogue.mostGround else { break }
      append(placed(design, object))
      done += 1
    }
    if done > 0, done < wanted { missing.append(Missing("\(wanted - done) of the \(wanted)")) }
    if done > 0 { encloseLatest(object) }
    if done > 0, let index = latestDesign {
      let design = state.designs[index]
      let structure = design.structure
      let parts = IdleParts { StructureReader.structure($0)?.isSame(as: structure) ?? false }
      let idle = parts.idle(in: design.description)
      accompanyLatest(object, idle: idle)
      missing += idle.filter { !enclosed.contains($0.phrase) }
      enclosed = []
    }
    return done > 0
  }

  mutating func append(_ design: Design) {
    state.designs.append(design)
    state.latest = .design(state.designs.count - 1)
  }

  /// Several structures side by side: a row of five trees.
  mutating func buildRow(of member: Entity, _ count: Int, _ row: Entity) -> Bool {
    for index in 0..<min(count, 24) {
      guard var design = Design(member, corner: nil, on: site) else { return index > 0 }
      if index == 0 {
        append(placed(design, row))
        continue
      }
      let last = state.designs[state.designs.count - 1]
      let gap = row.measure(.spacing).map { max(0, $0 - last.structure.footprint.x) } ?? 1
      design.corner = last.corner
      design.corner.x += last.structure.footprint.x + gap
      append(design)
    }
    return true
  }

}
