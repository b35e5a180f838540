extension World {
  func fluid(at cell: Cell) -> Fluid {
    let state = self[cell]
    return Fluid(state, traits[Int(state.id)])
  }

  mutating func scheduleWater(_ cell: Cell) {
    ticks.schedule(cell, World.waterSource.traits.block, at: time + 5)
  }

  /// Lava beside or under water turns to stone: a source to obsidian, else cobblestone.
  mutating func meetWater(_ cell: Cell, _ state: BlockState) {
    let touches = Direction.allCases.contains {
      $0 != .down && fluid(at: cell + $0).kind == .water
    }
    if touches {
      change(cell, to: fluid(at: cell).isSource ? World.obsidian : World.cobblestone)
    } else if !isScheduled(cell) {
      schedule(cell, after: 30)
    }
  }

  private static let obsidian: BlockState = "obsidian"
  private static let cobblestone: BlockState = "cobblestone"
  private static let stone: BlockState = "stone"

  /// A fluid's own tick: it finds its level, then spreads.
  mutating func flow(_ cell: Cell) {
    var fluid = fluid(at: cell)
    guard fluid.kind != .none else { return }
    if !fluid.isSource {
      let level = level(of: fluid, at: cell)
      if level != fluid {
        change(cell, to: level.state)
        if level.kind != .none { schedule(cell, after: level.delay) }
        fluid = level
      }
    }
    if fluid.kind != .none { spread(fluid, from: cell) }
  }

  /// What a cell that holds no source ends up with, given what is above and beside it.
  private func level(of fluid: Fluid, at cell: Cell) -> Fluid {
    var highest = 0
    var sources = 0
    for direction in Direction.horizontal {
      let side = self.fluid(at: cell + direction)
      guard side.kind == fluid.kind, isOpen(cell + direction, direction.opposite) else { continue }
      if side.isSource { sources += 1 }
      highest = max(highest, side.amount)
    }
    if fluid.kind == .water, sources >= 2 {
      let below = cell.below
      if self[below].has(.solid) || self.fluid(at: below) == Fluid(.water, amount: 8) {
        return Fluid(.water, amount: 8)
      }
    }
    if self.fluid(at: cell.above).kind == fluid.kind {
      return Fluid(fluid.kind, amount: 8, isFalling: true)
    }
    let amount = highest - fluid.loss
    return amount > 0 ? Fluid(fluid.kind, amount: amount) : Fluid()
  }

  /// Down where it can; to the sides from sources and on the ground.
  private mutating func spread(_ fluid: Fluid, from cell: Cell) {
    let below = cell.below
    if isOpen(cell, .down), canEnter(below, fluid), below.y >= 0 {
      pour(Fluid(fluid.kind, amount: 8, isFalling: true), into: below)
      if sourcesBeside(cell, fluid.kind) < 3 { return }
    } else if !fluid.isSource, isHole(below, fluid.kind) {
      return
    }
    let amount = fluid.isFalling ? 7 : fluid.amount - fluid.loss
    guard amount > 0 else { return }
    let ways = waysDown(from: cell, fluid)
    for direction in Direction.horizontal where ways & direction.bit != 0 {
      let side = cell + direction
      if canEnter(side, fluid) { pour(Fluid(fluid.kind, amount: amount), into: side) }
    }
  }

  private func sourcesBeside(_ cell: Cell, _ kind: Fluid.Kind) -> Int {
    Direction.horizontal.count {
      let side = fluid(at: cell + $0)
      return side.kind == kind && side.isSource
    }
  }

  /// Whether a fluid may leave a cell through a face: the rim of a waterlogged block holds it.
  private func isOpen(_ cell: Cell, _ direction: Direction) -> Bool {
    traits(at: cell).wholeFaces & direction.bit == 0
  }

  /// Whether a fluid may flow into a cell that it does not fill yet.
  private func canEnter(_ cell: Cell, _ fluid: Fluid) -> Bool {
    let traits = traits(at: cell)
    switch traits.kind {
    case .air: return size.contains(cell)
    case .water, .lava:
      let there = self.fluid(at: cell)
      return there.kind != fluid.kind && (fluid.kind == .lava || there.amount < 4)
    default: return traits.flags.contains(.fragile)
    }
  }

  /// Whether a way down may lead through a cell: it can be entered, or has been.
  private func canPass(_ cell: Cell, _ fluid: Fluid) -> Bool {
    if canEnter(cell, fluid) { return true }
    let there = self.fluid(at: cell)
    return there.kind == fluid.kind && !there.isSource
  }

  /// Whether a fluid beside the cell above would fall in here.
  private func isHole(_ cell: Cell, _ kind: Fluid.Kind) -> Bool {
    guard cell.y >= 0 else { return false }
    if fluid(at: cell).kind == kind { return true }
    let traits = traits(at: cell)
    return traits.kind == .air || traits.flags.contains(.fragile)
  }

  private mutating func pour(_ fluid: Fluid, into cell: Cell) {
    let before = self[cell]
    if fluid.kind == .lava, self.fluid(at: cell).kind == .water {
      if fluid.isFalling { change(cell, to: World.stone) }
      return
    }
    if before.has(.fragile) { drop(before, at: cell) }
    change(cell, to: fluid.state)
    if self[cell] == fluid.state { schedule(cell, after: fluid.delay) }
  }

  /// The directions of the nearest drop, or all open ones where there is none in sight, as bits.
  private func waysDown(from cell: Cell, _ fluid: Fluid) -> UInt8 {
    var nearest = Int.max
    var ways: UInt8 = 0
    for direction in Direction.horizontal {
      let side = cell + direction
      guard isOpen(cell, direction), canPass(side, fluid) else { continue }
      let distance =
        isHole(side.below, fluid.kind)
        ? 0 : distanceToDrop(from: side, fluid, cameFrom: direction.opposite, steps: 1)
      if distance < nearest {
        nearest = distance
        ways = 0
      }
      if distance <= nearest { ways |= direction.bit }
    }
    return ways
  }

  private func distanceToDrop(
    from cell: Cell, _ fluid: Fluid, cameFrom: Direction, steps: Int
  ) -> Int {
    var nearest = 1000
    for direction in Direction.horizontal where direction != cameFrom {
      let side = cell + direction
      guard canPass(side, fluid) else { continue }
      if isHole(side.below, fluid.kind) { return steps }
      guard steps < fluid.sight else { continue }
      nearest = min(
        nearest,
        distanceToDrop(from: side, fluid, cameFrom: direction.opposite, steps: steps + 1))
    }
    return nearest
  }
}
