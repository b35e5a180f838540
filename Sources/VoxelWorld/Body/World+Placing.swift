extension World {
  /// What placing a block would put where, by a body that looks at `sight`. Throws
  /// `PlacementRefusal` if the rules forbid it.
  public func placing(
    _ block: Block, at sight: Sight?, by body: Body
  ) throws(PlacementRefusal) -> Placing {
    try outcome(ofPlacing: block, at: sight, by: body).get()
  }

  /// The same without throwing, which takes time where refusals are the rule.
  func outcome(
    ofPlacing block: Block, at sight: Sight?, by body: Body
  ) -> Result<Placing, PlacementRefusal> {
    guard let sight else { return .failure(.nothingInReach) }
    if let stacked = stacked(block, at: sight) { return checked(stacked) }
    let givesWay = self[sight.cell].has(.replaceable) && self[sight.cell].traits.kind != block.kind
    let cell = givesWay ? sight.cell : sight.cell + sight.face
    if self[cell].traits.block == block.usual.traits.block, block.kind == .slab,
      self[cell].word(.type) != .double
    {
      let both = self[cell].with(.type, PropertyWord.double).with(.waterlogged, false)
      return checked(Placing(cell, both))
    }
    guard size.contains(cell) else { return .failure(.outside) }
    guard self[cell].has(.replaceable) else { return .failure(.occupied) }
    let aim = Aim(sight: sight, cell: cell, body: body, isReplacing: givesWay)
    return placing(block, aim).flatMap(checked)
  }

  /// Places a block that `placing` allowed.
  public mutating func place(_ placing: Placing) {
    if let other = placing.otherCell {
      // Both halves are written before anybody hears of either.
      write(placing.otherState, at: other)
      change(placing.cell, to: placing.state)
      for direction in Direction.notified {
        notify(other + direction, from: direction.opposite)
      }
      light?.blockChanged(
        at: other, from: BlockState.air.traits, to: placing.otherState.traits)
      settle()
    } else {
      set(placing.state, at: placing.cell)
    }
  }

  private func checked(_ placing: Placing) -> Result<Placing, PlacementRefusal> {
    if let other = placing.otherCell {
      guard size.contains(other) else { return .failure(.outside) }
      guard self[other].has(.replaceable) else { return .failure(.occupied) }
    }
    for index in shape(of: placing.state) {
      let box = Box(boxes[index], in: placing.cell)
      for occupant in occupants where box.overlaps(occupant) { return .failure(.bodyInTheWay) }
    }
    return .success(placing)
  }

  private func shape(of state: BlockState) -> Range<Int> {
    let shape = Int(traits[Int(state.id)].collision)
    return boxStarts[shape]..<boxStarts[shape + 1]
  }

  /// One more layer of snow, candle or petal, or the other half of a slab.
  private func stacked(_ block: Block, at sight: Sight) -> Placing? {
    let there = self[sight.cell]
    guard there.traits.block == block.usual.traits.block else { return nil }
    switch block.kind {
    case .slab:
      let isFilled =
        there.word(.type) == .bottom && sight.face == .up
        || there.word(.type) == .top && sight.face == .down
      guard isFilled else { return nil }
      return Placing(
        sight.cell, there.with(.type, PropertyWord.double).with(.waterlogged, false))
    case .snow where there.number(.layers) < 8:
      return Placing(sight.cell, there.with(.layers, there.number(.layers) + 1))
    case .candle where there.number(.candles) < 4:
      return Placing(sight.cell, there.with(.candles, there.number(.candles) + 1))
    case .petals where there.number(.flowerAmount) < 4:
      return Placing(sight.cell, there.with(.flowerAmount, there.number(.flowerAmount) + 1))
    default: return nil
    }
  }

  /// The first of the possible states that stays where it is put.
  private func placing(_ block: Block, _ aim: Aim) -> Result<Placing, PlacementRefusal> {
    var isSource = false
    if fluid(at: aim.cell) == Fluid(.water, amount: 8) { isSource = true }
    var refusal = PlacementRefusal.unsupported
    for candidate in aim.candidates(for: block, in: self) {
      let state = connected(candidate, at: aim.cell).with(.waterlogged, isSource)
      let placing = completed(Placing(aim.cell, state))
      if let other = placing.otherCell, !size.contains(other) || !self[other].has(.replaceable) {
        refusal = size.contains(other) ? .occupied : .outside
        continue
      }
      if hasFooting(state, at: aim.cell) { return .success(placing) }
    }
    return .failure(refusal)
  }

  /// Whether a block that is about to come would stay; the other half comes with it.
  private func hasFooting(_ state: BlockState, at cell: Cell) -> Bool {
    switch state.kind {
    case .bed: true
    case .door: self[cell.below].traits.wholeFaces & Direction.up.bit != 0
    case .doublePlant: World.isSoil(self[cell.below])
    default: isSupported(state, at: cell)
    }
  }

  /// Adds the other half of doors, beds and tall plants.
  private func completed(_ placing: Placing) -> Placing {
    var placing = placing
    switch placing.state.kind {
    case .door, .doublePlant:
      placing.otherCell = placing.cell.above
      placing.otherState = placing.state.with(.half, PropertyWord.upper)
    case .bed:
      placing.otherCell = placing.cell + placing.state.facing
      placing.otherState = placing.state.with(.part, PropertyWord.head)
    default: break
    }
    return placing
  }
}
