extension World {
  /// Works out the power of all dust that is joined to the dirty dust at once, so that the order
  /// of updates inside a wire cannot matter, and tells the listeners where it has changed.
  mutating func updateDust() {
    var network = dust
    network.removeAll()
    for cell in dirtyDust where self[cell].kind == .redstoneWire {
      network.insert(cell, index(of: cell))
    }
    dirtyDust.removeAll(keepingCapacity: true)
    var next = 0
    while next < network.cells.count {
      let cell = network.cells[next]
      forEachJoined(to: cell) { other, _, _ in network.insert(other, index(of: other)) }
      network.power.append(UInt8(receivedPower(at: cell, countingDust: false)))
      next += 1
    }
    share(&network)
    for (number, cell) in network.cells.enumerated() {
      let before = self[cell]
      let after = before.with(.power, Int(network.power[number]))
      guard before != after else { continue }
      write(after, at: cell)
      announceDust(cell)
    }
    dust = network
  }

  /// Lets power run from the strongest dust to the weakest, one less per cell.
  private func share(_ network: inout DustNetwork) {
    for number in network.cells.indices {
      network.levels[Int(network.power[number])].append(Int32(number))
    }
    for level in stride(from: 15, to: 1, by: -1) {
      var position = 0
      while position < network.levels[level].count {
        let number = Int(network.levels[level][position])
        position += 1
        guard Int(network.power[number]) == level else { continue }
        forEachJoined(to: network.cells[number]) { other, _, gives in
          guard gives, let receiver = network.number(index(of: other)),
            Int(network.power[receiver]) < level - 1
          else { return }
          network.power[receiver] = UInt8(level - 1)
          network.levels[level - 1].append(Int32(receiver))
        }
      }
    }
  }

  /// Goes through the dust that is joined to the dust in `cell`: whether it gives power to that
  /// cell, and whether it takes power from there. Up a full cube both ways; up glass or a slab
  /// power only climbs.
  @inline(__always)
  private func forEachJoined(
    to cell: Cell, _ body: (_ other: Cell, _ takes: Bool, _ gives: Bool) -> Void
  ) {
    let isRoofed = traits(at: cell.above).flags.contains(.conductor)
    for direction in Direction.horizontal {
      let side = cell + direction
      let there = traits(at: side)
      if there.kind == .redstoneWire {
        body(side, true, true)
        continue
      }
      let isWall = there.flags.contains(.conductor)
      if !isRoofed, traits(at: side.above).kind == .redstoneWire {
        body(side.above, isWall, true)
      }
      if !isWall, traits(at: side.below).kind == .redstoneWire {
        body(side.below, true, traits(at: cell.below).flags.contains(.conductor))
      }
    }
  }

  /// Tells whatever listens beside dust, or beside a full cube that it powers.
  private mutating func announceDust(_ cell: Cell) {
    for direction in Direction.notified {
      let side = cell + direction
      let flags = traits(at: side).flags
      if flags.contains(.listens), traits(at: side).kind != .redstoneWire {
        notices.append(side, from: direction.opposite)
      }
      guard flags.contains(.conductor), direction != .up else { continue }
      for onward in Direction.notified where onward != direction.opposite {
        let listener = traits(at: side + onward)
        if listener.flags.contains(.listens), listener.kind != .redstoneWire {
          notices.append(side + onward, from: nil)
        }
      }
    }
  }

  /// The shape of dust: which way it is joined, and across if it is joined one way only.
  func connectedWire(_ state: BlockState, at cell: Cell) -> BlockState {
    let wasDot = Direction.horizontal.allSatisfy { state.word(.side($0)) == PropertyWord.none }
    let isRoofed = traits(at: cell.above).flags.contains(.conductor)
    var sides: [PropertyWord] = []
    for direction in Direction.horizontal {
      sides.append(wireSide(at: cell, direction, isRoofed: isRoofed))
    }
    let joined = sides.map { $0 != .none }
    if wasDot, !joined.contains(true) { return state }
    // North, south, west, east: a wire that nothing crosses goes straight on.
    let northSouthIsFree = !joined[0] && !joined[1]
    let westEastIsFree = !joined[2] && !joined[3]
    for index in 0..<4 where !joined[index] {
      if index < 2 ? westEastIsFree : northSouthIsFree { sides[index] = .side }
    }
    return zip(Direction.horizontal, sides).reduce(state) { $0.with(.side($1.0), $1.1) }
  }

  private func wireSide(at cell: Cell, _ direction: Direction, isRoofed: Bool) -> PropertyWord {
    let side = cell + direction
    let there = traits(at: side)
    if !isRoofed, there.wholeFaces & Direction.up.bit != 0,
      traits(at: side.above).kind == .redstoneWire
    {
      return there.wholeFaces & direction.opposite.bit != 0 ? .up : .side
    }
    if attractsWire(self[side], there, direction) { return .side }
    if !there.flags.contains(.conductor), traits(at: side.below).kind == .redstoneWire {
      return .side
    }
    return .none
  }

  /// Whether dust turns towards a block.
  private func attractsWire(
    _ state: BlockState, _ traits: BlockTraits, _ direction: Direction
  ) -> Bool {
    switch traits.kind {
    case .repeater: state.facing.axis == direction.axis
    case .observer: state.facing == direction
    default: traits.flags.contains(.powers)
    }
  }
}
