import Foundation
import Testing

@testable import Math

@Suite("Elementary functions")
struct ElementaryTests {
  @Test("Sine and cosine agree with the C library")
  func trigonometry() {
    var random = Random(seed: 1)
    for _ in 0..<100_000 {
      let x = random.uniform(-100, 100)
      let (sine, cosine) = sincos(x)
      #expect(abs(sine - Foundation.sin(x)) < 6e-16)
      #expect(abs(cosine - Foundation.cos(x)) < 6e-16)
    }
    for x in [0, 0.5 * Double.pi, .pi, 1e4, -1e4, 0.25 * .pi, 1e-300] {
      #expect(abs(sincos(x).sine - Foundation.sin(x)) < 1e-12)
    }
  }

  @Test("The angle of a point agrees with the C library in every quadrant")
  func angles() {
    var random = Random(seed: 2)
    for _ in 0..<100_000 {
      let y = random.normal() * Foundation.pow(10, random.uniform(-8, 8))
      let x = random.normal() * Foundation.pow(10, random.uniform(-8, 8))
      #expect(abs(Math.atan2(y, x) - Foundation.atan2(y, x)) < 1e-15)
    }
    #expect(Math.atan2(0, 0) == 0)
    #expect(Math.atan2(0, -1) == .pi)
    #expect(Math.atan2(1, 0) == 0.5 * .pi)
    for c in stride(from: -1.0, through: 1, by: 0.01) {
      #expect(abs(Math.acos(c) - Foundation.acos(c)) < 1e-14)
    }
    #expect(Math.acos(2) == 0 && Math.acos(-2) == .pi)
  }

  @Test("Exponential, logarithm and hyperbolic tangent agree with the C library")
  func exponentials() {
    var random = Random(seed: 3)
    for _ in 0..<100_000 {
      let x = random.uniform(-700, 700)
      #expect(abs(Math.exp(x) / Foundation.exp(x) - 1) < 6e-16)
      let positive = Foundation.exp(x)
      #expect(abs(Math.log(positive) - x) <= 2e-15 * max(1, abs(x)))
      let small = random.uniform(-5, 5)
      #expect(abs(Math.tanh(small) - Foundation.tanh(small)) < 3e-15)
    }
    #expect(Math.exp(0) == 1 && Math.exp(-1e9) == 0 && Math.exp(1e9).isFinite)
    #expect(Math.log(1) == 0)
    // The smallest numbers, whose bits are laid out differently.
    for number in [Double.leastNonzeroMagnitude, .leastNormalMagnitude / 8, 0x1p-1022, 0x1.8p-1023]
    {
      #expect(abs(Math.log(number) - Foundation.log(number)) <= 2e-13)
    }
    for x in [1e-3, 0.019_99, 0.020_01] {
      #expect(abs(Math.tanh(x) / Foundation.tanh(x) - 1) < 1e-9)
    }
  }
}
