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

  struct State: Sendable {
    var designs: [Design] = []
    var shapes: [Act] = []
  }

  public let site: Site
  private let seed: UInt64
  var state = State()
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
    // What is to stay is noted before anything changes.
    let isKept = { (act: Act) in act.verb == .keep || act.verb == .leave }
    for act in reading.acts.filter(isKept) + reading.acts.filter({ !isKept($0) }) {
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
  func design(_ thing: Entity?) -> Int? {
    guard let thing, let concept = thing.concept else { return state.designs.indices.last }
    return state.designs.indices.last {
      Fitness.isSame(concept, state.designs[$0].description.concept)
    }
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
        for _ in 0..<max(1, min(object.count ?? 1, 12)) {
          guard let design = Design(object, corner: nil, on: site) else { break }
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

  func isWholeAgain(_ thing: Entity) -> Bool {
    thing.reference == .known && StructureReader.structure(thing) != nil && design(thing) != nil
  }

  /// Beside what stands: on the side named, else to the east of everything.
  func placed(_ design: Design, _ object: Entity) -> Design {
    guard let last = state.designs.last else { return design }
    var design = design
    let gap = 4
    let link = object.links.first { $0.relation == .beside || $0.relation == .at }
    let side =
      link?.sides.compactMap { Compass.direction($0, front: .south) }.first { $0.isHorizontal }
      ?? .east
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
