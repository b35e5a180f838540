import Arena
import Math
import Physics
import Testing

@testable import TableTennis

@Suite("What a player makes of late and noisy sights")
struct BallTrackerTests {
  /// A ball of the given topspin on its way to home's court.
  private func ball(topspin: Double, random: inout Random) -> Ball {
    let start = Vector3(random.uniform(-0.5, 0.5), 1.3, random.uniform(0.3, 0.5))
    let target = Vector3(random.uniform(-0.5, 0.5), -0.9, Ball.radius)
    let way = target - start
    let spin = topspin * Vector3(-way.y, way.x, 0).normalized(or: .unitX)
    let velocity = Aim(model: .real).velocity(
      from: start, to: target, in: random.uniform(0.38, 0.5), spin: spin)
    return Ball(position: start, velocity: velocity, spin: spin)
  }

  /// Watches a flight for `time` seconds with the noise of the paper's cameras.
  private func watch(
    _ ball: Ball, for time: Double, _ perception: Perception, random: inout Random
  ) -> (tracker: BallTracker, now: Ball) {
    var tracker = BallTracker(hall: Hall(Hall.Setup()), perception: perception)
    var now = ball
    for step in 0...Int(time / Court.step) {
      if step > 0 { now = fly(now, model: .real, for: Court.step) }
      var seen = now
      seen.position += random.normalVector(deviation: perception.positionNoise)
      seen.velocity += random.normalVector(deviation: perception.velocityNoise)
      seen.spin = .zero
      tracker.see(seen, interval: Court.step)
    }
    return (tracker, now)
  }

  @Test("Topspin and underspin that nobody sees are told apart by the flight")
  func readsSpin() {
    var random = Random(seed: 4)
    var right = 0
    var squares = 0.0
    let count = 200
    for index in 0..<count {
      let topspin = (index % 2 == 0 ? 1 : -1) * random.uniform(120, 300)
      let ball = ball(topspin: topspin, random: &random)
      let (tracker, now) = watch(ball, for: 0.36, .paper, random: &random)
      right += tracker.topspin * topspin > 0 ? 1 : 0
      let error = tracker.topspin - now.topspin()
      squares += error * error
    }
    #expect(right >= count * 92 / 100)
    // Without looking at the flight the error would be about 220.
    #expect((squares / Double(count)).squareRoot() < 140)
  }

  @Test("Clear sights bring the spin nearer to the truth and the bounce within a centimetre")
  func clearSights() throws {
    var random = Random(seed: 8)
    for topspin in [-200.0, -50, 0, 150, 300] {
      let ball = ball(topspin: topspin, random: &random)
      let (tracker, now) = watch(ball, for: 0.3, Perception(), random: &random)
      // It starts at the usual 50 rad/s and believes the air only so far.
      #expect(abs(tracker.topspin - now.topspin()) < 0.75 * abs(topspin - 50) + 15)
      var foreseen = tracker.flight(after: 0)
      var real = Hall(Hall.Setup()).trajectory(of: now)
      let landing = foreseen.advanceToBounce(within: 1)
      let expected = real.advanceToBounce(within: 1)
      let (a, b) = (try #require(landing), try #require(expected))
      #expect((a.ball.position - b.ball.position).length < 0.01)
    }
  }

  @Test("Noise is averaged out: the estimate is nearer to the truth than the sights")
  func averages() {
    var random = Random(seed: 2)
    var position = 0.0
    var velocity = 0.0
    for _ in 0..<200 {
      let ball = ball(topspin: 60, random: &random)
      let (tracker, now) = watch(ball, for: 0.3, .paper, random: &random)
      position += (tracker.ball.position - now.position).lengthSquared
      velocity += (tracker.ball.velocity - now.velocity).lengthSquared
    }
    // The sights' errors are 5 mm and 0.1 m/s along each axis.
    #expect((position / 600).squareRoot() < 0.004)
    #expect((velocity / 600).squareRoot() < 0.07)
  }
}

@Suite("The covariance of one axis")
struct AxisUncertaintyTests {
  @Test("Steady sights of a still thing are worth their number")
  func mean() {
    // Known velocity, no disturbance: after n sights of variance r the variance is r / n.
    var axis = AxisUncertainty(place: 1, velocity: 0, spin: 0)
    for count in 2...50 {
      axis.pass(0.02, leverage: 0, disturbance: 0)
      let gains = axis.gains(place: 1, velocity: 1)
      #expect(abs(gains.pp - 1 / Double(count)) < 1e-12)
    }
  }

  @Test("Spin that bends the flight becomes known, and spin that does not stays unknown")
  func spin() {
    for leverage in [0, -0.01] {
      var axis = AxisUncertainty(place: 1e-6, velocity: 1e-4, spin: 10_000)
      for _ in 0..<20 {
        axis.pass(0.02, leverage: leverage, disturbance: 0)
        _ = axis.gains(place: 1e-6, velocity: 1e-4)
      }
      #expect(leverage == 0 ? axis.spinVariance == 10_000 : axis.spinVariance < 1000)
    }
  }
}
