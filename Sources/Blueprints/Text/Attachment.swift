/// A reading in the making: acts, the things that belong to them, and what may still take more.
struct Attachment: Sendable {
  /// How a thing hangs on what it belongs to.
  struct Node: Sendable {
    enum Role: Hashable, Sendable { case object, result, ground }
    var entity: Entity
    /// The thing it hangs on; nil where it hangs on the act.
    var parent: Int?
    var act: Int
    var role: Role
    var link: Link
  }

  /// A relation that waits for its thing.
  struct Connector: Sendable {
    var link: Link
    var ofIt: Bool
    /// Whether the sentence begins with it.
    var opensSentence = false
  }

  var nodes: [Node] = []
  var acts: [Act] = []
  /// From the thing that the act is about down to the last one named.
  var frontier: [Int] = []
  var connector: Connector?
  /// Whether the places come before the things: north of it a furnace, south of it a chest.
  var isPlaceFirst = false
  /// Whether the next thing is what was meant instead of the last one.
  var corrects = false
  /// Whether a bracket was opened just before.
  var afterOpen = false
  var afterAnd = false, afterComma = false, afterColon = false, isRelative = false
  var isNegated = false
  var newSentence = true
  /// Whether a verb that only describes came last: what it does that to may follow.
  var afterDescription = false
  /// Whether `is` or `are` came last.
  var afterCopula = false
  /// Whether the rest of the sentence only describes the result.
  var inCommentary = false
  var waitingMeasures: [Measure] = []
  var waitingDistance: Int?
  var waitingLinks: [Link] = []
  var score = 0.0

  /// The thing that the last building act is about.
  var root: Int? {
    nodes.indices.last { nodes[$0].parent == nil && nodes[$0].role == .object && isWhole($0) }
  }

  func isWhole(_ node: Int) -> Bool {
    switch nodes[node].entity.concept?.category {
    case .building?, .structure?, .shape?, .picture?: true
    default: false
    }
  }

  mutating func beginAct(_ verb: Verb, spoken: Bool) {
    if let last = acts.indices.last, !acts[last].isSpoken, spoken,
      !nodes.contains(where: { $0.act == last && $0.role != .ground }), acts[last].verb != .face
    {
      acts[last].verb = verb
      acts[last].isSpoken = true
      acts[last].isNegated = isNegated
    } else {
      var act = Act(verb)
      act.isSpoken = spoken
      act.isNegated = isNegated
      acts.append(act)
      isPlaceFirst = false
    }
    isNegated = false
    isRelative = false
    frontier = []
    connector = nil
    clearMarks()
  }

  mutating func clearMarks() {
    afterAnd = false
    afterComma = false
    afterColon = false
    afterCopula = false
    afterDescription = false
    newSentence = false
  }

  /// The acts with all their things, put together.
  func result() -> [Act] {
    var acts = acts
    for index in acts.indices {
      for node in nodes.indices where nodes[node].act == index && nodes[node].parent == nil {
        switch nodes[node].role {
        case .object: acts[index].objects.append(whole(node))
        case .result: acts[index].results.append(whole(node))
        case .ground:
          var link = nodes[node].link
          link.ground = whole(node)
          acts[index].links.append(link)
        }
      }
    }
    return acts.filter { act in
      act.isSpoken || !act.objects.isEmpty || !act.links.isEmpty || !act.measures.isEmpty
    }
  }

  private func whole(_ index: Int) -> Entity {
    var entity = nodes[index].entity
    for child in nodes.indices where nodes[child].parent == index {
      var link = nodes[child].link
      link.ground = whole(child)
      entity.links.append(link)
    }
    return entity
  }
}
