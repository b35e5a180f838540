/// The water or lava in a cell.
struct Fluid: Hashable, Sendable {
  enum Kind: UInt8, Sendable { case none, water, lava }

  var kind = Kind.none
  /// Eighths of a full cell: 8 for a source and for what falls.
  var amount = 0
  var isFalling = false
  var isSource: Bool { amount == 8 && !isFalling }

  init() {}

  init(_ kind: Kind, amount: Int, isFalling: Bool = false) {
    self.kind = kind
    self.amount = amount
    self.isFalling = isFalling
  }

  init(_ state: BlockState, _ traits: BlockTraits) {
    switch traits.kind {
    case .water, .lava:
      let level = state.number(.level)
      kind = traits.kind == .water ? .water : .lava
      amount = level == 0 || level >= 8 ? 8 : 8 - level
      isFalling = level >= 8
    default:
      if traits.flags.contains(.waterlogged) {
        kind = .water
        amount = 8
      }
    }
  }

  /// The state of a cell that holds this fluid and nothing else.
  var state: BlockState {
    switch kind {
    case .none: .air
    case .water: Fluid.water.with(.level, isFalling ? 8 : (8 - amount) & 7)
    case .lava: Fluid.lava.with(.level, isFalling ? 8 : (8 - amount) & 7)
    }
  }

  private static let water: BlockState = "water"
  private static let lava: BlockState = "lava"

  /// What is lost from cell to cell on the level: water goes 7 cells from a source, lava 3.
  var loss: Int { kind == .lava ? 2 : 1 }
  /// Ticks from cell to cell.
  var delay: Int { kind == .lava ? 30 : 5 }
  /// How far away a drop attracts the flow.
  var sight: Int { kind == .lava ? 2 : 4 }

  /// The height of the surface above the floor of the cell, in blocks.
  var height: Double { Double(amount) / 9 }
}
