import Arena
import Math
import Physics

extension FreeRacket {
  static let actionFields = [
    Field("racket-position", unit: "m", ranges: [-3...3, -4 ... -0.1, -0.6...2]),
    Field("racket-velocity", unit: "m/s", count: 3, in: -25...25),
    Field("racket-normal", unit: "1", count: 3, in: -1...1),
  ]

  static let observationFields = [
    Field("own-racket-position", unit: "m", ranges: [-4...4, -5...2, -1...3]),
    Field("own-racket-velocity", unit: "m/s", count: 3, in: -40...40),
    Field("own-racket-normal", unit: "1", count: 3, in: -1...1),
    Field("own-feet", unit: "m", ranges: [-4...4, -5...2]),
  ]

  var freeHand: Vector3 {
    Vector3(feet.x - 0.1, min(feet.y + 0.5, -1.45), 0.15)
  }

  func observe(into numbers: inout MutableSpan<Float>, at start: Int) {
    Sight.write(pose.centre, at: start, into: &numbers)
    Sight.write(pose.velocity, at: start + 3, into: &numbers)
    Sight.write(pose.normal, at: start + 6, into: &numbers)
    numbers[start + 9] = Float(feet.x)
    numbers[start + 10] = Float(feet.y)
  }
}
