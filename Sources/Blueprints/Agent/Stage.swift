import VoxelWorld

/// How late in building a block comes: bodies first, then what hangs on them, then doors, and
/// what flows last.
enum Stage: Int, CaseIterable, Sendable {
  case body, attachment, electric, door, fluid

  init(_ state: BlockState) {
    switch state.kind {
    case .door, .gate: self = .door
    case .water, .lava: self = .fluid
    case .redstoneTorch, .redstoneWallTorch, .lever, .button, .plate, .weightedPlate:
      self = .electric
    case .torch, .wallTorch, .ladder, .carpet, .sign, .wallSign, .banner, .wallBanner, .lantern,
      .redstoneWire, .repeater, .comparator, .rail, .poweredRail, .bed, .candle, .trapdoor, .vine,
      .snow, .pot, .plant, .doublePlant, .sapling, .crop, .beetroots, .netherWart, .sugarCane,
      .cactus, .bush, .petals, .lilyPad, .azalea:
      self = .attachment
    default: self = .body
    }
  }

  /// The cells of a construction that hold something, stage by stage, each from the ground up.
  static func ordered(_ construction: Construction) -> [(cell: Cell, state: BlockState)] {
    var stages = [[(cell: Cell, state: BlockState)]](repeating: [], count: allCases.count)
    construction.blueprint.forEachCell { cell, state in
      guard !state.isAir else { return }
      stages[Stage(state).rawValue].append((cell + construction.origin, state))
    }
    return stages.flatMap { $0 }
  }
}

extension Stage {
  /// The order in which hands can work: layer by layer, in each what hangs after what it hangs on;
  /// then doors, since they are the way in, and what flows last.
  static func layered(_ construction: Construction) -> [(cell: Cell, state: BlockState)] {
    var layers: [(order: Int, cell: Cell, state: BlockState)] = []
    construction.blueprint.forEachCell { cell, state in
      guard !state.isAir, !state.isSecondHalf else { return }
      let stage = Stage(state)
      let isLate = stage == .door || stage == .fluid
      let order = isLate ? (1 << 20) * stage.rawValue + cell.y : cell.y * 8 + stage.rawValue
      layers.append((order, cell + construction.origin, state))
    }
    return layers.enumerated().sorted {
      ($0.element.order, $0.offset) < ($1.element.order, $1.offset)
    }
    .map { ($0.element.cell, $0.element.state) }
  }
}

extension BlockState {
  /// Whether it is the half of a thing that comes with the other one.
  var isSecondHalf: Bool {
    switch kind {
    case .door, .doublePlant: word(.half) == .upper
    case .bed: word(.part) == .head
    default: false
    }
  }
}
