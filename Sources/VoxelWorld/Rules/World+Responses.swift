extension World {
  /// Lets a block answer a change beside it.
  mutating func respond(to notice: NoticeQueue.Notice) {
    let cell = notice.cell
    let state = self[cell]
    guard isSupported(state, at: cell) else {
      pop(cell)
      return
    }
    if state.has(.waterlogged) { scheduleWater(cell) }
    let joined = connected(state, at: cell)
    if joined != state { change(cell, to: joined) }
    answer(joined, at: cell, from: notice.from)
  }

  private mutating func answer(_ state: BlockState, at cell: Cell, from: Direction?) {
    switch state.kind {
    case .water: scheduleWater(cell)
    case .lava: meetWater(cell, state)
    case .falling, .anvil: answerFalling(state, at: cell)
    case .farmland, .path:
      if self[cell.above].has(.solid), self[cell.above].kind != .gate {
        change(cell, to: World.dirt)
      }
    case .scaffolding:
      if !isScheduled(cell) { schedule(cell, after: 1) }
    case .redstoneWire: dirtyDust.append(cell)
    default: if state.has(.listens) { answerPower(state, at: cell, from: from) }
    }
  }

  private static let dirt: BlockState = "dirt"
}
