extension World {
  /// The power a block gives to its neighbour in `direction`, 0 ... 15. Dust counts only where
  /// something other than dust asks.
  func weakPower(from cell: Cell, to direction: Direction, countingDust: Bool) -> Int {
    let state = self[cell]
    let traits = traits[Int(state.id)]
    guard traits.flags.contains(.powers) else { return 0 }
    switch traits.kind {
    case .redstoneBlock: return 15
    case .redstoneTorch: return state.flag(.lit) && direction != .down ? 15 : 0
    case .redstoneWallTorch:
      return state.flag(.lit) && direction != state.facing.opposite ? 15 : 0
    case .lever, .button, .plate: return state.flag(.powered) ? 15 : 0
    case .weightedPlate, .target: return state.number(.power)
    case .repeater, .observer:
      return state.flag(.powered) && direction == state.facing.opposite ? 15 : 0
    case .comparator: return direction == state.facing.opposite ? Int(memory[cell]) : 0
    case .redstoneWire:
      guard countingDust, direction != .up else { return 0 }
      if direction.isHorizontal, state.word(.side(direction)) == PropertyWord.none { return 0 }
      return state.number(.power)
    default: return 0
    }
  }

  /// The power a block pushes into a full cube in `direction`, which the cube then gives on.
  func strongPower(from cell: Cell, to direction: Direction, countingDust: Bool) -> Int {
    let state = self[cell]
    let traits = traits[Int(state.id)]
    guard traits.flags.contains(.powers) else { return 0 }
    switch traits.kind {
    case .redstoneTorch, .redstoneWallTorch: return state.flag(.lit) && direction == .up ? 15 : 0
    case .lever, .button:
      return state.flag(.powered) && direction == state.attachedFacing.opposite ? 15 : 0
    case .plate: return state.flag(.powered) && direction == .down ? 15 : 0
    case .weightedPlate: return direction == .down ? state.number(.power) : 0
    case .repeater, .comparator, .observer, .redstoneWire:
      return weakPower(from: cell, to: direction, countingDust: countingDust)
    default: return 0
    }
  }

  /// The power that reaches a cell from its neighbour in `direction`, through it if it is a full
  /// cube.
  func power(at cell: Cell, from direction: Direction, countingDust: Bool = true) -> Int {
    let neighbour = cell + direction
    let flags = traits(at: neighbour).flags
    var best =
      flags.contains(.powers)
      ? weakPower(from: neighbour, to: direction.opposite, countingDust: countingDust) : 0
    guard flags.contains(.conductor) else { return best }
    for side in Direction.notified where best < 15 {
      best = max(
        best,
        strongPower(from: neighbour + side, to: side.opposite, countingDust: countingDust))
    }
    return best
  }

  /// The greatest power that reaches a cell from any side.
  func receivedPower(at cell: Cell, countingDust: Bool = true) -> Int {
    var best = 0
    for direction in Direction.notified where best < 15 {
      best = max(best, power(at: cell, from: direction, countingDust: countingDust))
    }
    return best
  }
}
