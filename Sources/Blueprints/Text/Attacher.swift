/// Hangs the chunks of a text on each other, left to right. Where a thing could belong to several
/// others, each choice is weighed, and the best few readings are carried along.
struct Attacher {
  static let width = 6
  /// Choices this much worse than the best are not followed.
  static let margin = 1.1

  private(set) var beam = [Attachment()]
  let chunks: [Chunk]

  /// The readings of a text, best first, and the chunks that no reading could use.
  static func readings(of chunks: [Chunk]) -> (attachments: [Attachment], unused: [Chunk]) {
    var attacher = Attacher(chunks: chunks)
    var unused: [Chunk] = []
    for index in chunks.indices {
      if chunks[index].kind == .unknown || chunks[index].kind == .foreign {
        unused.append(chunks[index])
      }
      attacher.take(index)
    }
    return (attacher.beam, unused)
  }

  private mutating func take(_ index: Int) {
    var next: [Attachment] = []
    for attachment in beam { next += attachment.taking(chunks[index]) }
    // A stable order: equal scores stay as they came.
    let order = next.indices.sorted {
      next[$0].score != next[$1].score ? next[$0].score > next[$1].score : $0 < $1
    }
    beam = order.prefix(Attacher.width).map { next[$0] }
  }

  private init(chunks: [Chunk]) { self.chunks = chunks }
}

extension Attachment {
  /// Every way to take one more chunk.
  func taking(_ chunk: Chunk) -> [Attachment] {
    var next = self
    switch chunk.kind {
    case .verb(let verb):
      next.inCommentary = false
      next.takeVerb(verb, chunk.text)
    case .stop:
      next.inCommentary = false
      next.endSentence()
    case .commentary: next.inCommentary = true
    case _ where inCommentary: break
    case .entity(let entity): return takingEntity(entity)
    case .measures(let measures): next.takeMeasures(measures)
    case .distance(let number): next.waitingDistance = number
    case .relation(let relation, let sides, let quantity, let needsGround, let ofIt):
      var link = Link(relation, sides)
      link.quantity = quantity
      if let distance = waitingDistance {
        link.measures = [Measure(.length, [distance])]
        if relation == .from { link.relation = .beside }
        var near = self
        near.waitingDistance = nil
        return near.takingRelation(Connector(link: link, ofIt: ofIt), needsGround: needsGround)
      }
      return takingRelation(Connector(link: link, ofIt: ofIt), needsGround: needsGround)
    case .trait(let trait): next.takeTrait(trait)
    case .comparative(let dimension, let sign):
      next.takeMeasures([Measure(dimension, [sign], bound: .about, isRelative: true)])
    case .negation: next.isNegated = true
    case .correction: next.corrects = true
    case .and, .or, .then:
      next.afterAnd = true
    case .comma, .close:
      next.afterComma = true
      next.isRelative = false
    case .that: next.isRelative = true
    case .copula: next.afterCopula = true
    case .colon: next.afterColon = true
    case .open: next.afterOpen = true
    case .foreign, .unknown: break
    }
    return [next]
  }

  mutating func endSentence() {
    clearMarks()
    newSentence = true
    isRelative = false
    isNegated = false
    connector = nil
  }

  mutating func takeVerb(_ verb: Verb, _ text: String) {
    let isParticiple = text.prefix { $0 != " " }.hasSuffix("ing")
    let describes =
      verb == .rise || verb == .go || verb == .open || verb == .surround || verb == .connect
    if let last = frontier.last,
      isRelative
        || describes && !newSentence && (isParticiple || !afterAnd && !afterComma)
    {
      nodes[last].entity.traits.append(verb.rawValue)
      isRelative = false
      clearMarks()
      afterDescription = true
      return
    }
    // A bed is placed against the wall: the verb only says that it stands there.
    if afterCopula, !frontier.isEmpty {
      afterCopula = false
      return
    }
    if verb == .place, isParticiple, !frontier.isEmpty, !newSentence {
      // Pillars, standing four blocks apart.
      clearMarks()
      return
    }
    if verb == .go, let act = acts.last, !act.isSpoken, !act.links.isEmpty || isPlaceFirst {
      // North of it goes a furnace.
      frontier = []
      clearMarks()
      return
    }
    if isRelative, let last = acts.indices.last, !acts[last].objects.isEmpty { return }
    if verb == .face, let act = acts.last, act.verb == .face,
      !nodes.contains(where: { $0.act == acts.count - 1 })
    {
      return
    }
    beginAct(verb, spoken: true)
    if ["hide", "hiding", "conceal", "disguise"].contains(where: { text.hasPrefix($0) }) {
      acts[acts.count - 1].traits.append("locked")
    }
    if text.hasPrefix("stack") || text.hasPrefix("pil") {
      acts[acts.count - 1].traits.append("vertical")
    }
  }

  mutating func takeMeasures(_ measures: [Measure]) {
    if measures[0].isRelative || acts.last?.verb == .extend {
      if acts.isEmpty { beginAct(.extend, spoken: false) }
      if let last = frontier.last, acts[acts.count - 1].verb != .extend, !afterAnd,
        nodes[last].entity.reference == .new
      {
        nodes[last].entity.measures += measures
      } else {
        acts[acts.count - 1].measures += measures
      }
      return clearMarks()
    }
    if let relation = connector?.link.relation,
      relation == .with || relation == .of || relation == .at
    {
      connector = nil
    }
    let isFootprint = measures[0].dimension == .footprint
    let hosts = frontier.filter {
      acceptsMeasures(nodes[$0].entity) && !isSubstance($0) && !isListedMaterial($0)
        && !(nodes[$0].entity.reference == .pronoun && nodes[$0].role == .ground)
    }
    let outlined = hosts.last { !isFootprint || hasOutline($0) }
    if let host = outlined ?? hosts.last {
      var host = host
      if afterComma, let top = frontier.first, isWhole(top), isDetail(host),
        measures.allSatisfy({ nodes[top].entity.measure($0.dimension) == nil })
      {
        // With stripes, 24 blocks tall: the whole is.
        host = top
      }
      if nodes[host].entity.concept?.name == "base", nodes[host].entity.materials.isEmpty,
        let parent = nodes[host].parent
      {
        // A base of 11 by 11 says how large the pyramid is.
        host = parent
        cut(below: parent)
      }
      nodes[host].entity.measures += measures
      if afterComma || afterAnd { cut(below: host) }
    } else {
      waitingMeasures += measures
    }
    clearMarks()
  }

  func acceptsMeasures(_ entity: Entity) -> Bool {
    guard let concept = entity.concept else {
      return !entity.materials.isEmpty || entity.reference == .pronoun
    }
    if concept.name == "floor" || concept.name == "storey", (entity.count ?? 1) > 1 { return false }
    return (concept.category != .place || concept.name == "map") && !entity.isNegated
  }

  /// Whether a thing is a small part, whose sizes are rarely said after a comma.
  private func isDetail(_ node: Int) -> Bool {
    let sized = [
      "opening", "gate", "chimney", "post", "wing", "doorway", "balcony", "vault", "nave",
    ]
    switch nodes[node].entity.concept?.category {
    case .part?: return !sized.contains(nodes[node].entity.concept?.name ?? "")
    case .piece?, .machine?: return nodes[node].entity.concept?.name != "block"
    case .shape?: return nodes[node].entity.concept?.name == "pillar"
    default: return false
    }
  }

  /// Whether a footprint can be a thing's own: a house 9 by 9 with a ladder, 9 by 9, is that large.
  func hasOutline(_ node: Int) -> Bool {
    let sized = [
      "window", "opening", "doorway", "wing", "balcony", "porch", "deck", "border", "walkway",
      "stripe", "base", "tier", "gate", "picturepixel",
    ]
    switch nodes[node].entity.concept?.category {
    case .part?: return sized.contains(nodes[node].entity.concept?.name ?? "")
    case .piece?: return nodes[node].entity.concept?.name == "block"
    case .machine?: return nodes[node].entity.concept?.name == "redstone_lamp"
    default: return true
    }
  }

  /// Whether a thing only says what its host is made of.
  func isSubstance(_ node: Int) -> Bool {
    let relation = nodes[node].link.relation
    return nodes[node].role == .ground && nodes[node].parent != nil
      && (relation == .of || relation == .madeOf) && nodes[node].entity.reference == .new
  }

  /// Whether a thing is only a material that is listed after what is made of it: a bridge,
  /// cobblestone, 15 long.
  private func isListedMaterial(_ node: Int) -> Bool {
    guard let parent = nodes[node].parent, nodes[node].link.relation == .with else { return false }
    let thing = nodes[node].entity
    return thing.concept == nil && thing.count == nil && thing.links.isEmpty && isWhole(parent)
  }

  mutating func cut(below node: Int) {
    if let index = frontier.firstIndex(of: node) { frontier.removeSubrange((index + 1)...) }
  }

  mutating func takeTrait(_ trait: String) {
    let forms = ["round", "square", "hollow", "solid"]
    if afterComma, let top = frontier.first, isWhole(top), forms.contains(trait) {
      // Striped, round, and so on: the whole is.
      nodes[top].entity.traits.append(trait)
    } else if let last = frontier.last(where: { !isSubstance($0) }), !nodes[last].entity.isPlace {
      nodes[last].entity.traits.append(trait)
    } else {
      if acts.isEmpty { beginAct(.build, spoken: false) }
      acts[acts.count - 1].traits.append(trait)
    }
  }
}
