/// The nearest rows found so far, nearest first. A value of fixed size: searching allocates nothing.
public struct Neighbours: Sendable {
  /// No search can ask for more.
  public static let capacity = 32

  /// How many were asked for.
  public let wanted: Int
  /// How many were found.
  public private(set) var count = 0
  private var rows = InlineArray<32, Int32>(repeating: 0)
  private var squares = InlineArray<32, Float>(repeating: .infinity)

  /// - Parameter wanted: how many rows to find, 1 ... 32.
  public init(_ wanted: Int) {
    precondition((1...Self.capacity).contains(wanted), "1 to 32 neighbours can be asked for")
    self.wanted = wanted
  }

  /// The row of the neighbour `index`, from 0 for the nearest.
  public func row(_ index: Int) -> Int { Int(rows[index]) }

  /// The squared distance of the neighbour `index`.
  public func squaredDistance(_ index: Int) -> Float { squares[index] }

  /// Farther rows than this need not be looked at: infinite until enough are found.
  var limit: Float { count < wanted ? .infinity : squares[wanted - 1] }

  /// Takes in a row, if it is near enough. Of rows equally far the lower comes first, so that the
  /// result does not depend on the order of the search.
  mutating func insert(_ row: Int32, _ square: Float) {
    guard count < wanted || isBefore(square, row, wanted - 1) else { return }
    var place = min(count, wanted - 1)
    while place > 0, isBefore(square, row, place - 1) {
      rows[place] = rows[place - 1]
      squares[place] = squares[place - 1]
      place -= 1
    }
    rows[place] = row
    squares[place] = square
    count = min(count + 1, wanted)
  }

  private func isBefore(_ square: Float, _ row: Int32, _ place: Int) -> Bool {
    square < squares[place] || square == squares[place] && row < rows[place]
  }
}
