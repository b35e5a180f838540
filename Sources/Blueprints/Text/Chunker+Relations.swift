extension Chunker {
  /// The relation that begins at `start`: on top of, on the west side of it, in each corner, to the
  /// left, made of. It stops before the thing it leads to.
  func relation(from start: Int) -> (Chunk.Kind, Int)? {
    guard let first = unit(start) else { return nil }
    if let (relation, side) = first.placing {
      let isOf = first.text.hasSuffix("of") || side == .front || side == .back
      let isLow =
        first.text == "downstairs"
        || ["ground", "lower", "bottom"].contains { first.text.contains(" " + $0 + " ") }
      let sides = side == .storey && isLow ? [Side.ground] : [side]
      let upper = sides
      return (.relation(relation, upper, nil, needsGround: isOf, ofIt: false), start + 1)
    }
    // A round tower, but: round the tower.
    if first.trait != nil, let next = unit(start + 1), !next.has(.article), next.quantity == nil,
      nounFollows(start + 1) || next.trait != nil || next.side != nil && nounFollows(start + 2)
    {
      return nil
    }
    // A tower, round, and 16 blocks tall.
    if first.trait != nil, first.text == "round", breaks(start + 1) { return nil }
    // With a lantern on top.
    if first.relation == .on, first.text.hasSuffix("top"), !startsThing(at: start + 1),
      unit(start + 1)?.has(.pronoun) != true
    {
      return (.relation(.at, [.top], nil, needsGround: false, ofIt: false), start + 1)
    }
    var index = start
    var relation = Preposition.at
    let hasPreposition: Bool
    if first.text == "down", unit(start + 1).map({ $0.has(.article) || $0.quantity != nil }) == true
    {
      relation = .along
      hasPreposition = true
      index += 1
    } else if let found = first.relation, found != .of, !isNumberPhrase(start) {
      relation = found
      hasPreposition = true
      index += 1
    } else {
      hasPreposition = false
    }
    if let (kind, end) = sidePhrase(from: index, relation: relation, bare: !hasPreposition) {
      return (kind, end)
    }
    if first.verb == .face, let side = unit(start + 1)?.side {
      return (.relation(.facing, [side], nil, needsGround: false, ofIt: false), start + 2)
    }
    if hasPreposition {
      if relation == .around || relation == .above || relation == .inside || relation == .under,
        !startsThing(at: index), unit(index)?.has(.pronoun) != true
      {
        return (.relation(relation, [], nil, needsGround: false, ofIt: false), index)
      }
      let needsGround = relation != .instead || first.text.hasSuffix("of")
      return (.relation(relation, [], nil, needsGround: needsGround, ofIt: false), index)
    }
    if first.relation == .of {
      return (.relation(.of, [], nil, needsGround: true, ofIt: false), start + 1)
    }
    return nil
  }

  /// A preposition that belongs to a number: up to 5, over 20.
  private func isNumberPhrase(_ start: Int) -> Bool {
    unit(start)?.bound != nil && unit(start + 1)?.number != nil
  }

  /// The west side of; each corner; its top; the four corners.
  private func sidePhrase(from start: Int, relation: Preposition, bare: Bool) -> (Chunk.Kind, Int)?
  {
    var index = start
    var quantity: Quantity?
    var ofIt = false
    var sides: [Side] = []
    while let unit = unit(index) {
      // To its right a table: the place ends here.
      if !sides.isEmpty, ofIt, unit.text == "a" || unit.text == "an" { break }
      if unit.has(.possessive), !unit.text.hasPrefix("'") {
        ofIt = true
      } else if let found = unit.quantity, sides.isEmpty {
        quantity = found == .one ? nil : found
      } else if unit.relation == .per, sides.isEmpty {
        quantity = .each
      } else if unit.number != nil, sides.isEmpty, self.unit(index + 1)?.side.map(isPlural) == true
      {
        quantity = .all
      } else if unit.has(.and), !sides.isEmpty, self.unit(index + 1)?.side != nil,
        self.unit(index + 1)?.concept == nil
      {
        quantity = .both
      } else if let side = unit.extreme ?? unit.side {
        sides.append(side)
      } else if !unit.has(.article)
        && !(unit.has(.filler) && ["very", "exact", "part", "direction"].contains(unit.text))
        && !(unit.relation == .of && sides.isEmpty && quantity != nil)
      {
        break
      }
      index += 1
    }
    guard !sides.isEmpty else { return nil }
    if bare, unit(start)?.has(.article) == true || unit(start)?.extreme != nil { return nil }
    // A noun after the sides means that they only describe it: on the left tower.
    let next = unit(index)
    if next?.relation != .of, next?.relation != .from, nounFollows(index), !breaks(index) {
      return nil
    }
    let isOf = next?.relation == .of || next?.relation == .from && sides != [.storey]
    let place = relation == .on || relation == .inside ? Preposition.at : relation
    return (
      .relation(place, sides, quantity, needsGround: isOf, ofIt: ofIt), isOf ? index + 1 : index
    )
  }

  private func isPlural(_ side: Side) -> Bool { side == .corner || side == .side || side == .end }

  /// Whether what stands at `index` can be the noun, or a word before it.
  private func nounFollows(_ index: Int) -> Bool {
    guard let unit = unit(index) else { return false }
    if unit.verb != nil, self.unit(index + 1).map({ $0.has(.article) || $0.number != nil }) == true
    {
      return false
    }
    return unit.concept != nil || unit.block != nil || unit.family != nil || unit.colour != nil
      || unit.number == 1 && unit.text == "one"
  }

  private func breaks(_ index: Int) -> Bool {
    guard let unit = unit(index) else { return true }
    return unit.has(.comma) || unit.has(.stop)
  }
}
