extension Attachment {
  /// Every way to take a thing.
  func takingEntity(_ found: Entity) -> [Attachment] {
    var next = self
    var entity = found
    if afterOpen, found.isBare, connector == nil, let last = frontier.last,
      found.concept != nil, found.concept?.category == nodes[last].entity.concept?.category
    {
      // Half a sphere (dome): another word for it.
      next.afterOpen = false
      next.clearMarks()
      return [next]
    }
    next.afterOpen = false
    if afterDescription, connector == nil, found.reference == .pronoun, found.concept == nil {
      // A lever that switches it.
      next.clearMarks()
      return [next]
    }
    if corrects, let last = nodes.indices.last, connector == nil {
      // Or rather this one.
      next.corrects = false
      var better = entity
      if better.concept == nil { better.concept = nodes[last].entity.concept }
      if better.links.isEmpty { better.links = nodes[last].entity.links }
      if better.measures.isEmpty { better.measures = nodes[last].entity.measures }
      next.nodes[last].entity = better
      next.clearMarks()
      return [next]
    }
    if isNegated {
      entity.isNegated = true
      next.isNegated = false
    }
    if entity.concept?.category != .place, !waitingMeasures.isEmpty, connector == nil {
      entity.measures += waitingMeasures
      next.waitingMeasures = []
    }
    if entity.inscription != nil, let top = frontier.first,
      ["letter", "inscription", "picture"].contains(nodes[top].entity.concept?.name ?? "")
    {
      // Letters that say so: one thing.
      next.nodes[top].entity.inscription = entity.inscription
      next.nodes[top].entity.concept = entity.concept
      next.connector = nil
      next.frontier = [top]
      next.clearMarks()
      return [next]
    }
    if entity.letter != nil, entity.materials.isEmpty, entity.colours.isEmpty,
      connector?.link.relation == .forPart, let host = next.pictured,
      let named = nodes.indices.last, named != host, nodes[named].entity.letter == nil
    {
      // Orange concrete for O: it belongs to the picture.
      next.nodes[named].entity.letter = entity.letter
      next.nodes[named].parent = host
      next.nodes[named].act = nodes[host].act
      next.nodes[named].role = .ground
      next.nodes[named].link = Link(.with)
      next.connector = nil
      next.frontier = [host]
      next.clearMarks()
      return [next]
    }
    if !entity.picture.isEmpty || entity.letter != nil, let host = next.pictured {
      next.frontier = [host]
      next.connector = nil
      next.newSentence = false
      return [next.added(entity, under: host, Link(.with), cost: 0)]
    }
    if entity.concept?.name == "base", !entity.measures.isEmpty, entity.materials.isEmpty,
      entity.colours.isEmpty, let host = frontier.first(where: { isWhole($0) })
    {
      // A pyramid with an 11 by 11 base is 11 by 11.
      next.nodes[host].entity.measures += entity.measures
      next.connector = nil
      next.frontier = [host]
      next.clearMarks()
      return [next]
    }
    if afterCopula, next.connector == nil, isMaterial(entity), let last = frontier.last {
      return [next.added(entity, under: last, Link(.madeOf), cost: 0)]
    }
    if let connector { return next.hanging(entity, by: connector) }
    if isPlaceFirst, let place = frontier.last, nodes[place].role == .ground, !newSentence,
      entity.reference == .new,
      !nodes.contains(where: { $0.act == acts.count - 1 && $0.role == .object })
    {
      // South of it a chest.
      return [next.addedObject(entity)]
    }
    if next.newSentence || next.acts.isEmpty { return next.opening(entity) }
    if next.frontier.isEmpty { return [next.addedObject(entity)] }
    if entity.concept == nil, entity.materials.isEmpty, entity.colours.isEmpty, entity.count == nil,
      entity.quantity == .all || entity.quantity == .each || entity.quantity == .every
        || entity.quantity == .both
    {
      // Lamps, all of them ...: the same things.
      if let last = frontier.last(where: { !isSubstance($0) }) {
        next.nodes[last].entity.measures += entity.measures
      }
      next.clearMarks()
      return [next]
    }
    if let again = next.sameAgain(entity) { return [again] }
    if afterColon, let top = frontier.first, next.isWhole(top) {
      return [next.added(entity, under: top, Link(.with), cost: 0)]
    }
    return next.continuing(entity)
  }

  /// The first thing of a sentence without a verb before it.
  private func opening(_ entity: Entity) -> [Attachment] {
    var next = self
    if let root = root, acts.last?.verb != .face {
      // The house has ..., it has ...: the same thing again.
      let isNamed = Fitness.isSame(entity.concept, nodes[root].entity.concept)
      let isPronoun = entity.reference == .pronoun && entity.concept == nil && next.isBuilt(root)
      if entity.reference != .new, entity.quantity == nil, isNamed || isPronoun {
        next.clearMarks()
        next.frontier = [root]
        next.nodes[root].entity.measures += entity.measures
        next.nodes[root].entity.materials += entity.materials
        return [next]
      }
      let isPart = [.part, .piece, .room, .machine].contains(entity.concept?.category)
      if isPart, next.isBuilt(root) {
        next.frontier = [root]
        return [next.added(entity, under: root, Link(.with), cost: 0)]
      }
    }
    if acts.last.map({ $0.isSpoken || nodes.contains { $0.act == acts.count - 1 } }) ?? true {
      next.beginAct(.build, spoken: false)
    }
    return [next.addedObject(entity)]
  }

  /// The picture that rows and letters belong to.
  private var pictured: Int? {
    nodes.indices.last { nodes[$0].entity.concept?.category == .picture && nodes[$0].parent == nil }
      ?? root
  }

  /// The reading in which a thing is one already spoken of in this act: the whole again, or a
  /// machine named without an article.
  private func sameAgain(_ entity: Entity) -> Attachment? {
    guard afterAnd || afterComma || afterColon else { return nil }
    var next = self
    next.clearMarks()
    if entity.reference == .known, entity.quantity == nil, let top = frontier.first,
      nodes[top].role == .object, Fitness.isSame(entity.concept, nodes[top].entity.concept)
    {
      next.frontier = [top]
      return next
    }
    if entity.concept?.name == "square", let top = frontier.first,
      nodes[top].entity.concept?.name == "chessboard"
    {
      // A chess board, eight by eight squares.
      next.nodes[top].entity.measures += entity.measures
      next.frontier = [top]
      return next
    }
    guard entity.isBare, entity.concept?.category == .machine,
      let node = nodes.indices.first(where: {
        nodes[$0].act == acts.count - 1 && nodes[$0].entity.concept == entity.concept
      })
    else { return nil }
    next.frontier = path(to: node)
    return next
  }

  private func path(to node: Int) -> [Int] {
    var path = [node]
    while let parent = nodes[path[0]].parent { path.insert(parent, at: 0) }
    return path
  }

  private func isBuilt(_ node: Int) -> Bool {
    [.building, .structure].contains(nodes[node].entity.concept?.category)
  }

  /// A thing after a relation that waited for it.
  private func hanging(_ entity: Entity, by connector: Connector) -> [Attachment] {
    var next = self
    next.connector = nil
    var link = connector.link
    if connector.ofIt, link.ground == nil { link.sides += [] }
    var thing = entity
    if link.relation == .without { thing.isNegated = true }
    if acts.isEmpty || newSentence && frontier.isEmpty { next.beginAct(.build, spoken: false) }
    if newSentence, [.madeOf, .with, .without].contains(link.relation), let root {
      // Material: bricks. With two doors.
      next.newSentence = false
      next.frontier = [root]
      return [next.added(thing, under: root, link, cost: 0)]
    }
    if newSentence {
      if acts.last?.isSpoken == true || !frontier.isEmpty { next.beginAct(.build, spoken: false) }
      next.frontier = []
    }
    if takesResult(link.relation, thing) { return [next.addedResult(thing)] }
    if let part = Attachment.implied(by: link.relation) {
      if thing.concept?.name == "block" {
        // Edged with one block of wool: that wide.
        if let count = thing.count { thing.measures.append(Measure(.width, [count])) }
        thing.count = nil
        thing.concept = part
      }
      thing.concept = thing.concept ?? part
      link.relation = .with
    }
    if [.inside, .into, .from].contains(link.relation), isMaterial(thing) {
      link.relation = .madeOf
    }
    if link.relation == .inside, thing.concept?.category == .piece, thing.reference == .new,
      afterAnd || afterComma, let top = next.frontier.first, isWhole(top)
    {
      // And inside a bed, a chest: the place comes first.
      thing.links.append(Link(.inside))
      return [next.added(thing, under: top, Link(.with), cost: 0)]
    }
    if link.relation == .of, next.frontier.isEmpty, !waitingMeasures.isEmpty, isMaterial(thing) {
      // Eight by six of copper: a floor.
      var floor = Entity()
      floor.concept = Concept(.shape, "floor")
      floor.measures = waitingMeasures
      next.waitingMeasures = []
      next = next.addedObject(floor)
    }
    if link.relation == .of, let last = next.frontier.last {
      return [next.added(thing, under: last, link, cost: 0)]
    }
    if next.frontier.isEmpty, link.relation == .with || link.relation == .forPart,
      next.acts.last?.isSpoken == false
    {
      // Could I have a house.
      return [next.addedObject(thing)]
    }
    if next.frontier.isEmpty {
      next = next.addedGround(thing, link)
      if connector.opensSentence { next.isPlaceFirst = true }
      return [next]
    }
    return next.hosts(for: link, thing).map { host, cost in
      host.map { next.added(thing, under: $0, link, cost: cost) }
        ?? next.addedGround(thing, link, cost)
    }
  }

  /// Fenced with birch: with a fence of it.
  private static func implied(by relation: Preposition) -> Concept? {
    switch relation {
    case .rimmed: Concept(.part, "border")
    case .fenced: Concept(.part, "fence")
    case .roofed: Concept(.part, "roof")
    case .floored: Concept(.shape, "floor")
    case .walled: Concept(.shape, "wall")
    default: nil
    }
  }

  private func isMaterial(_ entity: Entity) -> Bool {
    entity.concept == nil && entity.reference == .new && entity.count == nil
      && entity.quantity == nil
      && !(entity.materials.isEmpty && entity.colours.isEmpty)
  }

  /// Whether a thing after this relation is what replaces the objects.
  private func takesResult(_ relation: Preposition, _ thing: Entity) -> Bool {
    guard let act = acts.last, [.replace, .fill, .surround, .paint, .connect].contains(act.verb)
    else {
      return false
    }
    let hasObject = nodes.contains { $0.act == acts.count - 1 && $0.role == .object }
    let hasResult = nodes.contains { $0.act == acts.count - 1 && $0.role == .result }
    guard hasObject || act.verb == .fill || act.verb == .surround, !hasResult else { return false }
    return relation == .with || relation == .madeOf || relation == .by || relation == .forPart
      || relation == .into || act.verb == .replace && relation == .at && thing.concept == nil
  }

}
