import Arena

extension Field {
  /// The unit of numbers that name an option rather than measure something: whole numbers, each
  /// from the lower to the upper end of its range. Environments round what they are given.
  public static let choiceUnit = "choice"

  /// Whether the numbers of the field name options.
  public var isChoice: Bool { unit == Field.choiceUnit }

  /// How many options each number of a choice has, 1 at least.
  public var options: [Int] {
    ranges.map { max(1, Int(($0.upperBound - $0.lowerBound).rounded()) + 1) }
  }
}
