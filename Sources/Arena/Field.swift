/// A named group of numbers in an observation, an action or an outcome.
///
/// Fields give every number of an interface a name, a range and a unit, so that a policy written
/// for one environment finds its inputs in another, and a reader of a file knows what it holds.
public struct Field: Hashable, Sendable, Codable {
  /// What the numbers are, in kebab case: `ball-position`.
  public let name: String
  /// The unit of every number in the field: `m`, `m/s`, `rad`, `1` for pure numbers.
  public let unit: String
  /// The least and greatest value of each number, all finite. Observations stay inside them up to
  /// noise; actions outside them are clamped by the environment.
  public let ranges: [ClosedRange<Float>]

  /// A field whose numbers have ranges of their own.
  public init(_ name: String, unit: String, ranges: [ClosedRange<Float>]) {
    precondition(!ranges.isEmpty, "a field holds at least one number")
    self.name = name
    self.unit = unit
    self.ranges = ranges
  }

  /// A field of `count` numbers that share a range.
  public init(_ name: String, unit: String, count: Int = 1, in range: ClosedRange<Float>) {
    self.init(name, unit: unit, ranges: Array(repeating: range, count: count))
  }

  /// How many numbers the field holds, at least 1.
  public var count: Int { ranges.count }
}

extension [Field] {
  /// How many numbers all fields hold together.
  public var width: Int { reduce(0) { $0 + $1.count } }

  /// Where the numbers of the field called `name` lie among all numbers, if there is such a field.
  public func columns(of name: String) -> Range<Int>? {
    var start = 0
    for field in self {
      if field.name == name { return start..<start + field.count }
      start += field.count
    }
    return nil
  }

  /// The ranges of all numbers, one after the other.
  public var ranges: [ClosedRange<Float>] { flatMap(\.ranges) }
}
