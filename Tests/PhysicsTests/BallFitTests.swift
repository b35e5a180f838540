import Foundation
import Math
import Physics
import Testing

@Suite struct BallFits {
  static let launch = Ball(
    position: Vector3(0, 1.3, 0.3), velocity: Vector3(0.4, -6, 1.2), spin: Vector3(120, 20, -30))

  /// Positions every 5 ms of a flight over a table with a bounce, with normal noise.
  static func samples(noise: Double, seed: UInt64) -> [FlightSample] {
    var random = Random(seed: seed)
    let table = Box(lower: Vector3(-0.76, -1.37, -0.03), upper: Vector3(0.76, 1.37, 0))
    var trajectory = Trajectory(
      of: launch, model: .real, over: table, of: .tableReal, step: 0.005)
    return (0..<120).map { k in
      while trajectory.time < 0.005 * Double(k) - 1e-9 {
        trajectory.advance(limit: 0.005 * Double(k) - trajectory.time)
      }
      let blur = noise > 0 ? random.normalVector(deviation: noise) : .zero
      return FlightSample(
        time: 3 + trajectory.time, position: trajectory.ball.position + blur)
    }
  }

  @Test func aFlightIsCutAtTheBounce() throws {
    let samples = Self.samples(noise: 0.001, seed: 30)
    let flights = FlightSample.flights(in: samples)
    #expect(flights.count == 2)
    let lowest = try #require(
      samples.indices.min { samples[$0].position.z < samples[$1].position.z })
    #expect(abs(flights[0].upperBound - lowest) <= 1)
  }

  @Test func aCleanFlightGivesBackItsLaunch() throws {
    let samples = Self.samples(noise: 0, seed: 0)
    let flight = samples[FlightSample.flights(in: samples)[0]]
    let fit = try #require(
      FlightFit(to: flight, model: .real, spin: .around(.zero, deviation: 1e4)))
    #expect(fit.residual < 1e-6)
    #expect((fit.ball.position - Self.launch.position).length < 1e-5)
    #expect((fit.ball.velocity - Self.launch.velocity).length < 1e-3)
    // Spin along the flight bends nothing, so only the part across it can be found.
    let along = Self.launch.velocity.normalized()
    let error = (fit.ball.spin - Self.launch.spin).rejected(from: along)
    #expect(error.length < 5, "\(fit.ball.spin)")
  }

  @Test func theDragOfTheAirCanBeFound() throws {
    let samples = Self.samples(noise: 0, seed: 0)
    let flight = samples[FlightSample.flights(in: samples)[0]]
    var wrong = FlightModel.real
    wrong.dragCoefficient = 0.3
    let fit = try #require(
      FlightFit(
        to: flight, model: wrong, spin: .known(Self.launch.spin), dragDeviation: 10))
    #expect(abs(fit.model.dragCoefficient - 0.476) < 1e-3)
  }

  @Test func aNoisyFlightIsForetoldFromItsFirstThird() throws {
    var errors = [Double]()
    var careless = [Double]()
    for seed in 0..<20 as Range<UInt64> {
      let samples = Self.samples(noise: 0.002, seed: seed)
      let flight = samples[FlightSample.flights(in: samples)[0]]
      errors.append(
        try #require(
          FlightComparison.endError(of: flight, model: .real, spin: .known(Self.launch.spin))))
      careless.append(
        try #require(FlightComparison.endError(of: flight, model: .vacuum, spin: .known(.zero))))
    }
    #expect(try #require(ErrorSummary(errors)).median < 0.02)
    #expect(try #require(ErrorSummary(careless)).median > 0.1)
  }

  @Test func summariesAreMediansAndPercentiles() throws {
    let summary = try #require(ErrorSummary([3, 1, 2, 5, 4]))
    #expect(summary.median == 3 && summary.p90 == 4.6 && summary.count == 5)
    #expect(ErrorSummary([]) == nil)
  }

  @Test func modelsAndMaterialsSurviveBeingWritten() throws {
    func copy<Value: Codable>(_ value: Value) throws -> Value {
      try JSONDecoder().decode(Value.self, from: JSONEncoder().encode(value))
    }
    for model in [FlightModel.real, .dm, .vacuum] { #expect(try copy(model) == model) }
    for name in Rubber.Name.allCases {
      #expect(try copy(Rubber.named(name)) == Rubber.named(name))
      #expect(try copy(name) == name)
    }
  }
}
