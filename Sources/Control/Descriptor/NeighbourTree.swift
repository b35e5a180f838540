/// A k-d tree over rows of numbers (Bentley, 1975) in flat arrays.
///
/// The tree is implicit: the row in the middle of a range splits it, along the axis in which the
/// range is widest. Ranges of a few rows are searched one by one.
public struct NeighbourTree: Sendable {
  /// The numbers of a row.
  public let width: Int
  /// How many rows there are.
  public let count: Int
  /// The rows in the order of the tree.
  private var points: [Float]
  /// Which row of the caller each of them is.
  private var rows: [Int32]
  /// The axis along which the row in the middle of a range splits it.
  private var axes: [UInt8]

  private static let leaf = 8

  /// Builds the tree.
  ///
  /// - Parameters:
  ///   - points: whole rows, one after the other, all finite.
  ///   - width: the numbers of a row, 1 ... 255.
  public init(_ points: [Float], width: Int) {
    precondition((1...255).contains(width) && points.count % width == 0, "whole rows are needed")
    self.width = width
    count = points.count / width
    rows = (0..<Int32(count)).map { $0 }
    axes = Array(repeating: 0, count: count)
    Self.arrange(&rows, &axes, points, width, 0..<count)
    self.points = rows.flatMap { row in
      points[Int(row) * width..<(Int(row) + 1) * width]
    }
  }

  private static func arrange(
    _ rows: inout [Int32], _ axes: inout [UInt8], _ points: [Float], _ width: Int,
    _ range: Range<Int>
  ) {
    guard range.count > leaf else { return }
    let axis = widestAxis(rows, points, width, range)
    let middle = (range.lowerBound + range.upperBound) / 2
    select(middle, &rows, range) { points[Int($0) * width + axis] }
    axes[middle] = UInt8(axis)
    arrange(&rows, &axes, points, width, range.lowerBound..<middle)
    arrange(&rows, &axes, points, width, middle + 1..<range.upperBound)
  }

  private static func widestAxis(
    _ rows: [Int32], _ points: [Float], _ width: Int, _ range: Range<Int>
  ) -> Int {
    var (best, widest) = (0, -Float.infinity)
    for axis in 0..<width {
      var (least, greatest) = (Float.infinity, -Float.infinity)
      for place in range {
        let value = points[Int(rows[place]) * width + axis]
        least = min(least, value)
        greatest = max(greatest, value)
      }
      if greatest - least > widest { (best, widest) = (axis, greatest - least) }
    }
    return best
  }

  /// Orders `range` so that no value before `place` is greater and none behind it less than the one
  /// there (Hoare's selection).
  private static func select(
    _ place: Int, _ rows: inout [Int32], _ range: Range<Int>, by value: (Int32) -> Float
  ) {
    var (low, high) = (range.lowerBound, range.upperBound - 1)
    while low < high {
      let pivot = value(rows[place])
      var (i, j) = (low, high)
      while i <= j {
        while value(rows[i]) < pivot { i += 1 }
        while value(rows[j]) > pivot { j -= 1 }
        if i <= j {
          rows.swapAt(i, j)
          i += 1
          j -= 1
        }
      }
      if j < place { low = i }
      if place < i { high = j }
    }
  }

  /// Finds the rows nearest to `point` by Euclidean distance.
  public func search(_ point: Span<Float>, _ found: inout Neighbours) {
    precondition(point.count == width, "the point has another width")
    Self.search(
      points.span, rows.span, axes.span, width, 0, count, point, &found)
  }

  private static func search(
    _ points: Span<Float>, _ rows: Span<Int32>, _ axes: Span<UInt8>, _ width: Int, _ low: Int,
    _ high: Int, _ point: Span<Float>, _ found: inout Neighbours
  ) {
    guard high - low > leaf else {
      for place in low..<high { visit(points, rows, width, place, point, &found) }
      return
    }
    let middle = (low + high) / 2
    let axis = Int(axes[middle])
    let gap = point[axis] - points[middle * width + axis]
    let isLow = gap < 0
    search(
      points, rows, axes, width, isLow ? low : middle + 1, isLow ? middle : high, point, &found)
    guard gap * gap <= found.limit else { return }
    visit(points, rows, width, middle, point, &found)
    search(
      points, rows, axes, width, isLow ? middle + 1 : low, isLow ? high : middle, point, &found)
  }

  private static func visit(
    _ points: Span<Float>, _ rows: Span<Int32>, _ width: Int, _ place: Int, _ point: Span<Float>,
    _ found: inout Neighbours
  ) {
    var square: Float = 0
    for axis in 0..<width {
      let gap = points[place * width + axis] - point[axis]
      square += gap * gap
    }
    found.insert(rows[place], square)
  }
}
