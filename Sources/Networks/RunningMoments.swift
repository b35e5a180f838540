/// The mean and variance of every field over all rows seen so far, and rows standardised by them.
///
/// Kept in double precision. Batches are merged by the rule of Chan, Golub and LeVeque (1979);
/// equal batches in equal order give equal bits.
public struct RunningMoments: Sendable, Hashable {
  /// The rows seen.
  public private(set) var count: Double
  /// The mean of each field.
  public private(set) var means: [Double]
  /// The sum over rows of each field's squared distance from its mean.
  public private(set) var squares: [Double]
  /// What standardising subtracts and multiplies by, in single precision.
  private var shifts: [Float]
  private var scales: [Float]
  /// One batch's sums, kept so that updates allocate nothing.
  private var batchMeans: [Double]
  private var batchSquares: [Double]

  /// Moments of `fields` fields that have seen nothing: they leave rows unchanged.
  public init(fields: Int) {
    self.init(
      count: 0, means: Array(repeating: 0, count: fields),
      squares: Array(repeating: 0, count: fields))
  }

  /// Moments as they were saved.
  public init(count: Double, means: [Double], squares: [Double]) {
    precondition(means.count == squares.count, "every field needs a mean and a square")
    self.count = count
    self.means = means
    self.squares = squares
    shifts = Array(repeating: 0, count: means.count)
    scales = Array(repeating: 1, count: means.count)
    batchMeans = Array(repeating: 0, count: means.count)
    batchSquares = Array(repeating: 0, count: means.count)
    refresh()
  }

  /// The number of fields.
  public var fields: Int { means.count }

  /// The variance of a field over the rows seen (divided by their number); 1 before any.
  public func variance(_ field: Int) -> Double { count > 0 ? squares[field] / count : 1 }

  /// What `standardize` subtracts from every field and then multiplies it with.
  public var standardization: (shifts: [Float], scales: [Float]) { (shifts, scales) }

  /// Takes in whole rows, row-major.
  public mutating func update(_ rows: Span<Float>) {
    let n = rows.count / max(fields, 1)
    precondition(n * fields == rows.count, "the numbers are not whole rows")
    guard n > 0 else { return }
    sumUp(rows, &batchMeans, &batchSquares)
    merge(Double(n), batchMeans, batchSquares)
  }

  /// Takes in all rows another has seen. The order of merges matters in the last bits only, but
  /// it does: keep it fixed.
  public mutating func merge(_ other: RunningMoments) {
    precondition(fields == other.fields, "only moments of the same fields can be merged")
    guard other.count > 0 else { return }
    merge(other.count, other.means, other.squares)
  }

  /// Replaces each number of whole rows by (number - mean) / (variance + 1e-8)^0.5, limited to
  /// -limit ... limit.
  ///
  /// - Parameter width: the numbers of a row, if it goes on after the fields with others, which
  ///   stay as they are.
  public func standardize(
    _ rows: inout MutableSpan<Float>, width: Int? = nil, limit: Float = 10
  ) {
    Networks.standardize(&rows, shifts, scales, width ?? fields, limit)
  }

  private mutating func merge(_ n: Double, _ means: [Double], _ squares: [Double]) {
    let total = count + n
    for i in 0..<fields {
      let gap = means[i] - self.means[i]
      self.means[i] += gap * (n / total)
      self.squares[i] += squares[i] + gap * gap * (count * n / total)
    }
    count = total
    refresh()
  }

  private mutating func refresh() {
    guard count > 0 else { return }
    for i in 0..<fields {
      shifts[i] = Float(means[i])
      scales[i] = Float(1 / (variance(i) + 1e-8).squareRoot())
    }
  }
}

/// The mean and the sum of squared distances from it, for every column.
private func sumUp(_ rows: Span<Float>, _ means: inout [Double], _ squares: inout [Double]) {
  var m = means.mutableSpan
  var s = squares.mutableSpan
  let fields = m.count
  let n = rows.count / fields
  for i in 0..<fields {
    m[i] = 0
    s[i] = 0
  }
  for row in 0..<n {
    for i in 0..<fields { m[i] += Double(rows[row * fields + i]) }
  }
  for i in 0..<fields { m[i] /= Double(n) }
  for row in 0..<n {
    for i in 0..<fields {
      let gap = Double(rows[row * fields + i]) - m[i]
      s[i] += gap * gap
    }
  }
}

private func standardize(
  _ rows: inout MutableSpan<Float>, _ shifts: [Float], _ scales: [Float], _ width: Int,
  _ limit: Float
) {
  let (shift, scale) = (shifts.span, scales.span)
  let fields = shift.count
  let n = rows.count / max(width, 1)
  precondition(n * width == rows.count && fields <= width, "the numbers are not whole rows")
  for row in 0..<n {
    for i in 0..<fields {
      let value = (rows[row * width + i] - shift[i]) * scale[i]
      rows[row * width + i] = min(max(value, -limit), limit)
    }
  }
}
