import VoxelWorld

/// One line of a plan. Steps are numbered from 1 in the order in which they stand.
public struct Step: Hashable, Sendable {
  public typealias Number = Int

  /// What a step does.
  public enum Operation: Hashable, Sendable {
    /// A solid in a box of a size with its lower corner at a cell.
    case shape(ShapeKind, size: Cell, at: Cell)
    case picture(Mask, at: Cell)
    case shell(Number, thickness: Int, open: Opening)
    case move(Number, by: Cell)
    case turn(Number, quarters: Int)
    case mirror(Number, Axis)
    case tile(Number, count: Int, step: Cell)
    case keep(Number, [Condition])
    case slice(Number, ClosedRange<Int>)
    case union([Number])
    case except(Number, Number)
    case intersect(Number, Number)
    /// The first volume, moved to touch the second one on a side, a gap away, centred on it.
    case attach(Number, to: Number, Relation, gap: Int)
    /// All cells of a volume get a block.
    case paint(Number, BlockState, part: String)
    /// Every cell of a volume gets a thing: a door, a bed, a lantern, whole.
    case furnish(Number, BlockState, part: String)
    case assert(Number, Comparison, Int)
    case build([Number], BuildingOrder)
  }

  /// What a step gives.
  public enum Kind: String, Sendable { case volume, painted, building }

  public var operation: Operation

  public init(_ operation: Operation) { self.operation = operation }

  /// The steps whose results it takes.
  public var inputs: [Number] {
    switch operation {
    case .shape, .picture: []
    case .shell(let a, _, _), .move(let a, _), .turn(let a, _), .mirror(let a, _),
      .tile(let a, _, _), .keep(let a, _), .slice(let a, _), .paint(let a, _, _),
      .furnish(let a, _, _), .assert(let a, _, _):
      [a]
    case .except(let a, let b), .intersect(let a, let b), .attach(let a, let b, _, _): [a, b]
    case .union(let all), .build(let all, _): all
    }
  }

  /// What it takes: volumes, except for what is built.
  var takes: Kind {
    if case .build = operation { return .painted }
    return .volume
  }

  public var kind: Kind {
    switch operation {
    case .paint, .furnish: .painted
    case .build: .building
    default: .volume
    }
  }

  /// The part it paints, if it paints.
  public var part: String? {
    switch operation {
    case .paint(_, _, let part), .furnish(_, _, let part): part
    default: nil
    }
  }
}
