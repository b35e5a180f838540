extension World {
  /// Advances by a twentieth of a second: what is due happens in the order in which it was
  /// scheduled, then pistons arrive and things fall.
  public mutating func tick() {
    time += 1
    while let tick = ticks.pop(dueBy: time) {
      let state = self[tick.cell]
      let isWater = tick.block == World.waterSource.traits.block
      guard state.traits.block == tick.block || isWater && state.has(.waterlogged) else { continue }
      if isWater { flow(tick.cell) } else { act(tick.cell, state) }
      settle()
    }
    if !travelling.isEmpty { arrive() }
    if !falling.isEmpty { fall() }
  }

  /// Advances by several ticks.
  public mutating func tick(_ count: Int) {
    for _ in 0..<count { tick() }
  }

  /// Schedules a cell's own tick.
  mutating func schedule(_ cell: Cell, after delay: Int, priority: Int = 0) {
    ticks.schedule(cell, traits(at: cell).block, at: time + delay, priority: priority)
  }

  func isScheduled(_ cell: Cell) -> Bool { ticks.isPending(cell, traits(at: cell).block) }

  /// What a block does when its tick is due.
  private mutating func act(_ cell: Cell, _ state: BlockState) {
    switch state.kind {
    case .lava: flow(cell)
    case .falling, .anvil: startFalling(cell, state)
    case .scaffolding: settleScaffolding(cell, state)
    case .redstoneTorch, .redstoneWallTorch: turnTorch(cell, state)
    case .repeater: turnRepeater(cell, state)
    case .comparator: turnComparator(cell, state)
    case .observer: turnObserver(cell, state)
    case .lamp:
      if state.flag(.lit), receivedPower(at: cell) == 0 {
        change(cell, to: state.with(.lit, false))
      }
    case .button: change(cell, to: state.with(.powered, false))
    case .plate, .weightedPlate: updatePlate(cell, state)
    case .piston, .stickyPiston: drivePiston(cell, state)
    default: break
    }
  }
}
