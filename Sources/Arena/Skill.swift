/// A policy that does one thing, knows what it is good for, and has been measured doing it.
public protocol Skill: Policy {
  /// What the skill is for and how it has performed: measured, never typed in.
  var descriptor: SkillDescriptor { get }

  /// How well the skill would do if it were started on this observation. Pure: asking changes
  /// nothing.
  func estimate(from observation: Span<Float>) -> Estimate

  /// Whether a controller may take over now.
  var isInterruptible: Bool { get }
}

/// A skill's record.
public struct SkillDescriptor: Hashable, Sendable, Codable {
  /// The catalog name.
  public let name: String
  /// What the skill is for, one sentence.
  public let summary: String
  /// How many trials the measures rest on; 0 for a skill that has not been measured yet.
  public let trials: Int
  /// What the trials gave.
  public let measures: [Measure]
  /// The scenario, seed and number of episodes it was measured with; empty if it has not been.
  public let measuredWith: String

  public init(
    name: String, summary: String, trials: Int = 0, measures: [Measure] = [],
    measuredWith: String = ""
  ) {
    self.name = name
    self.summary = summary
    self.trials = trials
    self.measures = measures
    self.measuredWith = measuredWith
  }

  /// The mean and spread of one outcome over the trials.
  public struct Measure: Hashable, Sendable, Codable {
    /// The name of the outcome field.
    public let name: String
    public let mean: Double
    /// The standard deviation over trials.
    public let deviation: Double
    public let unit: String

    public init(name: String, mean: Double, deviation: Double, unit: String) {
      self.name = name
      self.mean = mean
      self.deviation = deviation
      self.unit = unit
    }
  }
}

/// A skill's expectation for one observation.
public struct Estimate: Hashable, Sendable {
  /// The probability of success, 0 ... 1.
  public var success: Double
  /// The standard deviation of that probability, 0 ... 1.
  public var deviation: Double

  public init(success: Double, deviation: Double) {
    self.success = success
    self.deviation = deviation
  }
}
