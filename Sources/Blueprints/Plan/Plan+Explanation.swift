import VoxelWorld

extension Plan {
  /// One plain sentence for each step.
  public var explanation: [String] {
    steps.enumerated().map { "Step \($0 + 1) " + $1.sentence + "." }
  }
}

extension Step {
  /// What the step does, in words.
  fileprivate var sentence: String {
    switch operation {
    case .shape(let kind, let size, let at):
      "takes a \(kind.rawValue) \(size.x) wide, \(size.y) high and \(size.z) deep at "
        + Self.place(at)
    case .picture(let mask, let at):
      "draws a picture \(mask.rows[0].utf8.count) by \(mask.rows.count) at \(Self.place(at))"
    case .shell(let a, let thickness, let open):
      "keeps a skin \(thickness) thick of step \(a), with "
        + (open == .none ? "no side open" : "the \(open.rawValue) open")
    case .move(let a, let by): "moves step \(a) by \(Self.place(by))"
    case .turn(let a, let quarters): "turns step \(a) clockwise by \(quarters) quarters"
    case .mirror(let a, let axis): "mirrors step \(a) along \(axis.rawValue)"
    case .tile(let a, let count, let step):
      "repeats step \(a) so that there are \(count), \(Self.place(step)) apart"
    case .keep(let a, let conditions):
      "keeps the cells of step \(a) where "
        + conditions.map(\.description).joined(separator: " and ")
    case .slice(let a, let layers):
      "keeps layers \(layers.lowerBound) to \(layers.upperBound) of step \(a)"
    case .union(let all): "joins steps " + all.map(String.init).joined(separator: ", ")
    case .except(let a, let b): "takes step \(b) out of step \(a)"
    case .intersect(let a, let b): "keeps what steps \(a) and \(b) share"
    case .attach(let a, let b, let relation, let gap):
      "puts step \(a) \(relation.phrase) step \(b)" + (gap == 0 ? "" : " with a gap of \(gap)")
    case .paint(let a, let state, let part):
      state.isAir
        ? "empties step \(a) for \(part)"
        : "makes step \(a) of \(state.planText) as \(part)"
    case .furnish(let a, let state, let part): "puts \(state.planText) at step \(a) as \(part)"
    case .assert(let a, let comparison, let count):
      "demands that step \(a) has a number of cells \(comparison.rawValue) \(count)"
    case .build(let all, let order):
      "builds the \(all.count) painted steps "
        + (order == .support ? "from the ground up" : "in the order given")
    }
  }

  private static func place(_ cell: Cell) -> String { "(\(cell.x), \(cell.y), \(cell.z))" }
}

extension Relation {
  fileprivate var phrase: String {
    switch self {
    case .on: "on"
    case .under: "under"
    case .inside: "inside"
    case .north, .south, .west, .east: "to the \(rawValue) of"
    }
  }
}
