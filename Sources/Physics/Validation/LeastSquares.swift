/// Minimises a sum of squares by the method of Levenberg (1944) and Marquardt (1963), for a handful
/// of parameters.
struct LeastSquares {
  /// The parameters that were found.
  private(set) var parameters: [Double]
  /// The sum of squared residuals there.
  private(set) var cost: Double
  /// How many steps were taken.
  private(set) var steps = 0

  /// Starts from `guess`. `scales` are changes of each parameter that matter a little: they set the
  /// steps of the numerical derivatives. `residuals` fills an array of fixed length.
  init(
    from guess: [Double], scales: [Double], count: Int,
    residuals: (_ parameters: [Double], _ result: inout [Double]) -> Void
  ) {
    parameters = guess
    var current = [Double](repeating: 0, count: count)
    var trial = current
    residuals(guess, &current)
    cost = LeastSquares.sumOfSquares(current)
    var damping = 1e-3
    while steps < 60 && damping < 1e12 {
      let jacobian = LeastSquares.jacobian(
        at: parameters, scales: scales, base: current, residuals: residuals)
      let (normal, gradient) = LeastSquares.normalEquations(jacobian, current)
      // Raise the damping until a step helps.
      var gained = 0.0
      while damping < 1e12 {
        let step = LeastSquares.solve(normal, gradient, damping: damping)
        let candidate = zip(parameters, step).map { $0 - $1 }
        residuals(candidate, &trial)
        let trialCost = LeastSquares.sumOfSquares(trial)
        if trialCost < cost {
          gained = cost - trialCost
          (parameters, cost, current) = (candidate, trialCost, trial)
          damping = max(damping * 0.1, 1e-12)
          break
        }
        damping *= 10
      }
      steps += 1
      if gained <= 1e-12 * cost { break }
    }
  }

  static func sumOfSquares(_ values: [Double]) -> Double {
    values.reduce(0) { $0 + $1 * $1 }
  }

  /// Columns of central differences, one for each parameter.
  static func jacobian(
    at parameters: [Double], scales: [Double], base: [Double],
    residuals: (_ parameters: [Double], _ result: inout [Double]) -> Void
  ) -> [[Double]] {
    var ahead = base
    var behind = base
    return parameters.indices.map { k in
      var moved = parameters
      let h = 0.1 * scales[k]
      moved[k] = parameters[k] + h
      residuals(moved, &ahead)
      moved[k] = parameters[k] - h
      residuals(moved, &behind)
      return zip(ahead, behind).map { ($0 - $1) / (2 * h) }
    }
  }

  static func normalEquations(
    _ jacobian: [[Double]], _ residuals: [Double]
  ) -> (matrix: [[Double]], gradient: [Double]) {
    func dot(_ a: [Double], _ b: [Double]) -> Double {
      zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }
    }
    return (jacobian.map { a in jacobian.map { dot(a, $0) } }, jacobian.map { dot($0, residuals) })
  }

  /// Solves (matrix + damping * diagonal) x = right by Cholesky's factorisation.
  static func solve(_ matrix: [[Double]], _ right: [Double], damping: Double) -> [Double] {
    let n = right.count
    var lower = matrix
    for i in 0..<n { lower[i][i] += damping * matrix[i][i] + 1e-300 }
    var x = right
    for i in 0..<n {
      for j in 0...i {
        var sum = lower[i][j]
        for k in 0..<j { sum -= lower[i][k] * lower[j][k] }
        lower[i][j] = i == j ? max(sum, 1e-300).squareRoot() : sum / lower[j][j]
      }
      for k in 0..<i { x[i] -= lower[i][k] * x[k] }
      x[i] /= lower[i][i]
    }
    for i in (0..<n).reversed() {
      for k in (i + 1)..<max(n, i + 1) { x[i] -= lower[k][i] * x[k] }
      x[i] /= lower[i][i]
    }
    return x
  }
}
