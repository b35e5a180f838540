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

  /// North of it one thing, south of it another: of the same `it`.
  private mutating func keepAntecedent(of act: Act) {
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
  private mutating func copyAside(_ copies: Entity, _ act: Act) -> Bool {
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
  private func resolved(_ measures: [Measure]) -> [Measure] {
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

  private var latestSize: Cell? {
    switch state.latest {
    case .shape(let index): return SolidReader.solid(state.shapes[index].thing)?.extent
    case .design(let index):
      return state.designs[index].box(on: site).map { $0.upper - $0.lower + Cell(1, 1, 1) }
    case nil: return nil
    }
  }

  /// Beside a furnace put a chest: the furnace first, where there is none.
  private mutating func groundedFirst(_ act: Act) -> Act {
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

  /// What an act is to make: what takes the place of an area, where one is named.
  private func objects(of act: Act) -> [Entity] {
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

  private mutating func build(_ found: Entity, _ act: Act) -> Bool {
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

  /// Three more in a row to the east of it.
  private mutating func repeated(_ target: Target, _ object: Entity) -> Bool {
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

  /// Whether a thing could be a part of what stands.
  private func hasPlace(_ object: Entity) -> Bool {
    guard !state.designs.isEmpty else { return false }
    return [.part, .piece, .room, .machine, .structure].contains(object.concept?.category)
      || object.concept?.name == "wall" && object.measures.isEmpty
      || object.concept?.name == "dome" || object.concept?.name == "staircase"
      || object.concept?.name == "floor" || object.concept == nil
  }

  private mutating func buildStructures(_ object: Entity) -> Bool {
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
    if done > 0, let design = state.designs.last {
      let structure = design.structure
      let parts = IdleParts { StructureReader.structure($0)?.isSame(as: structure) ?? false }
      missing += parts.idle(in: design.description).filter { !enclosed.contains($0.phrase) }
      enclosed = []
    }
    return done > 0
  }

  /// A fence around a house is a shape of its own.
  private mutating func encloseLatest(_ object: Entity) {
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

  private mutating func append(_ design: Design) {
    state.designs.append(design)
    state.latest = .design(state.designs.count - 1)
  }

  /// Several structures side by side: a row of five trees.
  private mutating func buildRow(of member: Entity, _ count: Int, _ row: Entity) -> Bool {
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

  /// Makes a thing part of the shape spoken of last: a gate in a fence.
  private mutating func addToShape(_ object: Entity) -> Bool {
    guard case .shape(let index)? = state.latest, object.concept?.category == .part,
      let before = SolidReader.solid(state.shapes[index].thing)
    else { return false }
    var thing = state.shapes[index].thing
    thing.links.append(Link(.with, ground: object))
    guard let after = SolidReader.solid(thing), after != before else { return false }
    state.shapes[index].thing = thing
    return true
  }

  private mutating func addShape(_ object: Entity, _ act: Act) -> Bool {
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
  private mutating func buildOn(_ shape: Entity) {
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
  private mutating func addToDesign(
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
  private func alreadyThere(_ object: Entity, in index: Int) -> Bool {
    var without = state.designs[index]
    without.drop(object)
    return !without.structure.isSame(as: state.designs[index].structure)
  }

  var latestDesign: Int? {
    if case .design(let index)? = state.latest { return index }
    return state.designs.indices.last
  }

  /// Beside what stands: on the side named, else to the east of everything.
  func placed(_ design: Design, _ object: Entity) -> Design {
    var design = design
    let new = design.structure.footprint
    let link = object.links.first {
      [.beside, .at, .on, .against].contains($0.relation) && !($0.sides.isEmpty && $0.ground == nil)
    }
    guard let host = hostBox(link?.ground, link?.sides ?? []) else { return design }
    let distance = link?.measures.first?.values.first
    let gap = distance ?? 4
    let side =
      link?.sides.compactMap { Compass.direction($0, front: .south) }.first { $0.isHorizontal }
      ?? .east
    let (lower, upper) = host
    design.corner = lower
    switch side {
    case .west: design.corner.x = lower.x - new.x - gap
    case .south: design.corner.z = upper.z + 1 + gap
    case .north: design.corner.z = lower.z - new.z - gap
    default: design.corner.x = upper.x + 1 + gap
    }
    design.corner.y = site.height(design.corner.x + new.x / 2, design.corner.z + new.z / 2)
    return design
  }

  /// The outline of the thing that another one stands beside.
  private func hostBox(_ ground: Entity?, _ sides: [Side]) -> (lower: Cell, upper: Cell)? {
    if ground == nil, !sides.isEmpty, case .design(let index)? = state.latest {
      return outline(state.designs[index])
    }
    if ground == nil || ground?.reference == .new || ground?.reference == .pronoun,
      let last = state.designs.last
    {
      return outline(last)
    }
    if case .design(let index)? = target(ground) { return outline(state.designs[index]) }
    if let last = state.designs.last { return outline(last) }
    var sculptor = Sculptor(PlanWriter("shapes"), among: [])
    guard sculptor.perform(state.shapes), let item = sculptor.items.last else { return nil }
    return (item.lower, item.lower + item.size - Cell(1, 1, 1))
  }

  func outline(_ design: Design) -> (lower: Cell, upper: Cell) {
    let size = design.structure.footprint
    return (design.corner, design.corner + Cell(size.x - 1, 0, size.z - 1))
  }
}

extension Entity {
  /// Whether only a number of what was spoken of last is wanted.
  var isMoreOfTheSame: Bool {
    reference == .new && concept == nil && materials.isEmpty && colours.isEmpty && count != nil
      && picture.isEmpty && measures.isEmpty
  }
}

extension Link {
  /// Whether it leads to what was spoken of before.
  var refersBack: Bool { ground?.reference == .pronoun }
}

extension Entity {
  /// Three huts around a well are a village; nil for anything else.
  var asVillage: Entity? {
    guard concept?.category == .building, (count ?? 1) > 1,
      let centre = linked(.around).first, ["well", "fountain"].contains(centre.concept?.name ?? "")
    else { return nil }
    var village = Entity()
    village.concept = Concept(.building, "village")
    var houses = self
    houses.links.removeAll { $0.relation == .around }
    village.links = [Link(.with, ground: houses), Link(.with, ground: centre)]
    return village
  }

  /// With the size of the square that a number of things lies in, and what hangs on that.
  var arranged: Entity {
    guard (count ?? 1) > 1, measures.isEmpty,
      let index = links.firstIndex(where: {
        $0.relation == .inside && $0.ground?.concept?.name == "square"
          && $0.ground?.measures.isEmpty == false
      }), let square = links[index].ground
    else { return self }
    var thing = self
    thing.links.remove(at: index)
    thing.links += square.links
    thing.measures = square.measures
    thing.count = nil
    if thing.concept?.category != .shape { thing.links.append(Link(.of, ground: asMaterial)) }
    thing.concept = Concept(.shape, "floor")
    thing.materials = []
    return thing
  }

  /// What it is made of, as a substance.
  private var asMaterial: Entity {
    var thing = Entity()
    thing.materials = materials
    thing.colours = colours
    return thing
  }

  /// The same thing, as one that stands.
  var asKnown: Entity {
    var thing = Entity()
    thing.concept = concept
    thing.reference = .known
    return thing
  }

  /// Whether only a side says where it is: on top, behind.
  var isBesideTheLast: Bool {
    links.contains { $0.ground == nil && !$0.sides.isEmpty && Sculptor.position($0) != nil }
  }

  /// Whether its place is given by what was spoken of before.
  var refersBack: Bool { links.contains(where: \.refersBack) }

  /// The building that comes last after its parts were described, with those parts; nil where there
  /// is none.
  static func gathered(_ things: [Entity]) -> Entity? {
    var whole: Entity?
    func without(_ thing: Entity) -> Entity {
      var thing = thing
      thing.links = thing.links.compactMap { link in
        guard link.relation == .with, let ground = link.ground else { return link }
        if whole == nil, ground.reference == .new, ground.concept?.category == .building {
          whole = ground
          return nil
        }
        var link = link
        link.ground = without(ground)
        return link
      }
      return thing
    }
    var parts: [Entity] = []
    for thing in things {
      if whole == nil, thing.concept?.category == .building, thing.reference == .new {
        whole = thing
      } else {
        parts.append(without(thing))
      }
    }
    guard var found = whole else { return nil }
    for part in parts {
      var part = part
      // Parts that were hung on each other belong to the building.
      let inner = part.links.filter { $0.relation == .with }
      part.links.removeAll { $0.relation == .with }
      found.links.append(Link(.with, ground: part))
      found.links += inner
    }
    return found
  }

  /// The structure that holds the thing, where the text names the thing first: a chest in a hut.
  var rerooted: Entity {
    guard StructureReader.structure(self) == nil, concept?.category != .group else { return self }
    for (index, link) in links.enumerated() where link.relation == .with {
      // A door with a plate in a hut: the hut was hung on the plate.
      guard let ground = link.ground, StructureReader.structure(ground) == nil,
        [.part, .machine, .piece].contains(concept?.category)
      else { continue }
      var whole = ground.rerooted
      guard StructureReader.structure(whole) != nil else { continue }
      var part = self
      part.links.remove(at: index)
      whole.links.append(Link(.with, ground: part))
      return whole
    }
    for (index, link) in links.enumerated()
    where [.inside, .at, .beside, .of, .on].contains(link.relation) {
      guard var whole = link.ground?.rerooted, whole.reference == .new,
        [.building, .structure].contains(whole.concept?.category),
        StructureReader.structure(whole) != nil
      else { continue }
      var part = self
      part.links.remove(at: index)
      if link.relation == .inside { part.links.append(Link(.inside)) }
      // Before a door: outside.
      if let door = link.ground, door.concept?.category == .part {
        var door = door
        door.links.removeAll { $0.ground?.concept == whole.concept }
        if !whole.links.contains(where: { $0.ground?.concept == door.concept }) {
          whole.links.append(Link(.with, ground: door))
        }
        if link.sides.contains(.front) { part.links.append(Link(.at, [.outside])) }
      }
      whole.links.append(Link(.with, ground: part))
      return whole
    }
    return self
  }

  /// The structures that a row or a group is made of; nil for rows of blocks.
  var members: (member: Entity, count: Int)? {
    guard concept?.category == .group, let member = linked(.of).first,
      StructureReader.structure(member) != nil
    else { return nil }
    var one = member
    one.count = nil
    return (one, member.count ?? count ?? 3)
  }
}
