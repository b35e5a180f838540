extension Attachment {
  /// Every way to take a relation: those that name their thing wait for it.
  func takingRelation(_ found: Connector, needsGround: Bool) -> [Attachment] {
    var found = found
    if newSentence { found.opensSentence = true }
    let again = isPlaceFirst && (afterComma || afterAnd) && !frontier.isEmpty
    if again {
      // And south of it a chest: the next place, for the next thing.
      var next = self
      next.beginAct(.build, spoken: false)
      next.isPlaceFirst = true
      next.newSentence = true
      return next.takingRelation(found, needsGround: needsGround)
    }
    if needsGround {
      var next = self
      next.connector = found
      return [next]
    }
    var link = found.link
    if found.ofIt { link.ground = Entity.it }
    if let act = acts.last, act.verb == .face,
      act.links.isEmpty || newSentence == false && frontier.isEmpty
    {
      var next = self
      next.acts[acts.count - 1].links.append(link)
      next.clearMarks()
      return [next]
    }
    guard !frontier.isEmpty, !newSentence else {
      var next = self
      if acts.isEmpty || newSentence { next.beginAct(.build, spoken: false) }
      next.acts[next.acts.count - 1].links.append(link)
      next.clearMarks()
      return [next]
    }
    return hosts(for: link, nil).map { host, cost in
      var next = self
      next.score -= cost
      if let host {
        next.nodes[host].entity.links.append(link)
      } else {
        next.acts[next.acts.count - 1].links.append(link)
      }
      next.clearMarks()
      return next
    }
  }

  /// Where a relation may hang, each with what it costs against the best: things of the frontier,
  /// or nil for the act itself.
  func hosts(for link: Link, _ ground: Entity?) -> [(host: Int?, cost: Double)] {
    var choices: [(host: Int?, value: Double)] = []
    for (depth, node) in frontier.reversed().enumerated() {
      let fit = Fitness.of(
        link.relation, host: nodes[node].entity, thing: ground, sides: link.sides)
      // From the door to the well: both ends belong to one thing.
      let pairs =
        [.at, .upTo].contains(link.relation) && ground != nil
        && nodes.contains {
          $0.parent == node && ($0.link.relation == .from || $0.link.relation == .per)
        }
      // A row of blocks lies somewhere, not the blocks of the row.
      let isMember =
        isSubstance(node)
        && nodes[node].parent.map { nodes[$0].entity.concept?.category != .place } == true
      // The walls of a house take fewer parts than a wall that stands alone.
      let isInner =
        link.relation == .with && nodes[node].parent != nil
        && nodes[node].entity.concept?.category == .shape
      choices.append(
        (
          node,
          fit - 0.6 * Double(depth) + (pairs ? 1.6 : 0) - (isMember ? 1.8 : 0) - (isInner ? 1.4 : 0)
        ))
    }
    let takesWith = frontier.isEmpty || ![.with, .of, .madeOf].contains(link.relation)
    if frontier.isEmpty
      || takesWith && [.place, .remove, .add, .extend, .fill, .move].contains(acts.last?.verb)
    {
      choices.append((nil, 1.0 - 0.6 * Double(frontier.count)))
    }
    let best = choices.map(\.value).max() ?? 0
    var kept: [(host: Int?, cost: Double)] = []
    // The best first, so that equal readings keep a stable order.
    for choice in choices.sorted(by: { $0.value > $1.value })
    where best - choice.value <= Attacher.margin && kept.count < 3 {
      kept.append((choice.host, best - choice.value))
    }
    return kept
  }
}
