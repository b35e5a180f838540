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

/// A skill's record: what it is for, and the sums of what measuring it gave.
public struct SkillDescriptor: Hashable, Sendable, Codable {
  /// The catalog name.
  public let name: String
  /// What the skill is for, one sentence.
  public let summary: String
  /// How many trials the measures rest on; 0 for a skill that has not been measured yet.
  public let trials: Int
  /// What the trials gave.
  public let measures: [Measure]
  /// What it was measured with; nil if it has not been.
  public let measurement: Measurement?

  public init(
    name: String, summary: String, trials: Int = 0, measures: [Measure] = [],
    measurement: Measurement? = nil
  ) {
    self.name = name
    self.summary = summary
    self.trials = trials
    self.measures = measures
    self.measurement = measurement
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

  /// What a skill was measured with: enough to measure it again and get the same numbers.
  public struct Measurement: Hashable, Sendable, Codable {
    /// The scenario, as named on the command line.
    public let scenario: String
    /// Chooses the situations and the chance in every trial.
    public let seed: UInt64
    /// How many situations there were, and how often each was played.
    public let situations: Int
    public let repetitions: Int
    /// Control steps between the event that called for the skill and its start.
    public let wait: Int
    /// The digest of the measured numbers.
    public let digest: String
    /// The project's version and commit that measured.
    public let version: String
    public let commit: String

    public init(
      scenario: String, seed: UInt64, situations: Int, repetitions: Int, wait: Int,
      digest: String, version: String, commit: String
    ) {
      self.scenario = scenario
      self.seed = seed
      self.situations = situations
      self.repetitions = repetitions
      self.wait = wait
      self.digest = digest
      self.version = version
      self.commit = commit
    }
  }
}

/// A skill's expectation for one observation.
public struct Estimate: Hashable, Sendable {
  /// The probability of success, 0 ... 1.
  public var success: Double
  /// The standard deviation of that probability, 0 ... 1.
  public var deviation: Double
  /// The probability that anything is done at all, 0 ... 1: that the ball is struck.
  public var attempt = 1.0
  /// How forceful it will be, in the unit of the descriptor: the ball's speed in m/s.
  public var pace = 0.0
  /// How it will turn what it acts on, in the unit of the descriptor: topspin in rad/s.
  public var twist = 0.0
  /// Where it will end if it succeeds, metres.
  public var place = Place()

  /// A place in a plane with a standard deviation along each axis, metres.
  public struct Place: Hashable, Sendable {
    public var x = 0.0
    public var y = 0.0
    public var spreadX = 0.0
    public var spreadY = 0.0

    public init() {}
  }

  public init(success: Double, deviation: Double) {
    self.success = success
    self.deviation = deviation
  }

  /// What is known of a skill that has not been measured: nothing.
  public static let unknown = Estimate(success: 0.5, deviation: 0.5)
}
