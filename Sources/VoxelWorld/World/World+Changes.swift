extension World {
  /// Puts a state into a cell and lets everything that depends on it follow, as far as that does
  /// not take time. Cells outside stay as they are.
  public mutating func set(_ state: BlockState, at cell: Cell) {
    change(cell, to: state)
    settle()
  }

  /// Writes a state and queues whoever must hear of it.
  mutating func change(_ cell: Cell, to state: BlockState) {
    guard size.contains(cell) else { return }
    let before = write(state, at: cell)
    guard before != state else { return }
    let old = traits[Int(before.id)]
    let new = traits[Int(state.id)]
    light?.blockChanged(at: cell, from: old, to: new)
    if old.kind != new.kind {
      memory[cell] = 0
      if World.isContainer(old.kind) { spill(cell) }
    }
    if new.flags.contains(.heeds) { notices.append(cell, from: nil) }
    for direction in Direction.notified { notify(cell + direction, from: direction.opposite) }
    if old.kind == .redstoneWire || new.kind == .redstoneWire { notifyDiagonally(from: cell) }
    let isElectric =
      old.flags.contains(.powers) || new.flags.contains(.powers)
      || old.flags.contains(.conductor) != new.flags.contains(.conductor)
    if isElectric { notifyThroughConductors(around: cell) }
  }

  /// Queues a notice, if what stands there heeds any.
  @inline(__always)
  mutating func notify(_ cell: Cell, from direction: Direction?) {
    if traits(at: cell).flags.contains(.heeds) { notices.append(cell, from: direction) }
  }

  /// Tells the dust one step up or down a side: it may be joined to this cell's.
  private mutating func notifyDiagonally(from cell: Cell) {
    for direction in Direction.horizontal {
      let upper = cell.above + direction
      if traits(at: upper).kind == .redstoneWire { notices.append(upper, from: nil) }
      let lower = cell.below + direction
      if traits(at: lower).kind == .redstoneWire { notices.append(lower, from: nil) }
    }
  }

  /// Tells the listeners two cells away: power goes through one full cube.
  mutating func notifyThroughConductors(around cell: Cell) {
    for direction in Direction.notified {
      let between = cell + direction
      guard traits(at: between).flags.contains(.conductor) else { continue }
      for onward in Direction.notified where onward != direction.opposite {
        let listener = between + onward
        if traits(at: listener).flags.contains(.listens) { notices.append(listener, from: nil) }
      }
    }
  }

  /// Works off the queues. A circuit that would go on for ever within one tick is cut off.
  mutating func settle() {
    var left = World.mostNotices
    while left > 0 {
      while left > 0, let notice = notices.pop() {
        respond(to: notice)
        left -= 1
      }
      guard !dirtyDust.isEmpty else { return }
      updateDust()
    }
    notices.removeAll()
    dirtyDust.removeAll(keepingCapacity: true)
  }

  private static let mostNotices = 1 << 22

  /// Breaks a block without anybody's doing and lets it drop.
  mutating func pop(_ cell: Cell) {
    let state = self[cell]
    if drops(alone: state) { drop(state, at: cell) }
    change(cell, to: state.has(.waterlogged) ? World.waterSource : .air)
  }

  /// Whether this part of a thing of two parts is the one that leaves an item.
  private func drops(alone state: BlockState) -> Bool {
    switch state.kind {
    case .door, .doublePlant: state.word(.half) == .lower
    case .bed: state.word(.part) == .foot
    default: true
    }
  }

  /// Leaves the item of a block in its cell.
  mutating func drop(_ state: BlockState, at cell: Cell) {
    guard settings.drops, drops.count < World.mostDrops else { return }
    let name = state.block.drop
    guard !name.isEmpty, let item = Item(named: name) else { return }
    let count = state.kind == .slab && state.word(.type) == .double ? 2 : 1
    drops.append(Drop(item: item, count: count, cell: cell))
  }

  static let mostDrops = 4096

  static let waterSource: BlockState = "water"
}
