import VoxelWorld

/// What is to be built, one step a line: volumes are shaped and combined, painted with blocks and
/// named as parts, and built by the last step.
///
/// The frame: x to the east, y up, z to the south; y = 0 is the first layer above the ground of the
/// site. Plans come from `Plan(parsing:)` or from a `PlanWriter`, and are well formed: references
/// point back to steps of the right kind, the last step and no other builds, and every other step
/// is used.
public struct Plan: Hashable, Sendable {
  public static let mostSteps = 20_000

  public let name: String
  public let steps: [Step]

  /// A plan that is known to be well formed.
  init(trusted name: String, _ steps: [Step]) {
    self.name = name
    self.steps = steps
  }

  /// The step with a number.
  public subscript(number: Step.Number) -> Step { steps[number - 1] }

  /// The names of the parts, each once, in the order of the steps.
  public var parts: [String] {
    var seen = Set<String>()
    return steps.compactMap(\.part).filter { seen.insert($0).inserted }
  }
}
