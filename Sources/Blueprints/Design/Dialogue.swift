import Math
import VoxelWorld

/// A conversation about what is to stand: each turn builds something new or changes what stands.
public struct Dialogue: Sendable {
  /// What came of a turn.
  public struct Turn: Sendable {
    public var reading: Reading
    /// The plan of everything that stands now; nil if the turn was refused or nothing stands.
    public var plan: Plan?
    /// Why nothing was done, if so.
    public var fault: String?
  }

  private struct State: Sendable {
    var designs: [Design] = []
    var shapes: [Act] = []
  }

  public let site: Site
  private let seed: UInt64
  private var state = State()
  private var earlier: [State] = []

  public init(site: Site = .flat, seed: UInt64 = 0) {
    self.site = site
    self.seed = seed
  }

  /// What stands, oldest first.
  public var designs: [Design] { state.designs }

  /// Takes one turn: does what the text says and gives the plan of the whole.
  public mutating func hear(_ text: String, by reader: Reader = .standard) -> Turn {
    take(reader.reading(of: text))
  }

  /// Takes one turn in the reading given.
  public mutating func take(_ reading: Reading) -> Turn {
    if case .refuse(let reason) = reading.verdict { return Turn(reading: reading, fault: reason) }
    let before = state
    if reading.acts.contains(where: { $0.verb == .undo }) {
      guard let last = earlier.popLast() else {
        return Turn(reading: reading, fault: "there is nothing to undo")
      }
      state = last
      return finished(reading)
    }
    guard perform(reading) else {
      state = before
      return Turn(reading: reading, fault: "there is nothing in it that I can build or change")
    }
    let turn = finished(reading)
    if turn.plan == nil { state = before } else { earlier.append(before) }
    return turn
  }

  private func finished(_ reading: Reading) -> Turn {
    do {
      return Turn(reading: reading, plan: try plan())
    } catch {
      return Turn(reading: reading, fault: error.message)
    }
  }

  /// The plan of everything that stands.
  public func plan() throws(PlanError) -> Plan {
    if state.designs.isEmpty {
      var sculptor = Sculptor("shapes")
      guard sculptor.perform(state.shapes) else {
        throw PlanError(line: 0, "nothing stands")
      }
      return try sculptor.plan.finished()
    }
    var writer = PlanWriter(state.designs[0].structure.name)
    var random = Random(seed: seed)
    for design in state.designs {
      try design.structure.write(into: &writer, at: design.corner, on: site, random: &random)
    }
    return try writer.finished()
  }

  /// Carries out the acts of a reading; false if none of them could be.
  private mutating func perform(_ reading: Reading) -> Bool {
    var sculptor = Sculptor("shapes")
    if state.designs.isEmpty, sculptor.perform(state.shapes + reading.acts) {
      state.shapes += reading.acts
      return true
    }
    var done = false
    var stock: [(id: String, count: Int)] = []
    for act in reading.acts where act.verb == .own {
      stock += act.objects.compactMap { thing in
        Palette.block(thing, as: .thing).map { ($0.block.name, thing.count ?? 1) }
      }
    }
    for act in reading.acts {
      if act.isNegated ? forbid(act) : perform(act) { done = true }
    }
    if !stock.isEmpty, let last = state.designs.indices.last {
      // As roomy as what there is allows.
      var shelter = Shelter()
      shelter.stock = stock
      state.designs[last].structure = shelter
      state.designs[last].corner = shelter.place(on: site)
    }
    return done
  }

  private mutating func perform(_ act: Act) -> Bool {
    switch act.verb {
    case .build, .place, .add, .dig, .surround: build(act)
    case .extend: grow(act)
    case .remove: remove(act)
    case .replace, .paint: replace(act)
    case .move: move(act)
    case .keep, .leave: hold(act)
    default: false
    }
  }

  /// The design that a thing means: the newest of its name, or the newest of all.
  private func design(_ thing: Entity?) -> Int? {
    guard let thing, let concept = thing.concept else { return state.designs.indices.last }
    return state.designs.indices.last { Fitness.isSame(concept, state.designs[$0].description.concept) }
  }

  private mutating func build(_ act: Act) -> Bool {
    var done = false
    for object in act.objects where !object.isNegated {
      var object = object
      object.links += act.links
      if object.quantity == .another, object.concept == nil || design(object) != nil {
        done = copy(object) || done
      } else if object.reference == .pronoun || isWholeAgain(object) {
        done = change(object, act) || done
      } else if StructureReader.structure(object) != nil, object.quantity == nil {
        // Next to a blue tower: that one first, if it is new.
        for ground in object.linked(.beside, .at) where ground.reference == .new {
          if let design = Design(ground, corner: nil, on: site) {
            state.designs.append(placed(design, ground))
          }
        }
        if let design = Design(object, corner: nil, on: site) {
          state.designs.append(placed(design, object))
          done = true
        }
      } else if let last = design(host(of: object)) ?? state.designs.indices.last {
        done = true
        if object.concept?.name == "storey", object.measures.isEmpty {
          state.designs[last].setStoreys(1)
        } else {
          state.designs[last].change(object)
        }
        for measure in act.measures where measure.isRelative {
          state.designs[last].grow(measure, towards: sides(act, object))
        }
      }
    }
    return done
  }

  /// Do not put windows in it: what must not be there is taken away.
  private mutating func forbid(_ act: Act) -> Bool {
    guard let index = state.designs.indices.last, [.build, .place, .add].contains(act.verb) else {
      return false
    }
    for object in act.objects { state.designs[index].drop(object) }
    return !act.objects.isEmpty
  }

  private func isWholeAgain(_ thing: Entity) -> Bool {
    thing.reference == .known && StructureReader.structure(thing) != nil && design(thing) != nil
  }

  /// The building that a part is said to belong to: the roof of the tower.
  private func host(of part: Entity) -> Entity? {
    part.linked(.of, .on, .at, .inside).first { $0.concept?.category == .building }
  }

  /// Make it four blocks longer; give it a flat roof.
  private mutating func change(_ object: Entity, _ act: Act) -> Bool {
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

  private func sides(_ act: Act, _ object: Entity) -> [Side] {
    (act.links + object.links).flatMap { $0.sides + ($0.ground?.sides ?? []) }
  }

  private mutating func grow(_ act: Act) -> Bool {
    guard let index = design(act.objects.first { $0.concept?.category == .building }) else { return false }
    let counts = act.links.compactMap { $0.ground?.count } + act.objects.compactMap(\.count)
    let measures = act.measures.isEmpty ? [Measure(.length, [counts.first ?? 2])] : act.measures
    for measure in measures {
      state.designs[index].grow(measure, towards: sides(act, act.objects.first ?? Entity()))
    }
    return true
  }

  private mutating func remove(_ act: Act) -> Bool {
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

  private mutating func replace(_ act: Act) -> Bool {
    guard let new = act.results.first, let old = act.objects.first,
      let index = design(host(of: old))
    else { return false }
    let links = act.links + old.links
    let part = links.compactMap(\.ground).first { $0.concept?.category == .part || $0.concept?.name == "wall" }
    let named = old.concept?.category == .part || old.concept?.name == "wall" ? old : nil
    state.designs[index].replace(old, with: new, in: part ?? named)
    return true
  }

  private mutating func hold(_ act: Act) -> Bool {
    guard let index = state.designs.indices.last, !act.objects.isEmpty else { return false }
    for object in act.objects { state.designs[index].hold(object) }
    return true
  }

  private mutating func move(_ act: Act) -> Bool {
    guard let index = design(act.objects.first) else { return false }
    let amount = act.measures.first?.values.first ?? act.objects.dropFirst().compactMap(\.count).first ?? 1
    guard let side = sides(act, act.objects.first ?? Entity()).compactMap({ Compass.direction($0) }).first
    else { return false }
    let step = Cell(side.x * amount, side.y * amount, side.z * amount)
    state.designs[index].corner = state.designs[index].corner + step
    return true
  }

  private mutating func copy(_ object: Entity) -> Bool {
    guard let index = design(object) else { return false }
    var copy = state.designs[index]
    copy.description.links += object.links.filter { $0.relation == .with || $0.relation == .madeOf }
    copy.reread()
    state.designs.append(placed(copy, object))
    return true
  }

  /// Beside what stands: on the side named, else to the east of everything.
  private func placed(_ design: Design, _ object: Entity) -> Design {
    guard let last = state.designs.last else { return design }
    var design = design
    let gap = 4
    let link = object.links.first { $0.relation == .beside || $0.relation == .at }
    let side = link?.sides.compactMap { Compass.direction($0, front: .south) }.first { $0.isHorizontal } ?? .east
    let (old, new) = (last.structure.footprint, design.structure.footprint)
    design.corner = last.corner
    switch side {
    case .east: design.corner.x += old.x + gap
    case .west: design.corner.x -= new.x + gap
    case .south: design.corner.z += old.z + gap
    case .north: design.corner.z -= new.z + gap
    default: break
    }
    design.corner.y = site.height(design.corner.x + new.x / 2, design.corner.z + new.z / 2)
    return design
  }
}
