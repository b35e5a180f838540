extension Attachment {
  /// Every way to take a thing.
  func takingEntity(_ found: Entity) -> [Attachment] {
    var next = self
    var entity = found
    if isNegated {
      entity.isNegated = true
      next.isNegated = false
    }
    if entity.concept?.category != .place, !waitingMeasures.isEmpty, connector == nil {
      entity.measures += waitingMeasures
      next.waitingMeasures = []
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
    if next.newSentence || next.acts.isEmpty { return next.opening(entity) }
    if next.frontier.isEmpty { return [next.addedObject(entity)] }
    if entity.concept == nil, entity.materials.isEmpty, entity.colours.isEmpty, entity.count == nil,
      entity.quantity == .all || entity.quantity == .each || entity.quantity == .every || entity.quantity == .both
    {
      // Lamps, all of them ...: the same things.
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
    if let root = root, acts.last?.verb != .face, acts.last.map({ $0.isSpoken || !newSentence }) == true
      || root < nodes.count
    {
      // The house has ...: the same thing again.
      if entity.reference != .new, entity.quantity == nil,
        Fitness.isSame(entity.concept, nodes[root].entity.concept)
      {
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
    nodes.indices.last { nodes[$0].entity.concept?.category == .picture && nodes[$0].parent == nil } ?? root
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
    if newSentence {
      if acts.last?.isSpoken == true || !frontier.isEmpty { next.beginAct(.build, spoken: false) }
      next.frontier = []
    }
    if takesResult(link.relation, thing) { return [next.addedResult(thing)] }
    if link.relation == .rimmed {
      thing.concept = thing.concept ?? Concept(.part, "border")
      link.relation = .with
    }
    if link.relation == .inside || link.relation == .into, isMaterial(thing) { link.relation = .madeOf }
    if link.relation == .inside, thing.concept?.category == .piece, thing.reference == .new,
      afterAnd || afterComma, let top = next.frontier.first, isWhole(top)
    {
      // And inside a bed, a chest: the place comes first.
      thing.links.append(Link(.inside))
      return [next.added(thing, under: top, Link(.with), cost: 0)]
    }
    if link.relation == .of, let last = next.frontier.last {
      return [next.added(thing, under: last, link, cost: 0)]
    }
    if next.frontier.isEmpty { return [next.addedGround(thing, link)] }
    return next.hosts(for: link, thing).map { host, cost in
      host.map { next.added(thing, under: $0, link, cost: cost) } ?? next.addedGround(thing, link, cost)
    }
  }

  private func isMaterial(_ entity: Entity) -> Bool {
    entity.concept == nil && entity.reference == .new && entity.count == nil && entity.quantity == nil
      && !(entity.materials.isEmpty && entity.colours.isEmpty)
  }

  /// Whether a thing after this relation is what replaces the objects.
  private func takesResult(_ relation: Preposition, _ thing: Entity) -> Bool {
    guard let act = acts.last, [.replace, .fill, .surround, .paint, .connect].contains(act.verb) else {
      return false
    }
    let hasObject = nodes.contains { $0.act == acts.count - 1 && $0.role == .object }
    let hasResult = nodes.contains { $0.act == acts.count - 1 && $0.role == .result }
    guard hasObject || act.verb == .fill, !hasResult else { return false }
    return relation == .with || relation == .madeOf || relation == .by || relation == .forPart
      || relation == .into || act.verb == .replace && relation == .at && thing.concept == nil
  }

  /// A thing after `and`, a comma or nothing: another one of a list, or a part.
  private func continuing(_ entity: Entity) -> [Attachment] {
    var choices: [(value: Double, make: (Double) -> Attachment)] = []
    for (depth, node) in frontier.reversed().enumerated() {
      let earlier = nodes[node]
      let distance = 0.5 * Double(depth)
      if let parent = earlier.parent {
        let fit = Fitness.of(earlier.link.relation, host: nodes[parent].entity, thing: entity, sides: [])
        let isList = earlier.link.relation == .with || earlier.link.relation == .of
        let value =
          fit + Fitness.parallel(entity, earlier.entity) - distance - (isList ? 0 : 0.9)
        choices.append((value, { self.added(entity, under: parent, earlier.link, cost: $0) }))
      } else if earlier.role == .object {
        let like = Fitness.parallel(entity, earlier.entity)
        let spoken = [.place, .remove, .own, .replace, .keep].contains(acts[earlier.act].verb)
        choices.append(((spoken ? 2.2 : 0.8) + like - distance, { self.addedObject(entity, cost: $0) }))
        let part = Fitness.with(earlier.entity, entity) - 0.3 - distance
        choices.append((part, { self.added(entity, under: node, Link(.with), cost: $0) }))
      } else {
        let same = Fitness.parallel(entity, earlier.entity) + 1.2 - distance
        choices.append((same, { self.addedLike(earlier, entity, cost: $0) }))
      }
    }
    let best = choices.map(\.value).max() ?? 0
    return choices.sorted { $0.value > $1.value }.prefix(3)
      .filter { best - $0.value <= Attacher.margin }.map { $0.make(best - $0.value) }
  }

  private func addedLike(_ earlier: Node, _ entity: Entity, cost: Double) -> Attachment {
    earlier.role == .result ? addedResult(entity, cost: cost) : addedGround(entity, earlier.link, cost)
  }

  private func addedObject(_ entity: Entity, cost: Double = 0) -> Attachment {
    var next = self
    next.append(entity, parent: nil, .object, Link(.of), cost)
    return next
  }

  private func addedResult(_ entity: Entity, cost: Double = 0) -> Attachment {
    var next = self
    next.append(entity, parent: nil, .result, Link(.with), cost)
    return next
  }

  private func addedGround(_ entity: Entity, _ link: Link, _ cost: Double = 0) -> Attachment {
    var next = self
    next.append(entity, parent: nil, .ground, link, cost)
    return next
  }

  private func added(_ entity: Entity, under parent: Int, _ link: Link, cost: Double) -> Attachment {
    var next = self
    next.append(entity, parent: parent, .ground, link, cost)
    return next
  }

  private mutating func append(
    _ entity: Entity, parent: Int?, _ role: Node.Role, _ link: Link, _ cost: Double
  ) {
    if acts.isEmpty { beginAct(.build, spoken: false) }
    score -= cost
    nodes.append(Node(entity: entity, parent: parent, act: acts.count - 1, role: role, link: link))
    if let parent {
      cut(below: parent)
      if !frontier.contains(parent) { frontier = [parent] }
    } else {
      frontier = role == .object ? [] : frontier.filter { nodes[$0].role == .object }
    }
    frontier.append(nodes.count - 1)
    clearMarks()
  }
}
