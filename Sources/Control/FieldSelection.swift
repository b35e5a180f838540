import Arena

/// Where the numbers a policy wants lie among those a seat has: fields are found by name, so that
/// a policy trained in one environment can sit in another.
public struct FieldSelection: Sendable, Hashable {
  /// For each number of the policy its column in the seat.
  public let columns: [Int]
  /// Whether the columns are all those of the seat, in order.
  public let isWhole: Bool

  /// Finds `fields` among `available`. Ranges may differ; names, widths and units may not.
  public init(
    of fields: [FieldShape], in available: [Field], role: PolicyError.Role, seat: String
  ) throws(PolicyError) {
    var columns: [Int] = []
    for field in fields {
      guard let range = available.columns(of: field.name) else {
        throw .missingField(
          name: field.name, role: role, seat: seat, known: available.map(\.name))
      }
      guard range.count == field.count else {
        throw .wrongWidth(
          name: field.name, role: role, seat: seat, expected: field.count, found: range.count)
      }
      let unit = available.first { $0.name == field.name }?.unit ?? field.unit
      guard unit == field.unit else {
        throw .wrongUnit(
          name: field.name, role: role, seat: seat, expected: field.unit, found: unit)
      }
      columns.append(contentsOf: range)
    }
    self.columns = columns
    isWhole = columns == Array(0..<available.width)
  }

  /// Copies the selected numbers of `source` to the start of `target`.
  public func gather(_ source: Span<Float>, into target: inout MutableSpan<Float>) {
    let columns = columns.span
    for i in 0..<columns.count { target[i] = source[columns[i]] }
  }
}

/// A field as a policy remembers it: enough to find it again and to know what its numbers mean.
public struct FieldShape: Hashable, Sendable, Codable {
  public let name: String
  public let unit: String
  public let count: Int

  public init(_ field: Field) {
    name = field.name
    unit = field.unit
    count = field.count
  }
}

extension [FieldShape] {
  /// How many numbers all fields hold together.
  public var width: Int { reduce(0) { $0 + $1.count } }
}
