extension World {
  /// The power at a diode's rear, whether or not it comes through a full cube.
  private func rearPower(of state: BlockState, at cell: Cell) -> Int {
    let rear = cell + state.facing
    let wire = self[rear]
    return max(
      power(at: cell, from: state.facing), wire.kind == .redstoneWire ? wire.number(.power) : 0)
  }

  /// A repeater is locked while a powered diode looks at its side.
  func isLocked(_ state: BlockState, at cell: Cell) -> Bool {
    [state.facing.clockwise, state.facing.counterclockwise].contains { side in
      traits(at: cell + side).kind.isDiode
        && weakPower(from: cell + side, to: side.opposite, countingDust: false) > 0
    }
  }

  /// Whether the cell in front holds a diode that does not look back.
  private func facesDiode(_ state: BlockState, at cell: Cell) -> Bool {
    let front = self[cell + state.facing.opposite]
    return front.kind.isDiode && front.facing != state.facing.opposite
  }

  mutating func answerRepeater(_ state: BlockState, at cell: Cell) {
    guard !state.flag(.locked), !isScheduled(cell) else { return }
    let isPowered = state.flag(.powered)
    guard isPowered != (rearPower(of: state, at: cell) > 0) else { return }
    let priority = facesDiode(state, at: cell) ? -3 : isPowered ? -2 : -1
    schedule(cell, after: 2 * state.number(.delay), priority: priority)
  }

  /// A repeater turns to what is behind it; a pulse shorter than its delay still gets through.
  mutating func turnRepeater(_ cell: Cell, _ state: BlockState) {
    guard !state.flag(.locked) else { return }
    let isWanted = rearPower(of: state, at: cell) > 0
    if state.flag(.powered), !isWanted {
      change(cell, to: state.with(.powered, false))
    } else if !state.flag(.powered) {
      change(cell, to: state.with(.powered, true))
      if !isWanted {
        schedule(cell, after: 2 * state.number(.delay), priority: -2)
      }
    }
  }

  mutating func answerComparator(_ state: BlockState, at cell: Cell) {
    guard !isScheduled(cell) else { return }
    let output = comparison(state, at: cell)
    guard output != Int(memory[cell]) || state.flag(.powered) != (output > 0) else { return }
    schedule(cell, after: 2, priority: facesDiode(state, at: cell) ? -1 : 0)
  }

  mutating func turnComparator(_ cell: Cell, _ state: BlockState) {
    let output = comparison(state, at: cell)
    guard output != Int(memory[cell]) || state.flag(.powered) != (output > 0) else { return }
    memory[cell] = UInt8(output)
    let turned = state.with(.powered, output > 0)
    if turned != state {
      change(cell, to: turned)
    } else {
      let front = cell + state.facing.opposite
      notify(front, from: state.facing)
      notifyThroughConductors(around: cell)
    }
  }

  /// The signal of a comparator: the rear if no side is stronger, or the rear less the stronger
  /// side.
  private func comparison(_ state: BlockState, at cell: Cell) -> Int {
    let rear = measuredRear(of: state, at: cell)
    let sides = [state.facing.clockwise, state.facing.counterclockwise]
    let side = sides.reduce(0) { max($0, sidePower(at: cell, from: $1)) }
    if state.word(.mode) == .subtract { return max(0, rear - side) }
    return rear >= side ? rear : 0
  }

  /// The power behind, or how full the container behind is, also through one full cube.
  private func measuredRear(of state: BlockState, at cell: Cell) -> Int {
    let rear = cell + state.facing
    if let fill = fillLevel(at: rear) { return fill }
    let power = rearPower(of: state, at: cell)
    if power < 15, traits(at: rear).flags.contains(.conductor),
      let fill = fillLevel(at: rear + state.facing)
    {
      return max(power, fill)
    }
    return power
  }

  /// Dust, diodes and blocks of redstone beside a comparator count; nothing else does.
  private func sidePower(at cell: Cell, from direction: Direction) -> Int {
    let neighbour = cell + direction
    let state = self[neighbour]
    switch state.kind {
    case .redstoneBlock: return 15
    case .redstoneWire: return state.number(.power)
    case .repeater, .comparator:
      return weakPower(from: neighbour, to: direction.opposite, countingDust: true)
    default: return 0
    }
  }

  /// What a comparator reads off a block; nil for blocks that it cannot read.
  private func fillLevel(at cell: Cell) -> Int? {
    let state = self[cell]
    switch state.kind {
    case .cake: return 14 - 2 * state.number(.bites)
    case .cauldron: return state.block.name == "lava_cauldron" ? 3 : 0
    case .waterCauldron, .composter: return state.number(.level)
    case .beehive: return state.number(.honeyLevel)
    case .jukebox: return state.flag(.hasRecord) ? 15 : 0
    case .chest, .barrel, .hopper, .dispenser, .furnace: return Int(memory[cell])
    default: return nil
    }
  }

  /// Tells the rules how full a container is, as a comparator reads it, 0 ... 15.
  public mutating func setFillLevel(_ level: Int, at cell: Cell) {
    memory[cell] = UInt8(clamping: min(15, level))
    for direction in Direction.horizontal {
      notify(cell + direction, from: direction.opposite)
      if traits(at: cell + direction).flags.contains(.conductor) {
        notify(cell + direction + direction, from: nil)
      }
    }
    settle()
  }
}
