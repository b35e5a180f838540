import VoxelWorld

extension Plan {
  /// The plan with one more thing at some cells, painted after everything else.
  func adding(_ state: BlockState, at cells: [Cell], part: String) -> Plan {
    guard case .build(let inputs, let order)? = steps.last?.operation, !cells.isEmpty,
      steps.count + 2 * cells.count < Plan.mostSteps
    else { return self }
    var steps = Array(steps.dropLast())
    var painted = inputs
    for cell in cells {
      steps.append(Step(.shape(.box, size: Cell(1, 1, 1), at: cell)))
      steps.append(Step(.furnish(steps.count, state, part: part)))
      painted.append(steps.count)
    }
    steps.append(Step(.build(painted, order)))
    return Plan(trusted: name, steps)
  }
}
