extension World {
  /// Ticks from losing the ground to falling.
  private static let fallDelay = 2

  /// Sand that touches air below falls soon; concrete powder that touches water sets.
  mutating func answerFalling(_ state: BlockState, at cell: Cell) {
    if let solid = hardened(state, at: cell) {
      change(cell, to: solid)
    } else if !isScheduled(cell), canFall(into: cell.below) {
      schedule(cell, after: World.fallDelay)
    }
  }

  func canFall(into cell: Cell) -> Bool {
    guard cell.y >= 0 else { return false }
    let traits = traits(at: cell)
    return traits.kind == .air || traits.kind.isFluid || traits.kind == .fire
      || traits.flags.contains(.replaceable)
  }

  mutating func startFalling(_ cell: Cell, _ state: BlockState) {
    guard canFall(into: cell.below) else { return }
    falling.append(
      FallingBlock(state: state, x: cell.x, z: cell.z, height: Double(cell.y)))
    change(cell, to: .air)
  }

  /// Moves everything that falls: 0.04 blocks per tick faster every tick, then 2 % slower.
  mutating func fall() {
    var stillFalling: [FallingBlock] = []
    let moving = falling
    falling = []
    for var block in moving {
      block.speed -= 0.04
      let goal = block.height + block.speed
      var cell = Cell(block.x, Int(block.height.rounded(.up)), block.z)
      while Double(cell.y) > goal, floor(at: cell.below) == 0, cell.y > 0 { cell = cell.below }
      if Double(cell.y) > goal {
        // Half a block high, a slab holds what falls inside its own cell.
        let isInside = floor(at: cell.below) < 0.8
        land(block.state, at: cell.y > 0 && isInside ? cell.below : cell)
      } else {
        block.height = goal
        block.speed *= 0.98
        stillFalling.append(block)
      }
      settle()
    }
    falling = stillFalling + falling
  }

  /// How high something in a cell stops what falls, in blocks.
  private func floor(at cell: Cell) -> Double {
    BlockTable.standard.boxes(ofShape: traits(at: cell).collision).reduce(0) { max($0, $1.y1) }
  }

  private mutating func land(_ state: BlockState, at cell: Cell) {
    if self[cell].has(.replaceable) {
      let solid = hardened(state, at: cell)
      change(cell, to: solid ?? state)
    } else {
      drop(state, at: cell)
    }
  }

  /// What concrete powder becomes in or beside water; nil if it stays.
  private func hardened(_ state: BlockState, at cell: Cell) -> BlockState? {
    guard state.kind == .falling else { return nil }
    let isWet =
      fluid(at: cell).kind == .water
      || Direction.allCases.contains { $0 != .down && fluid(at: cell + $0).kind == .water }
    guard isWet else { return nil }
    let name = state.block.name
    guard name.hasSuffix("_powder") else { return nil }
    return BlockTable.standard.block(named: String(name.dropLast(7)))?.usual
  }

  /// The distance of scaffolding from its support, and its fall at 7.
  mutating func settleScaffolding(_ cell: Cell, _ state: BlockState) {
    let distance = scaffoldingDistance(at: cell)
    guard distance < 7 else {
      pop(cell)
      return
    }
    let isBottom = distance > 0 && self[cell.below].kind != .scaffolding
    change(cell, to: state.with(.distance, distance).with(.bottom, isBottom))
  }

  /// 0 on solid ground, as below on scaffolding, else one more than the nearest beside; at most 7.
  func scaffoldingDistance(at cell: Cell) -> Int {
    let below = self[cell.below]
    if below.kind == .scaffolding { return below.number(.distance) }
    if below.traits.wholeFaces & Direction.up.bit != 0 { return 0 }
    return Direction.horizontal.reduce(7) { least, direction in
      let side = self[cell + direction]
      return side.kind == .scaffolding ? min(least, side.number(.distance) + 1) : least
    }
  }
}
