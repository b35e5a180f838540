import VoxelWorld

/// Works a plan out, step by step. Nothing here has an effect on any world.
public struct Evaluation: Sendable {
  /// Cells that may be looked at in all, so that no plan takes long.
  public static let mostWork = 6_000_000
  public static let mostCells = 1 << 21

  private let plan: Plan
  private var volumes: [Volume] = []
  private var work = 0

  /// Works out a plan, or its first steps; throws at the step that cannot be carried out.
  public init(_ plan: Plan, upTo last: Int? = nil) throws(PlanError) {
    self.plan = plan
    try Self.estimate(plan)
    for number in 1..<min(plan.steps.count, last ?? .max) + 1 {
      volumes.append(try evaluate(plan[number], number))
    }
  }

  /// How many steps were worked out.
  var volumeCount: Int { volumes.count }

  /// The cells that a step gives or paints.
  public func volume(of number: Step.Number) -> Volume { volumes[number - 1] }

  private mutating func charge(_ cells: Int, _ number: Int) throws(PlanError) {
    work += cells
    guard cells <= Self.mostCells, work <= Self.mostWork else {
      throw PlanError(line: number + 1, "the plan is too large at step #\(number)")
    }
  }

  private mutating func evaluate(_ step: Step, _ number: Int) throws(PlanError) -> Volume {
    switch step.operation {
    case .shape(let kind, let size, let at):
      try charge(size.x * size.y * size.z, number)
      return Volume(kind, size: size, at: at)
    case .picture(let mask, let at):
      try charge(mask.rows.count * mask.rows[0].utf8.count, number)
      return Volume(mask, at: at)
    case .tile(let input, let count, let by):
      return try tile(volumes[input - 1], count, by, number)
    case .union(let inputs):
      try charge(inputs.reduce(0) { $0 + volumes[$1 - 1].count }, number)
      return inputs.count > 4
        ? Volume(unsorted: inputs.flatMap { volumes[$0 - 1].keys })
        : inputs.dropFirst().reduce(volumes[inputs[0] - 1]) { $0.union(volumes[$1 - 1]) }
    case .assert(let input, let comparison, let count):
      let volume = volumes[input - 1]
      guard comparison.holds(volume.count, count) else {
        throw PlanError(
          line: number + 1,
          "step #\(number) expects a count \(comparison.rawValue) \(count); it is \(volume.count)")
      }
      return volume
    case .build: return Volume(sorted: [])
    default:
      let volume = volumes[step.inputs[0] - 1]
      try charge(volume.count, number)
      return try change(volume, step, number)
    }
  }

  private mutating func change(
    _ volume: Volume, _ step: Step, _ number: Int
  ) throws(PlanError) -> Volume {
    switch step.operation {
    case .shell(_, let thickness, let open):
      try charge(volume.count * thickness, number)
      return volume.shell(thickness: thickness, open: open)
    case .move(_, let by): return try moved(volume, by, number)
    case .turn(_, let quarters): return volume.turned(quarters: quarters)
    case .mirror(_, let axis): return volume.mirrored(axis)
    case .keep(_, let conditions):
      return volume.filtered { cell in
        conditions.allSatisfy { $0.holds(cell, in: volume) }
      }
    case .slice(_, let layers): return volume.filtered { layers.contains($0.y) }
    case .except(_, let other): return volume.subtracting(volumes[other - 1])
    case .intersect(_, let other): return volume.intersection(volumes[other - 1])
    case .attach(_, let host, let relation, let gap):
      guard let vector = volume.vector(to: volumes[host - 1], relation, gap) else {
        throw PlanError(line: number + 1, "step #\(number) puts nothing, or puts it to nothing")
      }
      return try moved(volume, vector, number)
    default: return volume
    }
  }

  private func moved(
    _ volume: Volume, _ by: Cell, _ number: Int
  ) throws(PlanError) -> Volume {
    guard let moved = volume.moved(by: by) else {
      throw PlanError(line: number + 1, "step #\(number) moves cells too far away")
    }
    return moved
  }

  private mutating func tile(
    _ volume: Volume, _ count: Int, _ by: Cell, _ number: Int
  ) throws(PlanError) -> Volume {
    try charge(volume.count * count, number)
    var keys: [Int] = []
    for index in 0..<count {
      let shift = Cell(by.x * index, by.y * index, by.z * index)
      keys.append(contentsOf: try moved(volume, shift, number).keys)
    }
    return Volume(unsorted: keys)
  }
}

extension Condition {
  func holds(_ cell: Cell, in volume: Volume) -> Bool {
    switch self {
    case .compare(let axis, let comparison, let number): comparison.holds(axis.of(cell), number)
    case .every(let axis, let number, let start):
      (((axis.of(cell) - start) % number) + number) % number == 0
    case .face(let direction): !volume.contains(cell + direction)
    }
  }
}

extension Volume {
  /// The way that brings a volume to another one; nil if either is empty.
  func vector(to host: Volume, _ relation: Relation, _ gap: Int) -> Cell? {
    guard let own = bounds, let other = host.bounds else { return nil }
    func centred(_ axis: Axis) -> Int {
      let slack =
        axis.of(other.upper) + axis.of(other.lower) - axis.of(own.upper)
        - axis.of(own.lower)
      return (slack - (slack < 0 ? 1 : 0)) / 2
    }
    var vector = Cell(centred(.x), other.lower.y - own.lower.y, centred(.z))
    switch relation {
    case .on: vector.y = other.upper.y + 1 + gap - own.lower.y
    case .under: vector.y = other.lower.y - 1 - gap - own.upper.y
    case .inside: vector.y += gap
    case .north: vector.z = other.lower.z - 1 - gap - own.upper.z
    case .south: vector.z = other.upper.z + 1 + gap - own.lower.z
    case .west: vector.x = other.lower.x - 1 - gap - own.upper.x
    case .east: vector.x = other.upper.x + 1 + gap - own.lower.x
    }
    return vector
  }
}
