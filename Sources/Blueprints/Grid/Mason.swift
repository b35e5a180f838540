import VoxelWorld

/// Does what acts say among single blocks: places them beside and on top of others, takes them
/// away, recolours them.
public struct Mason {
  public private(set) var scene: Scene

  public init(scene: Scene) { self.scene = scene }

  /// Carries out a reading, act by act.
  public mutating func perform(_ reading: Reading) {
    for act in reading.acts where !act.isNegated { perform(act) }
  }

  mutating func perform(_ act: Act) {
    switch act.verb {
    case .face: look(act)
    case .remove: remove(act)
    case .replace, .paint: replace(act)
    case .fill: fill(act)
    case .copy: copy(act)
    case .move: move(act)
    case .surround: surround(act)
    case .extend: extend(act)
    case .connect: connect(act)
    case .build, .place, .add: place(act)
    case .go, .keep, .leave, .own, .undo, .dig, .rise, .turn, .open: mention(act)
    }
  }

  private mutating func look(_ act: Act) {
    let sides = act.links.flatMap(\.sides) + act.objects.flatMap(\.sides)
    for side in sides {
      switch side {
      case .north: scene.view = .north
      case .south: scene.view = .south
      case .east: scene.view = .east
      case .west: scene.view = .west
      default: continue
      }
    }
  }

  /// Locate the red block: what it means is spoken of from now on.
  private mutating func mention(_ act: Act) {
    guard let thing = act.objects.first ?? act.links.compactMap(\.ground).first else { return }
    let groups = Selection(scene: scene).groups(thing)
    if !groups.isEmpty { scene.last = groups }
  }

  /// The groups that the objects of an act mean, with what the act says of where they are.
  private func selected(_ act: Act) -> [[Cell]] {
    act.objects.filter { !$0.isNegated }.flatMap { object in
      var object = object
      object.links += act.links
      if object.reference == .new, object.count == nil, object.quantity == nil, object.isPlural {
        object.quantity = .all
      }
      return Selection(scene: scene).groups(object)
    }
  }

  private mutating func remove(_ act: Act) {
    let groups = selected(act)
    for cell in groups.joined() { scene.remove(cell) }
    scene.last = groups
  }

  private mutating func replace(_ act: Act) {
    let groups = selected(act)
    guard let block = act.results.compactMap({ name(of: $0) }).first else { return }
    for cell in groups.joined() { put(block, at: cell) }
    scene.last = groups
  }

  mutating func put(_ block: String, at cell: Cell) {
    scene.place(block, at: cell)
    if !scene.fresh.contains(cell) { scene.fresh.append(cell) }
  }

  /// The block that a thing names: its material or its colour, its own or that of its members.
  func name(of thing: Entity) -> String? {
    if let name = thing.materials.first ?? thing.colours.first { return name }
    for member in thing.linked(.of, .with, .madeOf) where member.reference != .known {
      if let name = name(of: member) { return name }
    }
    return nil
  }

  private mutating func place(_ act: Act) {
    var earlier: Entity?
    let spoken = scene.last
    var placed: [[Cell]] = []
    for object in act.objects where !object.isNegated {
      var object = object
      // One to the left and one to the right: the same block again.
      if name(of: object) == nil, let earlier, let name = name(of: earlier) {
        object.colours = [name]
      }
      if let name = act.results.compactMap({ name(of: $0) }).first, name != "" {
        object.colours = object.colours.isEmpty ? [name] : object.colours
      }
      // Its west side, its east side: of what was spoken of before.
      if object.links.contains(where: { !$0.sides.isEmpty }) || placed.isEmpty {
        scene.last = spoken
      }
      let count = scene.fresh.count
      place(object, act)
      if scene.fresh.count > count || act.objects.count == 1 { placed += scene.last }
      earlier = object
    }
    if !placed.isEmpty { scene.last = placed }
  }

  private mutating func place(_ object: Entity, _ act: Act) {
    let block = name(of: object) ?? scene.last.last?.last.flatMap { scene[$0] } ?? ""
    guard !block.isEmpty else { return }
    let plan = Arrangement(object, act, scene: scene)
    var placed: [[Cell]] = []
    for spot in Anchors(scene: scene).spots(object, act) {
      let cells = plan.cells(from: spot, scene: scene).filter { scene.zone.contains($0) }
      for cell in cells { put(block, at: cell) }
      if !cells.isEmpty { placed.append(cells) }
    }
    if !placed.isEmpty { scene.last = placed }
  }

  private mutating func fill(_ act: Act) {
    let grounds = act.objects + act.links.compactMap(\.ground)
    guard
      let block = act.results.compactMap({ name(of: $0) }).first
        ?? act.objects.compactMap({ name(of: $0) }).first
    else { return }
    let cells = Anchors(scene: scene).gaps(grounds)
    for cell in cells { put(block, at: cell) }
    if !cells.isEmpty { scene.last = [cells] }
  }

  private mutating func connect(_ act: Act) {
    guard let block = act.results.compactMap({ name(of: $0) }).first else { return }
    let cells = Anchors(scene: scene).gaps(act.objects)
    for cell in cells { put(block, at: cell) }
    if !cells.isEmpty { scene.last = [cells] }
  }

  private mutating func surround(_ act: Act) {
    guard let block = act.results.compactMap({ name(of: $0) }).first else { return }
    var placed: [Cell] = []
    for group in selected(act) {
      for cell in Anchors.ring(around: group) where scene[cell] == nil && scene.zone.contains(cell)
      {
        put(block, at: cell)
        placed.append(cell)
      }
    }
    if !placed.isEmpty { scene.last = [placed] }
  }

  private mutating func move(_ act: Act) {
    guard let object = act.objects.first else { return }
    let cells = Selection(scene: scene).groups(object).flatMap { $0 }
    guard let first = cells.first, let block = scene[first] else { return }
    for cell in cells { scene.remove(cell) }
    var copy = object
    copy.colours = [block]
    copy.materials = []
    copy.count = max(cells.count, 1)
    place(copy, act)
  }

  private mutating func extend(_ act: Act) {
    guard let object = act.objects.first else { return }
    let groups = Selection(scene: scene).groups(object)
    let count =
      act.measures.first?.values.first ?? act.links.compactMap { $0.ground?.count }.first ?? 1
    let sides = act.links.flatMap(\.sides) + act.links.compactMap(\.ground).flatMap(\.sides)
    let step = sides.compactMap { scene.step($0) }.first ?? Cell(0, 1, 0)
    var placed: [[Cell]] = []
    for group in groups {
      guard let end = group.max(by: { Scene.reach($0, step) < Scene.reach($1, step) }),
        let block = act.results.compactMap({ name(of: $0) }).first ?? scene[end]
      else { continue }
      let cells = (1...max(1, min(count, 16))).map { end.moved(step, $0) }
      for cell in cells { put(block, at: cell) }
      placed.append(cells)
    }
    if !placed.isEmpty { scene.last = placed }
  }

  private mutating func copy(_ act: Act) {
    guard let object = act.objects.first else { return }
    let cells = Selection(scene: scene).groups(object).flatMap { $0 }
    let links = act.links + object.links
    guard !cells.isEmpty, let side = links.flatMap(\.sides).first, let step = scene.step(side)
    else { return }
    let reaches = cells.map { Scene.reach($0, step) }
    let width = (reaches.max() ?? 0) - (reaches.min() ?? 0) + 1
    let other = act.results.compactMap { name(of: $0) }.first
    let copies = cells.map { ($0.moved(step, width), other ?? scene[$0] ?? "") }
    for (cell, block) in copies where !block.isEmpty { put(block, at: cell) }
    scene.last = [copies.map(\.0)]
  }
}
