extension World {
  /// Uses a block as a hand does: turns levers, presses buttons, opens wooden doors, sets
  /// repeaters, comparators and note blocks.
  ///
  /// - Returns: whether the block has a use; if not, the hand may place something instead.
  @discardableResult
  public mutating func use(_ cell: Cell) -> Bool {
    let state = self[cell]
    switch state.kind {
    case .lever: set(state.with(.powered, !state.flag(.powered)), at: cell)
    case .button: press(cell, state)
    case .door, .trapdoor:
      // What is made of iron answers to redstone alone.
      guard state.block.tool == .axe else { return false }
      let isUpper = state.kind == .door && state.word(.half) == .upper
      let lower = isUpper ? cell.below : cell
      set(self[lower].with(.open, !state.flag(.open)), at: lower)
    case .gate: set(state.with(.open, !state.flag(.open)), at: cell)
    case .repeater: set(state.with(.delay, state.number(.delay) % 4 + 1), at: cell)
    case .comparator:
      let isSubtracting = state.word(.mode) == .subtract
      set(state.with(.mode, isSubtracting ? PropertyWord.compare : .subtract), at: cell)
      notify(cell, from: nil)
      settle()
    case .noteBlock:
      let tuned = state.with(.note, (state.number(.note) + 1) % 25)
      set(tuned, at: cell)
      play(tuned, at: cell)
    case .redstoneWire: return toggleDot(cell, state)
    case .cake:
      let bites = state.number(.bites)
      set(bites < 6 ? state.with(.bites, bites + 1) : .air, at: cell)
    case .chest, .furnace, .barrel, .enderChest, .hopper, .dispenser, .jukebox: break
    case .cube where state.id == World.craftingTable.id: break
    default: return false
    }
    return true
  }

  private static let craftingTable: BlockState = "crafting_table"

  /// A stone button stays in for 20 ticks, a wooden one for 30.
  private mutating func press(_ cell: Cell, _ state: BlockState) {
    guard !state.flag(.powered) else { return }
    set(state.with(.powered, true), at: cell)
    schedule(cell, after: state.block.tool == .axe ? 30 : 20)
  }

  /// Dust that nothing is joined to is a cross or a dot.
  private mutating func toggleDot(_ cell: Cell, _ state: BlockState) -> Bool {
    let sides = Direction.horizontal.map { state.word(.side($0)) ?? .none }
    let isDot = sides.allSatisfy { $0 == .none }
    guard isDot || sides.allSatisfy({ $0 == .side }) else { return false }
    let turned = Direction.horizontal.reduce(state) {
      $0.with(.side($1), isDot ? PropertyWord.side : .none)
    }
    let shaped = isDot ? turned : connectedWire(turned, at: cell)
    guard shaped != state else { return false }
    set(shaped, at: cell)
    return true
  }
}
