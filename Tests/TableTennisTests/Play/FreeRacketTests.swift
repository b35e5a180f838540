import Math
import Physics
import Testing

@testable import TableTennis

@Suite("A racket in a hand")
struct FreeRacketTests {
  private func command(_ position: Vector3, _ velocity: Vector3, _ normal: Vector3) -> [Float] {
    [position, velocity, normal].flatMap { [Float($0.x), Float($0.y), Float($0.z)] }
  }

  @Test("It never exceeds its limits, whatever it is told")
  func limits() {
    var random = Random(seed: 1)
    let limits = FreeRacket.Limits()
    var racket = FreeRacket(limits: limits)
    for step in 0..<2000 {
      if step.isMultiple(of: 50) { racket.beginStroke(random: &random) }
      let values = (0..<9).map { _ in Float(random.uniform(-30, 30)) }
      racket.take((step.isMultiple(of: 97) ? [Float](repeating: .nan, count: 9) : values).span)
      for tick in 0..<20 {
        let before = racket.pose
        let feet = racket.feet
        racket.advance(from: tick, ticks: 1, step: 0.02)
        #expect(racket.pose.velocity.length <= limits.speed + 1e-9)
        #expect((racket.feet - feet).length <= limits.footSpeed * 0.001 + 1e-9)
        let turn = Rotation(from: before.normal, to: racket.pose.normal).rotationVector.length
        #expect(turn <= limits.turnRate * 0.001 + 1e-6)
        let arm = racket.pose.centre - racket.feet - Vector3(0, 0, 0.25)
        // The floor of the hall and the table top may push the blade a little out of reach.
        #expect(arm.length <= limits.reach + 0.2)
        #expect(racket.pose.centre.isFinite)
      }
    }
  }

  @Test("Commands on a parabola are followed to a millimetre after the motor delay")
  func follows() {
    var limits = FreeRacket.Limits()
    limits.motorDelay = 0.04
    var racket = FreeRacket(limits: limits)
    let start = FreeRacket.home.centre
    let acceleration = Vector3(8, 20, 5)
    func position(_ t: Double) -> Vector3 { start + 0.5 * t * t * acceleration }
    var worst = 0.0
    for step in 0..<15 {
      let t = 0.02 * Double(step)
      racket.take(command(position(t), t * acceleration, .unitY).span)
      racket.advance(from: 0, ticks: 20, step: 0.02)
      let now = t + 0.02 - limits.motorDelay
      if now > 0 { worst = max(worst, (racket.pose.centre - position(now)).length) }
    }
    #expect(worst < 1e-3)
  }

  @Test("Errors are drawn per stroke, grow with the backhand factor, and vanish at zero")
  func errors() {
    func tilt(_ aimError: Double, factor: Double, backhand: Bool) -> Double {
      var limits = FreeRacket.Limits()
      limits.aimError = aimError
      limits.backhandErrorFactor = factor
      var racket = FreeRacket(limits: limits)
      var random = Random(seed: 4)
      racket.beginStroke(random: &random)
      let normal = backhand ? -Vector3.unitY : .unitY
      for _ in 0..<60 {
        racket.take(command(FreeRacket.home.centre, .zero, normal).span)
        racket.advance(from: 0, ticks: 20, step: 0.02)
      }
      return acos(racket.pose.normal.dot(normal))
    }
    #expect(tilt(0, factor: 3, backhand: true) < 1e-6)
    let forehand = tilt(0.02, factor: 3, backhand: false)
    let backhand = tilt(0.02, factor: 3, backhand: true)
    #expect(forehand > 1e-3)
    #expect(backhand > 2 * forehand && backhand < 4 * forehand)
  }
}
