extension Chunker {
  /// The thing that begins at `start` with all the words around its noun, and where it ends.
  func thing(from start: Int) -> (Entity, Int)? {
    var entity = Entity()
    var index = start
    var headEnd: Int?
    while let unit = unit(index) {
      guard let used = take(unit, at: index, into: &entity, after: headEnd != nil) else { break }
      index += used.count
      if used.isHead { headEnd = index }
    }
    if headEnd == nil, entity.concept == nil, entity.materials.isEmpty, entity.colours.isEmpty {
      return bare(entity, start, index)
    }
    finish(&entity, from: start, to: headEnd ?? index)
    return (entity, headEnd ?? index)
  }

  /// Names what a block is where no other noun does, and marks nouns without an article.
  private func finish(_ entity: inout Entity, from start: Int, to end: Int) {
    if entity.concept == nil {
      // An oak door; the door birch.
      entity.concept = entity.materials.reversed().lazy.compactMap(BlockSense.concept).first
    }
    if entity.concept?.category == .group, let part = entity.qualifiers.last,
      part.category == .part
    {
      // A foundation row is the foundation.
      entity.concept = part
      entity.qualifiers.removeLast()
    }
    let hasArticle = unit(start)?.has(.article) == true || entity.reference != .new
    let head = units[end - 1].text
    entity.isPlural = Morphology.lemma(head) != head
    entity.isBare =
      !hasArticle && entity.count == nil && entity.quantity == nil
      && Morphology.lemma(head) == head
  }

  /// A pronoun, a number, a place or `the highest one` can stand without a noun.
  private func bare(_ found: Entity, _ start: Int, _ end: Int) -> (Entity, Int)? {
    var entity = found
    if let unit = unit(start), unit.has(.pronoun), end == start {
      entity.reference = .pronoun
      entity.count = unit.text == "it" ? 1 : nil
      return (entity, start + 1)
    }
    let speaks =
      entity.count != nil || entity.ordinal != nil || entity.quantity != nil
      || !entity.extremes.isEmpty || !entity.sides.isEmpty || !entity.picture.isEmpty
      || entity.letter != nil
    return end > start && speaks ? (entity, end) : nil
  }

  private func isHeadWord(_ unit: Unit) -> Bool {
    unit.concept != nil || unit.block != nil || unit.family != nil
  }

  /// Takes one unit (or a measure) into the thing; nil where the thing ends.
  private func take(
    _ unit: Unit, at index: Int, into entity: inout Entity, after head: Bool
  ) -> (count: Int, isHead: Bool)? {
    if case .picture(let rows)? = unit.senses.first, !head {
      entity.picture = rows
      entity.concept = entity.concept ?? Concept(.picture, "picture")
      return (1, true)
    }
    if case .inscription(let text)? = unit.senses.first, !head {
      entity.inscription = text
      entity.concept = Concept(.picture, "inscription")
      return (1, true)
    }
    if case .letter(let letter)? = unit.senses.first, !head, entity.letter == nil {
      entity.letter = letter
      return (1, false)
    }
    if !head, entity.concept == nil, let (measures, end) = preMeasure(from: index, entity) {
      entity.measures += measures
      return (end - index, false)
    }
    if unit.text == "one" || unit.text == "ones", entity.concept == nil,
      !(entity.colours.isEmpty && entity.materials.isEmpty)
    {
      // A red one.
      return (1, true)
    }
    if unit.has(.article), !head {
      guard entity.materials.isEmpty, entity.colours.isEmpty, entity.count == nil else {
        return nil
      }
      if unit.text != "a", unit.text != "an" { entity.reference = .known }
      return (1, false)
    }
    if let used = takeNoun(unit, at: index, into: &entity, after: head) { return used }
    if head {
      // A sandstone desert house; a hedge lined path.
      guard unit.trait != nil && entity.concept == nil || Chunker.joins.contains(unit.text),
        self.unit(index + 1).map(isHeadWord) == true
      else { return nil }
      if let trait = unit.trait { entity.traits.append(trait) }
      return (1, false)
    }
    return takeModifier(unit, at: index, into: &entity)
  }

  /// Measures before a noun; those after articles belong to `oneMeasure` only if they are named.
  private func preMeasure(from index: Int, _ entity: Entity) -> ([Measure], Int)? {
    guard unit(index)?.number != nil || unit(index)?.bound != nil || unit(index)?.dimension != nil
    else {
      return nil
    }
    guard let (measures, end) = measures(from: index, beforeNoun: true), !measures[0].isRelative
    else {
      return nil
    }
    if measures[0].dimension == .footprint || measures[0].dimension == .storeys {
      return (measures, end)
    }
    // Tiers, each three blocks high.
    if entity.quantity == .each, entity.materials.isEmpty, entity.colours.isEmpty {
      return (measures, end)
    }
    // Three high fences, but not: the wall three high and ...
    return unit(end).map { isHeadWord($0) || $0.colour != nil || $0.trait != nil } == true
      ? (measures, end) : nil
  }

  private func takeNoun(
    _ unit: Unit, at index: Int, into entity: inout Entity, after head: Bool
  ) -> (count: Int, isHead: Bool)? {
    if head, endsBefore(unit, at: index) { return nil }
    if let concept = unit.concept, !prefersOther(unit, at: index) {
      if head, concept.category == .place, entity.concept != nil { return nil }
      if let earlier = entity.concept { entity.qualifiers.append(earlier) }
      entity.concept = concept
      return (1, true)
    }
    if let name = unit.material {
      if head, let earlier = entity.concept, entity.materials.isEmpty,
        [.building, .structure].contains(earlier.category), let own = BlockSense.concept(of: name)
      {
        // A garden fence is a fence.
        entity.qualifiers.append(earlier)
        entity.concept = own
      }
      entity.materials.append(name)
      return (1, true)
    }
    if let colour = unit.colour {
      entity.colours.append(colour)
      // Red and blue blocks: both are colours of the noun.
      if let glue = self.unit(index + 1), glue.has(.and) || glue.has(.comma),
        let other = self.unit(index + 2), other.colour != nil || other.block != nil,
        self.unit(index + 3).map({ isHeadWord($0) || $0.has(.and) || $0.trait != nil }) == true
          || other.block != nil
      {
        return (2, true)
      }
      return (1, true)
    }
    return nil
  }

  /// Whether a word after the noun begins something else: a verb at a clause, a trait.
  private func endsBefore(_ unit: Unit, at index: Int) -> Bool {
    if unit.relation != nil && unit.concept == nil && unit.block == nil { return true }
    if let verb = unit.verb, verb != .face,
      self.unit(index + 1).map({
        $0.has(.article) || $0.number != nil || $0.has(.pronoun) || $0.quantity != nil
      }) == true
    {
      return true
    }
    return false
  }

  /// A word that is a noun and something else, such as square or light, before another noun.
  private func prefersOther(_ unit: Unit, at index: Int) -> Bool {
    let modifies = unit.trait != nil || unit.number != nil || unit.side != nil
    return modifies && self.unit(index + 1).map(isHeadWord) == true
  }

  private func takeModifier(
    _ unit: Unit, at index: Int, into entity: inout Entity
  ) -> (count: Int, isHead: Bool)? {
    if let bound = unit.bound, self.unit(index + 1)?.number != nil {
      entity.countBound = bound
      return (1, false)
    }
    if let number = unit.number {
      if entity.count != nil { return nil }
      entity.count = number
      // Two of the red blocks.
      if self.unit(index + 1)?.relation == .of, self.unit(index + 2)?.has(.article) == true {
        return (2, false)
      }
      return (1, false)
    }
    if let ordinal = unit.ordinal {
      entity.ordinal = ordinal
      return (1, false)
    }
    if let quantity = unit.quantity {
      entity.quantity = quantity
      if [.rest, .all, .each, .every].contains(quantity),
        self.unit(index + 1)?.relation == .of
      {
        return (2, false)
      }
      return (1, false)
    }
    if let extreme = unit.extreme {
      entity.extremes.append(extreme)
      return (1, false)
    }
    if let side = unit.side {
      entity.sides.append(side)
      return (1, false)
    }
    if let trait = unit.trait {
      entity.traits.append(trait)
      return (1, false)
    }
    if unit.dimension != nil, continuesThing(index + 1) {
      entity.traits.append(unit.text)
      return (1, false)
    }
    if unit.has(.possessive), !unit.text.hasPrefix("'") {
      entity.reference = .known
      if unit.text == "own" || !entity.links.isEmpty { return (1, false) }
      entity.links.append(Link(.of, ground: Entity.it))
      return (1, false)
    }
    if unit.has(.filler), continuesThing(index + 1), entity != Entity() { return (1, false) }
    return nil
  }

  /// Words that join a noun to the noun it describes.
  private static let joins: Set<String> = [
    "lined", "style", "styled", "shaped", "filled", "topped",
  ]

  private func continuesThing(_ index: Int) -> Bool {
    guard let unit = unit(index) else { return false }
    return isHeadWord(unit) || unit.colour != nil || unit.trait != nil
  }
}

extension Entity {
  /// What was spoken of last.
  static let it: Entity = {
    var entity = Entity()
    entity.reference = .pronoun
    entity.count = 1
    return entity
  }()
}
