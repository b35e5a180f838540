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
    /// What was understood and yet is not in the plan, because nobody knows how to build it there.
    public var unbuilt: [String] = []

    /// All that nothing was made of: words that mean nothing, and what could not be built.
    public var unused: [String] { reading.unused + unbuilt }

    /// What has to be asked; nil where everything was understood and built.
    public var question: String? {
      if case .clarify(let question) = reading.verdict { return question }
      guard let first = unbuilt.first else { return nil }
      let all = unbuilt.joined(separator: ", ")
      return "How should I build `\(first)`? I left out: \(all)."
    }
  }

  /// One of the things that stand.
  enum Target: Hashable, Sendable {
    case design(Int)
    case shape(Int)
  }

  struct State: Sendable {
    var designs: [Design] = []
    var shapes: [LooseShape] = []
    /// What was spoken of last.
    var latest: Target?
  }

  /// Structures that one request may ask for, and columns of ground that they may take.
  static let mostDesigns = 12
  static let mostGround = 1 << 16

  public let site: Site
  private let seed: UInt64
  var state = State()
  var missing: [Missing] = []
  /// Why something could not be done, where there is a better reason than not to know how.
  var fault: String?
  /// What stands about or beside a building as a thing of its own, in the words of its description.
  var enclosed: [String] = []
  /// What `it` meant in the act before, where a place came first there.
  var parallel: Target?
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
    missing = []
    parallel = nil
    fault = nil
    if reading.acts.contains(where: { $0.verb == .undo }) {
      guard let last = earlier.popLast() else {
        return Turn(reading: reading, fault: "there is nothing to undo")
      }
      state = last
      return finished(reading)
    }
    guard perform(reading) else {
      state = before
      return Turn(
        reading: reading, fault: fault ?? "there is nothing in it that I can build or change")
    }
    let turn = finished(reading)
    if turn.plan == nil { state = before } else { earlier.append(before) }
    return turn
  }

  private func finished(_ reading: Reading) -> Turn {
    do {
      let plan = try plan()
      let evidence = missing.isEmpty ? [] : Missing.evidence(of: plan)
      let unbuilt = missing.filter { !$0.isIn(evidence) }.map(\.phrase)
      return Turn(reading: reading, plan: plan, unbuilt: unbuilt)
    } catch {
      return Turn(reading: reading, fault: error.message)
    }
  }

  /// The plan of everything that stands.
  public func plan() throws(PlanError) -> Plan {
    guard !state.designs.isEmpty || !state.shapes.isEmpty else {
      throw PlanError(line: 0, "nothing stands")
    }
    var writer = PlanWriter(state.designs.first?.structure.name ?? "shapes")
    var random = Random(seed: seed)
    for design in state.designs {
      try design.structure.write(into: &writer, at: design.corner, on: site, random: &random)
    }
    guard !state.shapes.isEmpty else { return try writer.finished() }
    var sculptor = Sculptor(writer, among: hosts)
    guard sculptor.perform(state.shapes) else {
      throw PlanError(line: 0, "nobody knows how to build one of the shapes")
    }
    return try sculptor.plan.finished()
  }

  /// The boxes of the structures, for shapes that stand beside or on them.
  var hosts: [Sculptor.Item] {
    state.designs.compactMap { design in
      guard let box = design.box(on: site) else { return nil }
      return Sculptor.Item(
        thing: design.description, lower: box.lower, size: box.upper - box.lower + Cell(1, 1, 1))
    }
  }

  /// Carries out the acts of a reading; false if none of them could be.
  private mutating func perform(_ reading: Reading) -> Bool {
    var done = false
    var stock: [Shelter.Supply] = []
    for act in reading.acts where act.verb == .own {
      stock += act.objects.compactMap { thing in
        Palette.block(thing, as: .thing).map {
          Shelter.Supply(id: $0.block.name, count: thing.count ?? 1)
        }
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
      missing = []
    }
    return done
  }

  private mutating func perform(_ act: Act) -> Bool {
    switch act.verb {
    case .build, .place, .add, .dig, .surround, .fill, .rise: build(act)
    case .extend: grow(act)
    case .remove: remove(act)
    case .replace, .paint: replace(act)
    case .move: move(act)
    case .copy: act.objects.reduce(false) { copy($1, act) || $0 }
    case .connect: connect(act)
    case .keep, .leave: hold(act)
    default: false
    }
  }

  // MARK: What is meant

  /// The thing that a description means: the one spoken of last, or the newest of its name.
  func target(_ thing: Entity?) -> Target? {
    guard let thing else { return state.latest }
    if let ordinal = thing.ordinal {
      let named = state.designs.indices.filter {
        thing.concept == nil || Fitness.isSame(thing.concept, state.designs[$0].description.concept)
      }
      if named.indices.contains(ordinal - 1) { return .design(named[ordinal - 1]) }
    }
    guard thing.concept != nil || !thing.materials.isEmpty || !thing.colours.isEmpty else {
      return state.latest
    }
    if let concept = thing.concept {
      let named = state.designs.indices.filter {
        Fitness.isSame(concept, state.designs[$0].description.concept)
      }
      let words = thing.materials + thing.colours
      let fitting = named.last { index in
        words.allSatisfy { state.designs[index].description.speaks(of: $0) }
      }
      if let index = fitting ?? named.last { return .design(index) }
    }
    return state.shapes.indices.last { state.shapes[$0].isMeant(by: thing) }.map { .shape($0) }
  }

  /// The structure that a thing means, or that it belongs to.
  func design(_ thing: Entity?) -> Int? {
    if case .design(let index)? = target(thing) { return index }
    guard let concept = thing?.concept else { return state.designs.indices.last }
    if ![.building, .structure].contains(concept.category) { return state.designs.indices.last }
    return nil
  }

  func isWholeAgain(_ thing: Entity) -> Bool {
    guard thing.reference == .known, thing.quantity != .another, let target = target(thing) else {
      return false
    }
    switch target {
    case .design: return StructureReader.structure(thing) != nil || thing.ordinal != nil
    case .shape: return thing.concept != nil && SolidReader.solid(thing) != nil
    }
  }
}
