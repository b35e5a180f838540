/// What is left to do on a site, in the order in which to do it.
///
/// First what is in the way goes, from the top down; then blocks come layer by layer from the
/// ground up, what hangs on others after what it hangs on, and doors last of all.
enum BuildOrder {
  struct Target: Hashable, Sendable {
    let cell: Cell
    /// The state that is wanted; air to empty the cell.
    let wanted: BlockState
    /// What is placed; nil to dig.
    let item: Item?

    var phase: Int { BuildOrder.phase(wanted) }
  }

  /// How late a block comes.
  static func phase(_ state: BlockState) -> Int {
    switch state.kind {
    case .water, .lava: 4
    // What drives circuits comes when they are complete.
    case .door, .gate, .redstoneTorch, .redstoneWallTorch, .lever, .button, .plate,
      .weightedPlate:
      3
    case .torch, .wallTorch, .ladder, .carpet, .sign, .wallSign, .banner, .wallBanner, .lantern,
      .redstoneWire,
      .repeater, .comparator, .rail, .poweredRail, .bed, .candle, .trapdoor, .vine, .snow, .pot,
      .plant, .doublePlant, .sapling, .crop, .sugarCane, .cactus:
      2
    default: 1
    }
  }

  /// Everything that is not as the blueprint wants it.
  ///
  /// - Parameters:
  ///   - origin: where the blueprint's lowest north-western corner lies.
  ///   - leftOver: what the builder has put up for itself and has to take away again.
  static func targets(
    for blueprint: Blueprint, at origin: Cell, in map: borrowing World, leftOver: [Cell]
  ) -> [Target] {
    var digs: [Target] = []
    var places: [(phase: Int, target: Target)] = []
    for y in 0..<blueprint.size.y {
      for z in 0..<blueprint.size.z {
        for x in 0..<blueprint.size.x {
          let local = Cell(x, y, z)
          guard let wanted = blueprint[local] else { continue }
          let cell = local + origin
          let there = map[cell]
          if there.fulfils(wanted) || follows(there, wanted) { continue }
          if isInTheWay(there, wanted) {
            digs.append(Target(cell: cell, wanted: .air, item: nil))
          } else if let item = wanted.placingItem {
            places.append((phase(wanted), Target(cell: cell, wanted: wanted, item: item)))
          }
        }
      }
    }
    for cell in leftOver where !map[cell].isAir {
      digs.append(Target(cell: cell, wanted: .air, item: nil))
    }
    digs.sort { $0.cell.y > $1.cell.y }
    // A stable order: equal phases stay in the order of layers.
    let ordered = (1...4).flatMap { phase in places.filter { $0.phase == phase }.map(\.target) }
    return digs + ordered
  }

  /// Whether a block is the wanted one up to what it takes over from neighbours that are still to
  /// come.
  static func follows(_ there: BlockState, _ wanted: BlockState) -> Bool {
    guard there.traits.block == wanted.traits.block else { return false }
    switch wanted.kind {
    case .fence, .pane, .wall, .redstoneWire: return true
    case .stairs: return there.with(.shape, wanted.word(.shape) ?? .straight).fulfils(wanted)
    case .gate: return there.with(.inWall, wanted.flag(.inWall)).fulfils(wanted)
    default: return false
    }
  }

  /// Whether what stands in a cell has to go before the wanted block can come.
  private static func isInTheWay(_ there: BlockState, _ wanted: BlockState) -> Bool {
    if there.isAir || there.kind.isFluid { return false }
    if wanted.isAir { return true }
    if there.traits.block == wanted.traits.block {
      switch wanted.kind {
      case .slab: return wanted.word(.type) != .double
      case .candle: return there.number(.candles) > wanted.number(.candles)
      case .snow: return there.number(.layers) > wanted.number(.layers)
      case .petals: return there.number(.flowerAmount) > wanted.number(.flowerAmount)
      default: return true
      }
    }
    return !there.has(.replaceable)
  }
}
