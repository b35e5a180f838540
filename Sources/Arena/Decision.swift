/// What a policy of skills decided and why: enough to draw the decision and to judge it.
public struct Decision: Hashable, Sendable {
  /// Steps of the episode before it was made.
  public var step: Int
  /// Who decided, as an index into the world's seats.
  public var seat: Int
  /// What called for it: `answer`, `opening`.
  public var occasion: String
  /// What was believed of the whole situation: the style, the kind of ball, its position.
  public var beliefs: [NamedNumber]
  /// What the numbers of every candidate are called; `probability` is one of them.
  public var measures: [String]
  /// The shortlist.
  public var candidates: [Candidate]
  /// The candidate that was taken.
  public var choice: Int
  /// How it turned out; nil as long as that is not known.
  public var result: Result?

  /// A skill that was considered.
  public struct Candidate: Hashable, Sendable {
    public var skill: String
    /// The strategies that proposed it.
    public var reasons: [String]
    /// One number per measure of the decision.
    public var numbers: [Float]

    public init(skill: String, reasons: [String], numbers: [Float]) {
      self.skill = skill
      self.reasons = reasons
      self.numbers = numbers
    }
  }

  /// How a decision turned out.
  public struct Result: Hashable, Sendable {
    /// Steps of the episode before it was known.
    public var step: Int
    /// What came of it: `attempt`, `success`, `pace`, `reward`, ...
    public var numbers: [NamedNumber]

    public init(step: Int, numbers: [NamedNumber]) {
      self.step = step
      self.numbers = numbers
    }
  }

  public init(
    step: Int, seat: Int, occasion: String, beliefs: [NamedNumber] = [], measures: [String],
    candidates: [Candidate], choice: Int, result: Result? = nil
  ) {
    self.step = step
    self.seat = seat
    self.occasion = occasion
    self.beliefs = beliefs
    self.measures = measures
    self.candidates = candidates
    self.choice = choice
    self.result = result
  }

  /// The name of the skill that was taken.
  public var chosen: String { candidates[choice].skill }

  /// The number called `measure` of a candidate, if there is such a measure.
  public func number(_ measure: String, of candidate: Int) -> Float? {
    measures.firstIndex(of: measure).map { candidates[candidate].numbers[$0] }
  }
}

/// A number with a name.
public struct NamedNumber: Hashable, Sendable {
  public var name: String
  public var value: Float

  public init(_ name: String, _ value: Float) {
    self.name = name
    self.value = value
  }
}

extension [NamedNumber] {
  /// The first number called `name`.
  public subscript(name: String) -> Float? { first { $0.name == name }?.value }
}

/// A policy that decides now and then, and can say why. Deciding costs nothing more for it: the
/// account is drawn up only when somebody asks.
public protocol DecidingPolicy: Policy {
  /// Decisions since the reset.
  var decisionCount: Int { get }
  /// Decisions whose result is known, since the reset.
  var resultCount: Int { get }
  /// The account of the last decision, without its result; nil before the first. Its seat is 0.
  var lastDecision: Decision? { get }
  /// How the last decision with a known result turned out, and the step that decision was made at.
  var lastResult: (decisionStep: Int, result: Decision.Result)? { get }
}
