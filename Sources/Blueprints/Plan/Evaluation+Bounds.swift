extension Evaluation {
  /// The most cells that steps of a plan can come to by their words alone, so that what is absurd is
  /// refused before a single cell is looked at.
  private static let mostImaginable = 16 * mostWork

  /// Throws `PlanError` at the first step that is absurd.
  static func estimate(_ plan: Plan) throws(PlanError) {
    var counts: [Int] = []
    for (index, step) in plan.steps.enumerated() {
      let count = bound(step) { counts[$0 - 1] }
      guard count <= mostImaginable else {
        throw PlanError(line: index + 2, "the plan is too large at step #\(index + 1)")
      }
      counts.append(count)
    }
  }

  /// No more cells than that come of a step, given those of its inputs.
  private static func bound(_ step: Step, _ count: (Step.Number) -> Int) -> Int {
    switch step.operation {
    case .shape(_, let size, _): size.x * size.y * size.z
    case .picture(let mask, _): mask.rows.count * mask.rows[0].utf8.count
    case .tile(let input, let copies, _): count(input) * copies
    case .union(let inputs): inputs.reduce(0) { $0 + min(count($1), mostImaginable) }
    case .build: 0
    default: count(step.inputs[0])
    }
  }
}
