extension World {
  /// Lets a block that listens to power answer to it.
  mutating func answerPower(_ state: BlockState, at cell: Cell, from: Direction?) {
    switch state.kind {
    case .redstoneTorch, .redstoneWallTorch:
      if state.flag(.lit) == isTorchPowered(state, at: cell), !isScheduled(cell) {
        schedule(cell, after: 2)
      }
    case .repeater: answerRepeater(state, at: cell)
    case .comparator: answerComparator(state, at: cell)
    case .observer:
      if from == state.facing, !state.flag(.powered), !isScheduled(cell) {
        schedule(cell, after: 2)
      }
    case .piston, .stickyPiston: answerPiston(state, at: cell)
    case .lamp: answerLamp(state, at: cell)
    default: answerSwitch(state, at: cell)
    }
  }

  private mutating func answerLamp(_ state: BlockState, at cell: Cell) {
    let isPowered = receivedPower(at: cell) > 0
    if isPowered, !state.flag(.lit) {
      change(cell, to: state.with(.lit, true))
    } else if !isPowered, state.flag(.lit), !isScheduled(cell) {
      schedule(cell, after: 4)
    }
  }

  /// What opens, plays or is switched at once.
  private mutating func answerSwitch(_ state: BlockState, at cell: Cell) {
    switch state.kind {
    case .door:
      let other = state.word(.half) == .lower ? cell.above : cell.below
      let isPowered = receivedPower(at: cell) > 0 || receivedPower(at: other) > 0
      guard isPowered != state.flag(.powered) else { return }
      change(cell, to: state.with(.powered, isPowered).with(.open, isPowered))
      if state.word(.half) == .upper { notify(other, from: nil) }
    case .trapdoor, .gate:
      let isPowered = receivedPower(at: cell) > 0
      guard isPowered != state.flag(.powered) else { return }
      change(cell, to: state.with(.powered, isPowered).with(.open, isPowered))
    case .noteBlock:
      let isPowered = receivedPower(at: cell) > 0
      guard isPowered != state.flag(.powered) else { return }
      if isPowered { play(state, at: cell) }
      change(cell, to: state.with(.powered, isPowered))
    case .poweredRail:
      change(cell, to: state.with(.powered, receivedPower(at: cell) > 0))
    case .dispenser: change(cell, to: state.with(.triggered, receivedPower(at: cell) > 0))
    case .hopper: change(cell, to: state.with(.enabled, receivedPower(at: cell) == 0))
    default: break
    }
  }

  /// Plays a note, unless something lies on the block.
  mutating func play(_ state: BlockState, at cell: Cell) {
    guard self[cell.above].isAir, notes.count < 1024 else { return }
    notes.append(Note(cell: cell, pitch: state.number(.note), time: time))
  }

  private func isTorchPowered(_ state: BlockState, at cell: Cell) -> Bool {
    power(at: cell, from: state.kind == .redstoneTorch ? .down : state.facing.opposite) > 0
  }

  /// A torch goes out when what it hangs on is powered, and burns out when that happens eight times
  /// in 60 ticks.
  mutating func turnTorch(_ cell: Cell, _ state: BlockState) {
    torchFlips.removeAll { time - $0.time > 60 }
    let isPowered = isTorchPowered(state, at: cell)
    if state.flag(.lit), isPowered {
      torchFlips.append(TorchFlip(cell: cell, time: time))
      change(cell, to: state.with(.lit, false))
      if torchFlips.count(where: { $0.cell == cell }) >= 8 { schedule(cell, after: 160) }
    } else if !state.flag(.lit), !isPowered {
      guard torchFlips.count(where: { $0.cell == cell }) < 8 else { return }
      change(cell, to: state.with(.lit, true))
    }
  }

  mutating func turnObserver(_ cell: Cell, _ state: BlockState) {
    let isPowered = state.flag(.powered)
    change(cell, to: state.with(.powered, !isPowered))
    if !isPowered { schedule(cell, after: 2) }
  }

  /// A plate is down as long as a body is on it, looked at every 20 ticks.
  mutating func updatePlate(_ cell: Cell, _ state: BlockState) {
    let zone = Box(ShapeBox(1, 0, 1, 15, 4, 15), in: cell)
    let bodies = occupants.count { $0.overlaps(zone) }
    if state.kind == .plate {
      change(cell, to: state.with(.powered, bodies > 0))
    } else {
      change(cell, to: state.with(.power, min(15, bodies)))
    }
    if bodies > 0 { schedule(cell, after: state.kind == .plate ? 20 : 10) }
  }

  /// Presses the plates that bodies have stepped on. To be called whenever `occupants` changes.
  public mutating func pressPlates() {
    for box in occupants {
      for x in Int(box.x0.rounded(.down))...Int(box.x1.rounded(.down)) {
        for z in Int(box.z0.rounded(.down))...Int(box.z1.rounded(.down)) {
          let cell = Cell(x, Int(box.y0.rounded(.down)), z)
          let state = self[cell]
          guard state.kind == .plate || state.kind == .weightedPlate, !isScheduled(cell) else {
            continue
          }
          updatePlate(cell, state)
          settle()
        }
      }
    }
  }
}
