import Arena
import Math
import Testing

@testable import Forecasting

@Suite("Forecasts of arrivals")
struct FlightForecasterTests {
  /// Looks at flights under `law`, with noise, until 0.3 s before they meet the plane, where they are
  /// as late as the law says.
  private static func flights(
    _ count: Int, under law: FlightLaw, noise: Double, seed: UInt64
  ) -> [SeenFlight] {
    var random = Random(seed: seed)
    var flights: [SeenFlight] = []
    while flights.count < count {
      var ball = FlyingBall(
        position: Vector3(random.uniform(-0.4, 0.4), 1.4, random.uniform(0.2, 0.4)),
        velocity: Vector3(
          random.uniform(-0.6, 0.6), random.uniform(-6.5, -4.5), random.uniform(0.2, 1.2)),
        topspin: random.uniform(-100, 250))
      guard let end = law.crossing(of: ball, at: -1.45, step: 0.02), end.time > 0.55 else {
        continue
      }
      var sightings: [Sighting] = []
      var time = 0.0
      while end.time - time - law[.delay] > 0.3 {
        sightings.append(
          Sighting(
            position: ball.position + random.normalVector(deviation: 0.005 * noise),
            velocity: ball.velocity + random.normalVector(deviation: 0.1 * noise)))
        ball = law.advanced(ball, by: 0.02)
        time += 0.02
      }
      let arrival = Arrival(
        time: end.time - (time - 0.02) - law[.delay], position: end.ball.position,
        topspin: end.ball.topspin)
      flights.append(SeenFlight(sightings, every: 0.02, arrival: arrival))
    }
    return flights
  }

  @Test("without air a crossing is where the parabola says")
  func crossesOnAParabola() throws {
    let ball = FlyingBall(
      position: Vector3(0.1, 1, 1), velocity: Vector3(0.2, -8, 1), topspin: 100)
    let crossing = try #require(FlightLaw.vacuum.crossing(of: ball, at: -1, step: 0.02))
    #expect(abs(crossing.time - 0.25) < 1e-9)
    #expect(abs(crossing.ball.position.x - 0.15) < 1e-9)
    #expect(abs(crossing.ball.position.z - (1.25 - 0.5 * 9.81 * 0.0625)) < 1e-9)
  }

  @Test("a bounce gives back the restitution's share of the speed down")
  func bounces() {
    let ball = FlyingBall(
      position: Vector3(0, 0, 0.02 + 0.5 * 9.81 * 0.01), velocity: .zero, topspin: 0)
    var law = FlightLaw.vacuum
    law[.restitution] = 0.8
    // It falls for a tenth of a second and then rises at 0.8 times the speed.
    var flown = ball
    for _ in 0..<10 { flown = law.advanced(flown, by: 0.02) }
    #expect(abs(flown.velocity.z - (0.8 * 0.981 - 0.981)) < 0.01)
    #expect(flown.position.z > 0.02)
  }

  @Test("friction turns a slipping ball into a rolling one and takes no more")
  func rolls() {
    var law = FlightLaw.vacuum
    law[.retention] = 1
    law[.friction] = 10
    let ball = FlyingBall(
      position: Vector3(0, 0, 0.0201), velocity: Vector3(0, -4, -2), topspin: 0)
    let after = law.advanced(ball, by: 0.001)
    #expect(abs(after.velocity.y + 2.4) < 1e-3)
    #expect(abs(after.topspin * 0.02 - 2.4) < 1e-3)
  }

  // What is usual of topspin counts for a little even where looks are exact, so that a spin of 200
  // is read a few rad/s too small and arrives a millisecond late.
  @Test("exact looks give nearly exact arrivals, spin included")
  func isExactWithoutNoise() {
    let flights = Self.flights(40, under: .start, noise: 0, seed: 1)
    let error = ArrivalError(of: FlightForecaster(), on: flights)
    #expect(error.missed == 0)
    #expect(error.placeMedian < 0.004)
    #expect(error.timeMedian < 0.002)
    #expect(error.topspinMedian < 15)
  }

  @Test("a new hall is learned from fifty arrivals, and the ballistic law stays behind")
  func identifiesAHall() {
    var hall = FlightLaw.start
    hall[.restitution] -= 0.04
    hall[.delay] += 0.01
    hall[.across] = 0.02
    let test = Self.flights(150, under: hall, noise: 1, seed: 2)
    let references = Self.flights(50, under: hall, noise: 1, seed: 3)
    var forecaster = FlightForecaster()
    let before = ArrivalError(of: forecaster, on: test)
    forecaster.identify(from: references)
    let after = ArrivalError(of: forecaster, on: test)
    #expect(after.placeMedian < 0.9 * before.placeMedian)
    #expect(after.timeMedian < 0.5 * before.timeMedian)
    var ballistic = FlightForecaster.ballistic
    ballistic.identify(from: references, rounds: 6, trust: 5)
    let baseline = ArrivalError(of: ballistic, on: test)
    #expect(after.placeMedian < baseline.placeMedian)
    #expect(after.placeNinth < baseline.placeNinth)
    #expect(after.timeMedian < baseline.timeMedian)
  }

  @Test("normal equations find the minimum")
  func solves() {
    var equations = NormalEquations(2)
    // 2a + b = 4, a - b = -1, from a = b = 0.
    equations.add(residual: -4, slopes: [2, 1], weight: 1)
    equations.add(residual: 1, slopes: [1, -1], weight: 3)
    let step = equations.step()
    #expect(abs(step[0] - 1) < 1e-12)
    #expect(abs(step[1] - 2) < 1e-12)
  }

  @Test("looks that make no sense are answered by nothing and not by a crash")
  func survivesNonsense() {
    let forecaster = FlightForecaster()
    let still = Sighting(position: .zero, velocity: .zero)
    let wrong = Sighting(position: Vector3(.nan, 0, 0), velocity: Vector3(0, .infinity, 0))
    #expect(forecaster.arrival(of: [], every: 0.02, at: -1) == nil)
    #expect(forecaster.arrival(of: [still, still], every: 0.02, at: -1) == nil)
    #expect(forecaster.arrival(of: [wrong, wrong], every: 0.02, at: -1) == nil)
  }
}
