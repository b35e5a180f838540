import Arena

extension NeuralPolicy {
  /// What must be known about a policy's weights to use them: the part of a policy folder's
  /// `manifest.yaml` below the key `policy`.
  public struct Manifest: Sendable, Hashable, Codable {
    /// The layout of manifest and weights; raised when older readers could misread it.
    public static let currentFormat = 1

    public var format: Int
    /// The observation fields the network reads, in order.
    public var observation: [FieldShape]
    /// The action fields it writes, in order.
    public var action: [ActionShape]
    public var network: NetworkArchitecture

    public init(_ design: PolicyDesign) {
      format = Manifest.currentFormat
      observation = design.observation
      action = design.action.map(ActionShape.init)
      network = design.architecture
    }

    /// The policy's design, its numbers checked.
    public func design() throws(PolicyError) -> PolicyDesign {
      guard format == Manifest.currentFormat else {
        throw .unusable(
          key: "format", reason: "\(format) is not \(Manifest.currentFormat), which is read")
      }
      try network.validate(at: "network")
      guard !observation.isEmpty, observation.allSatisfy({ (1...65_536).contains($0.count) })
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
}
