import Arena

/// A skill as a controller has it at hand.
public struct ControlledSkill: Sendable {
  public let name: String
  public let roles: [ControllerManifest.Role]
  /// The style it belongs to; empty if it fits all.
  public let style: String
  /// The kind of act it answers; empty if any.
  public let trait: String
  /// Does it.
  var policy: any Policy
  /// What it can be expected to do; nil if it was never measured.
  var record: SkillRecord?

  /// - Parameters:
  ///   - policy: does it; must sit in the controller's seat.
  ///   - table: what measuring it gave.
  public init(
    _ choice: ControllerManifest.SkillChoice, policy: any Policy, table: SkillTable?,
    settings: DescriptorSettings
  ) {
    name = choice.name
    roles = choice.roles
    style = choice.style
    trait = choice.trait
    self.policy = policy
    record = table.map { SkillRecord($0, settings: settings) }
  }

  mutating func estimate(_ key: Span<Float>) -> Estimate {
    record?.estimate(key) ?? .unknown
  }
}
