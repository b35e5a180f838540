extension Chunker {
  /// The measures that begin at `start`, and where they end: 9 by 7, 4 blocks high, a radius of 5,
  /// two blocks longer, every three blocks; several of them with commas or `and` between.
  func measures(from start: Int, beforeNoun: Bool = false) -> ([Measure], Int)? {
    guard var (all, end) = oneMeasure(from: start) else { return nil }
    while let next = unit(end) {
      let glue = next.has(.comma) || next.has(.and) || next.has(.by) ? 1 : 0
      let skip = unit(end + glue)?.has(.and) == true && glue == 1 ? 1 : 0
      guard let (more, after) = oneMeasure(from: end + glue + skip),
        glue > 0 || more[0].dimension != .size
      else { break }
      // The last measure of a list may already belong to the next thing.
      if !beforeNoun, unit(after).map(isNounLike) == true { break }
      all += more
      end = after
    }
    return (all, end)
  }

  private func oneMeasure(from start: Int) -> ([Measure], Int)? {
    var index = start
    while let unit = unit(index), unit.has(.article) || unit.relation == .with && index == start {
      index += 1
    }
    if index > start, unit(index)?.dimension == nil, unit(index)?.bound == nil { return nil }
    if let result = spacing(from: index) { return result }
    if let result = namedFirst(from: index) { return result }
    return index == start ? numberFirst(from: index) : numberFirst(from: index, adjective: true)
  }

  private func isNounLike(_ unit: Unit) -> Bool {
    unit.concept != nil || unit.block != nil || unit.family != nil || unit.colour != nil
      || unit.trait != nil && unit.relation == nil
  }

  /// Every third block, every 5 blocks.
  private func spacing(from start: Int) -> ([Measure], Int)? {
    guard let every = unit(start),
      every.quantity == .each || every.quantity == .every || every.relation == .per
    else { return nil }
    guard let next = unit(start + 1) else { return nil }
    if let number = next.number, let noun = unit(start + 2), isBlockWord(noun),
      unit(start + 3)?.dimension == nil
    {
      return ([Measure(.spacing, [number])], start + 3)
    }
    if let ordinal = next.ordinal ?? (next.quantity == .other ? 2 : nil),
      let noun = unit(start + 2),
      isBlockWord(noun), every.text.hasPrefix("every"), unit(start + 3)?.relation != .of
    {
      return ([Measure(.spacing, [ordinal])], start + 3)
    }
    return nil
  }

  /// A height of at least four blocks, radius 5.
  private func namedFirst(from start: Int) -> ([Measure], Int)? {
    guard let dimension = unit(start)?.dimension else { return nil }
    var index = start + 1
    var bound = Bound.exactly
    while let unit = unit(index) {
      if let found = unit.bound {
        bound = found
      } else if unit.relation != .of && !unit.has(.colon)
        && !unit.has(.article) && !(unit.has(.filler) && unit.text.count < 3)
      {
        break
      }
      index += 1
    }
    guard let number = unit(index)?.number else { return nil }
    if let (values, end) = footprint(from: index) {
      return ([Measure(.footprint, values, bound: bound)], end)
    }
    var end = index + 1
    if let unit = unit(end), isBlockWord(unit) { end += 1 }
    return ([Measure(dimension, [number], bound: bound)], end)
  }

  /// 9 by 7; 9 blocks wide by 7 deep is two measures.
  private func footprint(from start: Int) -> ([Int], Int)? {
    guard let first = unit(start)?.number else { return nil }
    var values = [first]
    var end = start + 1
    while values.count < 3 {
      var index = end
      if let unit = unit(index), isBlockWord(unit) { index += 1 }
      guard unit(index)?.has(.by) == true, let next = unit(index + 1)?.number else { break }
      values.append(next)
      end = index + 2
    }
    guard values.count > 1 else { return nil }
    if let unit = unit(end), isBlockWord(unit), self.unit(end + 1)?.dimension == nil,
      !startsThing(at: end + 1), isPlain(end)
    {
      end += 1
    }
    return (values, end)
  }

  /// Whether the noun at `index` is the word blocks used as a unit: nothing is made of it.
  private func isPlain(_ index: Int) -> Bool { unit(index)?.has(.unit) == true }

  private func numberFirst(from start: Int, adjective: Bool = false) -> ([Measure], Int)? {
    var index = start
    var bound = Bound.exactly
    if let found = unit(index)?.bound, unit(index + 1)?.number != nil {
      bound = found
      index += 1
    }
    if unit(index)?.bound == .about, unit(index + 1)?.number != nil {
      bound = .about
      index += 1
    }
    guard let number = unit(index)?.number else { return nil }
    if let (values, end) = footprint(from: index) {
      if let dimension = unit(end)?.dimension, dimension != .size, values.count == 2 {
        // 3x3 wide names both sides.
        return (
          [Measure(dimension == .width ? .footprint : dimension, values, bound: bound)], end + 1
        )
      }
      let end = unit(end)?.dimension == .size ? end + 1 : end
      return ([Measure(.footprint, values, bound: bound)], end)
    }
    index += 1
    var crossed = false
    if let unit = unit(index), isBlockWord(unit) {
      index += 1
      crossed = true
    }
    // Seven blocks on each side.
    if unit(index)?.relation == .on, let next = unit(index + 1),
      next.quantity == .each || next.quantity == .every || next.has(.article),
      unit(index + 2)?.side == .side, unit(index + 3)?.relation != .of
    {
      return ([Measure(.size, [number], bound: bound)], index + 3)
    }
    // Four blocks apart: every fifth block.
    if unit(index)?.trait == "apart" {
      return ([Measure(.spacing, [number + 1], bound: bound)], index + 1)
    }
    // In height, in total.
    if unit(index)?.relation == .inside, unit(index + 1)?.dimension != nil { index += 1 }
    if let (dimension, sign) = unit(index)?.comparative {
      let end = unit(index + 1)?.text == "than" ? index + 2 : index + 1
      return ([Measure(dimension, [number * sign], bound: bound, isRelative: true)], end)
    }
    if let dimension = unit(index)?.dimension {
      return ([Measure(dimension, [number], bound: bound)], index + 1)
    }
    // Seven across, but not: seven across the river.
    if unit(index)?.relation == .across, !startsThing(at: index + 1) {
      return ([Measure(.size, [number], bound: bound)], index + 1)
    }
    // It goes up five blocks.
    if crossed, case .verb(.rise)? = chunks.last?.kind {
      return ([Measure(.height, [number], bound: bound)], index)
    }
    // Four storeys high; a two storey house.
    if let concept = unit(index)?.concept, isStorey(concept, unit(index)), !crossed {
      if unit(index + 1)?.dimension == .height {
        return ([Measure(.storeys, [number], bound: bound)], index + 2)
      }
      if startsThing(at: index + 1) {
        return ([Measure(.storeys, [number], bound: bound)], index + 1)
      }
    }
    return nil
  }

  private func isStorey(_ concept: Concept, _ unit: Unit?) -> Bool {
    concept.name == "storey" || concept.name == "floor" || concept.name == "layer"
  }

  /// Blocks, cubes, metres: what sizes are counted in.
  func isBlockWord(_ unit: Unit) -> Bool {
    unit.has(.unit) || unit.concept == Concept(.piece, "block")
      || unit.concept == Concept(.part, "opening") && unit.text.hasPrefix("space")
  }
}
