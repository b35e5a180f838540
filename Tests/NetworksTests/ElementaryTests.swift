import Math
import Networks
import Testing

struct ElementaryTests {
  /// Numbers across the whole useful range, dense near zero.
  private let samples: [Float] = (-4000...4000).map {
    let x = Float($0) / 4000
    return 90 * x * x * x
  }

  @Test func exponentialIsAccurate() {
    for x in samples where abs(x) < 87 {
      let exact = Math.exp(Double(x))
      #expect(abs(Double(exp(x)) - exact) <= 2.5e-7 * exact, "exp(\(x))")
    }
    #expect(exp(-200 as Float) == 0)
    #expect(exp(1000 as Float).isFinite)
    #expect(exp(Float.nan).isNaN)
    #expect(exp(0 as Float) == 1)
  }

  @Test func hyperbolicTangentIsAccurateOddAndBounded() {
    for x in samples {
      let exact = Math.tanh(Double(x))
      #expect(abs(Double(tanh(x)) - exact) <= 4e-7 * abs(exact), "tanh(\(x))")
      #expect(tanh(-x) == -tanh(x))
      #expect(abs(tanh(x)) <= 1)
    }
    #expect(tanh(Float.infinity) == 1)
    #expect(tanh(Float.nan).isNaN)
  }

  @Test func logisticFunctionIsAccurate() {
    for x in samples where x > -80 {
      let exact = 1 / (1 + Math.exp(-Double(x)))
      #expect(abs(Double(sigmoid(x)) - exact) <= 4e-7 * exact, "sigmoid(\(x))")
    }
    #expect(sigmoid(-500 as Float) >= 0)
    #expect(sigmoid(500 as Float) == 1)
  }

  @Test func logarithmIsAccurate() {
    for x in samples where abs(x) < 87 {
      let number = Float(Math.exp(Double(x)))
      let exact = Math.log(Double(number))
      #expect(abs(Double(log(number)) - exact) <= 3e-7 * max(1, abs(exact)), "log(\(number))")
    }
    #expect(log(1 as Float) == 0)
  }
}
