extension World {
  /// The most blocks a piston pushes.
  static let longestPush = 12
  /// Ticks that a push or a pull takes.
  private static let travel = 2

  mutating func answerPiston(_ state: BlockState, at cell: Cell) {
    let isExtended = state.flag(.extended)
    if isExtended, !isScheduled(cell) {
      let front = self[cell + state.facing].kind
      if front != .pistonHead, front != .movingPiston {
        pop(cell)
        return
      }
    }
    guard isPistonPowered(state, at: cell) != isExtended, !isScheduled(cell) else { return }
    if isExtended || pushLength(from: cell, state.facing) != nil {
      schedule(cell, after: 0, priority: 3)
    }
  }

  private func isPistonPowered(_ state: BlockState, at cell: Cell) -> Bool {
    for direction in Direction.notified
    where direction != state.facing && power(at: cell, from: direction) > 0 {
      return true
    }
    return settings.quasiConnectivity && receivedPower(at: cell.above) > 0
  }

  mutating func drivePiston(_ cell: Cell, _ state: BlockState) {
    let isPowered = isPistonPowered(state, at: cell)
    if isPowered, !state.flag(.extended) {
      extend(cell, state)
    } else if !isPowered, state.flag(.extended) {
      retract(cell, state)
    }
  }

  /// How many blocks stand in a row before the first cell that gives way; nil if the row is too
  /// long or cannot be moved.
  private func pushLength(from piston: Cell, _ direction: Direction) -> Int? {
    var cell = piston + direction
    for length in 0...World.longestPush {
      let state = self[cell]
      if !size.contains(cell) { return nil }
      if state.isAir || givesWay(state) { return length }
      guard isMovable(state) else { return nil }
      cell = cell + direction
    }
    return nil
  }

  /// Whether a piston breaks the block rather than moving it.
  private func givesWay(_ state: BlockState) -> Bool {
    switch state.kind {
    case .water, .lava, .door, .bed, .ladder, .lantern, .cake, .sugarCane, .cactus, .sign,
      .wallSign, .banner, .wallBanner, .leaves, .scaffolding:
      true
    default: state.has(.fragile) || state.has(.replaceable)
    }
  }

  private func isMovable(_ state: BlockState) -> Bool {
    let block = state.block
    guard block.hardness >= 0, block.harvestLevel < 3 else { return false }
    switch block.kind {
    case .chest, .enderChest, .furnace, .barrel, .dispenser, .hopper, .enchantingTable, .beehive,
      .jukebox, .lectern, .campfire, .pistonHead, .movingPiston:
      return false
    case .piston, .stickyPiston: return !state.flag(.extended)
    default: return true
    }
  }

  private mutating func extend(_ cell: Cell, _ state: BlockState) {
    let direction = state.facing
    guard let length = pushLength(from: cell, direction) else { return }
    var row: [Cell] = [cell]
    for _ in 0...length { row.append(row[row.count - 1] + direction) }
    let last = row[length + 1]
    if !self[last].isAir { pop(last) }
    for number in stride(from: length, to: 0, by: -1) {
      depart(self[row[number]], from: row[number], to: row[number + 1], piston: cell)
    }
    let isSticky = state.kind == .stickyPiston
    let head = World.head.with(.facing, direction)
      .with(.type, isSticky ? PropertyWord.sticky : .normal)
    change(cell, to: state.with(.extended, true))
    startTravelling(head, to: row[1], piston: cell)
  }

  private mutating func retract(_ cell: Cell, _ state: BlockState) {
    let front = cell + state.facing
    let beyond = front + state.facing
    // A load that is still being pushed is let go; one that lies there is pulled, however short the
    // pulse was.
    let isUnderWay = travelling.contains { $0.piston == cell && $0.cell == beyond }
    arrive(ofPiston: cell)
    change(front, to: .air)
    let load = self[beyond]
    startTravelling(state.with(.extended, false), to: cell, piston: cell)
    guard state.kind == .stickyPiston, !isUnderWay, isPulled(load) else { return }
    depart(load, from: beyond, to: front, piston: cell)
  }

  private func isPulled(_ state: BlockState) -> Bool {
    !state.isAir && !givesWay(state) && isMovable(state)
      && !state.block.name.hasSuffix("glazed_terracotta")
  }

  /// Sends a block on its way and leaves its cell empty.
  private mutating func depart(
    _ state: BlockState, from: Cell, to: Cell, piston: Cell
  ) {
    startTravelling(state, to: to, piston: piston)
    change(from, to: .air)
  }

  private mutating func startTravelling(_ state: BlockState, to cell: Cell, piston: Cell) {
    travelling.append(
      TravellingBlock(cell: cell, state: state, piston: piston, due: time + World.travel))
    change(cell, to: World.moving.with(.facing, state.facing))
  }

  private static let head: BlockState = "piston_head"
  private static let moving: BlockState = "moving_piston"

  /// Puts down what has reached its cell.
  mutating func arrive() {
    let due = travelling.filter { $0.due <= time }
    guard !due.isEmpty else { return }
    travelling.removeAll { $0.due <= time }
    for block in due { putDown(block) }
    settle()
  }

  /// Puts down whatever a piston is moving, at once.
  private mutating func arrive(ofPiston piston: Cell) {
    let moving = travelling.filter { $0.piston == piston }
    travelling.removeAll { $0.piston == piston }
    for block in moving { putDown(block) }
  }

  private mutating func putDown(_ block: TravellingBlock) {
    guard self[block.cell].kind == .movingPiston else { return }
    change(block.cell, to: block.state)
  }
}
