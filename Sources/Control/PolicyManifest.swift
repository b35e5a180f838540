import Arena

/// What stands beside a policy's weights: enough to use it, to judge it and to make it again.
/// A text file of these keys is a policy folder's `manifest.yaml`.
public struct PolicyManifest: Sendable, Hashable, Codable {
  /// The layout of manifest and weights; raised when older readers could misread it.
  public static let currentFormat = 1

  public var format = PolicyManifest.currentFormat
  /// "policy": what kind of folder this is.
  public var kind = "policy"
  /// One sentence: what the policy is for.
  public var summary: String
  /// The observation fields the network reads, in order.
  public var observation: [FieldShape]
  /// The action fields it writes, in order.
  public var action: [ActionShape]
  public var network: NetworkArchitecture
  public var training: Training

  /// How the policy came to be.
  public struct Training: Sendable, Hashable, Codable {
    /// The environment's catalog name.
    public var environment = ""
    /// The scenario it was trained in, as named on the command line.
    public var scenario = ""
    /// The seat it learned in.
    public var seat = ""
    public var algorithm = ""
    public var seed: UInt64 = 0
    public var command = ""
    /// The project's version and commit that trained it.
    public var version = ""
    public var commit = ""
    /// Environment steps learned from.
    public var steps = 0
    /// The name of what was scored, its mean on held-out seeds, and the number of episodes.
    public var measure = ""
    public var score = 0.0
    public var episodes = 0

    public init() {}
  }

  /// An action field with the range of each number.
  public struct ActionShape: Sendable, Hashable, Codable {
    public var name: String
    public var unit: String
    public var lower: [Float]
    public var upper: [Float]

    init(_ field: Field) {
      name = field.name
      unit = field.unit
      lower = field.ranges.map(\.lowerBound)
      upper = field.ranges.map(\.upperBound)
    }

    /// The field, if every number has a finite range.
    func field() throws(PolicyError) -> Field {
      guard !lower.isEmpty, lower.count == upper.count, lower.count <= 65_536 else {
        throw .unusable(
          key: "action.\(name)", reason: "expected as many lower as upper ends, at least one")
      }
      var ranges: [ClosedRange<Float>] = []
      for (lower, upper) in zip(lower, upper) {
        guard lower.isFinite, upper.isFinite, lower <= upper, (upper - lower).isFinite else {
          throw .unusable(key: "action.\(name)", reason: "\(lower) ... \(upper) is no range")
        }
        guard unit != Field.choiceUnit || upper - lower < 65_536 else {
          throw .unusable(key: "action.\(name)", reason: "a choice has at most 65536 options")
        }
        ranges.append(lower...upper)
      }
      return Field(name, unit: unit, ranges: ranges)
    }
  }

  public init(summary: String, design: PolicyDesign, training: Training = Training()) {
    self.summary = summary
    observation = design.observation
    action = design.action.map(ActionShape.init)
    network = design.architecture
    self.training = training
  }

  /// The policy's design, its numbers checked.
  public func design() throws(PolicyError) -> PolicyDesign {
    guard format == PolicyManifest.currentFormat else {
      throw .unusable(
        key: "format", reason: "\(format) is not \(PolicyManifest.currentFormat), the one we read")
    }
    try network.validate(at: "network")
    guard !observation.isEmpty, observation.allSatisfy({ $0.count >= 1 && $0.count <= 65_536 })
    else {
      throw .unusable(key: "observation", reason: "expected fields of 1 ... 65536 numbers")
    }
    guard !action.isEmpty else {
      throw .unusable(key: "action", reason: "expected at least one field")
    }
    var fields: [Field] = []
    for shape in action { fields.append(try shape.field()) }
    return PolicyDesign(observation: observation, action: fields, architecture: network)
  }
}
