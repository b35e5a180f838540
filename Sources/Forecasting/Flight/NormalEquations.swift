/// The normal equations of a small least-squares problem, gathered residual by residual.
struct NormalEquations: Sendable {
  let count: Int
  /// Row by row.
  private var matrix: [Double]
  private var right: [Double]

  init(_ count: Int) {
    self.count = count
    matrix = Array(repeating: 0, count: count * count)
    right = Array(repeating: 0, count: count)
  }

  /// Adds a residual and its derivatives by the unknowns.
  mutating func add(residual: Double, slopes: [Double], weight: Double) {
    for i in 0..<count {
      right[i] -= weight * slopes[i] * residual
      for j in 0...i { matrix[i * count + j] += weight * slopes[i] * slopes[j] }
    }
  }

  /// Adds the wish that an unknown stay near where it is: `offset` from its expectation.
  mutating func hold(_ unknown: Int, offset: Double, deviation: Double) {
    let weight = 1 / (deviation * deviation)
    matrix[unknown * count + unknown] += weight
    right[unknown] -= weight * offset
  }

  /// The step to the minimum, by Cholesky's factorisation; zeros if there is none.
  func step() -> [Double] {
    var l = matrix
    var x = right
    for i in 0..<count {
      for j in 0...i {
        var sum = l[i * count + j]
        for k in 0..<j { sum -= l[i * count + k] * l[j * count + k] }
        if i == j {
          guard sum > 0, sum.isFinite else { return Array(repeating: 0, count: count) }
          l[i * count + i] = sum.squareRoot()
        } else {
          l[i * count + j] = sum / l[j * count + j]
        }
      }
      for k in 0..<i { x[i] -= l[i * count + k] * x[k] }
      x[i] /= l[i * count + i]
    }
    for i in stride(from: count - 1, through: 0, by: -1) {
      for k in i + 1..<max(count, i + 1) { x[i] -= l[k * count + i] * x[k] }
      x[i] /= l[i * count + i]
    }
    return x
  }
}
