extension Attachment {
  /// A thing after `and`, a comma or nothing: another one of a list, or a part.
  func continuing(_ entity: Entity) -> [Attachment] {
    var choices: [(value: Double, make: (Double) -> Attachment)] = []
    for (depth, node) in frontier.reversed().enumerated() {
      let earlier = nodes[node]
      let distance = 0.5 * Double(depth)
      if let parent = earlier.parent {
        var link = earlier.link
        // Of blackstone, walls six high: what has a noun of its own is a part.
        if entity.concept != nil, [.of, .madeOf].contains(link.relation),
          nodes[node].entity.concept == nil
        {
          link = Link(.with)
        }
        let fit = Fitness.of(
          link.relation, host: nodes[parent].entity, thing: entity, sides: [])
        let isList = link.relation == .with || link.relation == .of
        let value =
          fit + Fitness.parallel(entity, earlier.entity) - distance - (isList ? 0 : 0.9)
        choices.append((value, { [link] in self.added(entity, under: parent, link, cost: $0) }))
      } else if earlier.role == .object {
        let like = Fitness.parallel(entity, earlier.entity)
        let spoken = [.place, .remove, .own, .replace, .keep].contains(acts[earlier.act].verb)
        choices.append(
          ((spoken ? 2.2 : 0.8) + like - distance, { self.addedObject(entity, cost: $0) }))
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

  func addedLike(_ earlier: Node, _ entity: Entity, cost: Double) -> Attachment {
    earlier.role == .result
      ? addedResult(entity, cost: cost) : addedGround(entity, earlier.link, cost)
  }

  func addedObject(_ entity: Entity, cost: Double = 0) -> Attachment {
    var next = self
    next.append(entity, parent: nil, .object, Link(.of), cost)
    return next
  }

  func addedResult(_ entity: Entity, cost: Double = 0) -> Attachment {
    var next = self
    next.append(entity, parent: nil, .result, Link(.with), cost)
    return next
  }

  func addedGround(_ entity: Entity, _ link: Link, _ cost: Double = 0) -> Attachment {
    var next = self
    next.append(entity, parent: nil, .ground, link, cost)
    return next
  }

  func added(_ entity: Entity, under parent: Int, _ link: Link, cost: Double) -> Attachment {
    var next = self
    next.append(entity, parent: parent, .ground, link, cost)
    return next
  }

  mutating func append(
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
