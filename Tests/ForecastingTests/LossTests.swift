import Forecasting
import Math
import Testing

/// Every loss against central differences, at random places.
@Suite struct LossTests {
  private let rows = 12
  private let places = 3
  private let stride = 20

  /// The derivative of `loss` along random directions, by differences and by the gradient.
  private func check(
    count: Int, seed: UInt64,
    _ loss: (_ numbers: [Float], _ gradients: inout [Float]) -> Double
  ) {
    var random = Random(seed: seed)
    let numbers = (0..<count).map { _ in Float(random.normal()) }
    var gradients = [Float](repeating: 0, count: count)
    _ = loss(numbers, &gradients)
    var unused = gradients
    for _ in 0..<8 {
      let direction = (0..<count).map { _ in Float(random.normal()) }
      let h: Float = 2e-3
      let ahead = loss(zip(numbers, direction).map { $0 + h * $1 }, &unused)
      let behind = loss(zip(numbers, direction).map { $0 - h * $1 }, &unused)
      let slope = zip(gradients, direction).reduce(0.0) { $0 + Double($1.0) * Double($1.1) }
      let difference = (ahead - behind) / Double(2 * h)
      #expect(abs(slope - difference) < 2e-2 * max(abs(slope), 0.05), "\(slope), \(difference)")
    }
  }

  private var targets: [Float] {
    var random = Random(seed: 99)
    return (0..<rows * places * 2).map { _ in Float(random.normal()) }
  }

  @Test func meanDistance() {
    let targets = targets
    check(count: rows * stride, seed: 1) { numbers, gradients in
      var span = gradients.mutableSpan
      return 0.7
        * PathLoss.add(
          numbers.span, targets.span, rows: 2..<rows, stride: stride, places: places, weight: 0.7,
          to: &span)
    }
  }

  @Test func meanDistanceOfTheBestPath() {
    let targets = targets
    check(count: rows * stride, seed: 2) { numbers, gradients in
      var span = gradients.mutableSpan
      return PathLoss.addBest(
        of: 2, numbers.span, targets.span, rows: 0..<rows, stride: stride, offset: 6,
        places: places, weight: 1, to: &span)
    }
  }

  @Test(arguments: InvariancePenalty.allCases)
  func invariance(penalty: InvariancePenalty) {
    let targets = targets
    check(count: rows * stride, seed: 3) { numbers, gradients in
      var span = gradients.mutableSpan
      return 1.3
        * penalty.add(
          numbers.span, targets.span, domains: [0..<4, 4..<9, 9..<12], stride: stride,
          places: places, weight: 1.3, to: &span)
    }
  }

  @Test func styleContrast() {
    let styles = [0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 7]
    check(count: rows * 5, seed: 4) { numbers, gradients in
      var span = gradients.mutableSpan
      return 0.5
        * StyleContrast(temperature: 0.5).add(
          numbers.span, width: 5, styles: styles, weight: 0.5, to: &span)
    }
  }

  @Test func styleContrastIsLeastForStylesApart() {
    let styles = [0, 0, 1, 1]
    var gradients = [Float](repeating: 0, count: 8)
    var span = gradients.mutableSpan
    let apart: [Float] = [1, 0, 2, 0, 0, 1, 0, 3]
    let mixed: [Float] = [1, 0, 0, 1, 1, 0, 0, 1]
    let loss = StyleContrast(temperature: 0.07)
    let low = loss.add(apart.span, width: 2, styles: styles, weight: 1, to: &span)
    let high = loss.add(mixed.span, width: 2, styles: styles, weight: 1, to: &span)
    #expect(low < 1e-5)
    #expect(high > 10)
  }
}
