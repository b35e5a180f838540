import Testing

@testable import TableTennis

@Suite("Balls on their way to the hitting plane")
struct ArrivingBallsTests {
  private static func balls() throws -> ArrivingBalls {
    var setup = Return.Setup()
    setup.home.perception = .paper
    return try ArrivingBalls(setup, lead: 0.3)
  }

  @Test("are seen until the lead before they cross")
  func areSeenInTime() throws {
    var balls = try Self.balls()
    let samples = (0..<40).compactMap { balls.sample(seed: $0) }
    #expect(samples.count > 20)
    for sample in samples {
      #expect(sample.arrival.time >= 0.3 - 1e-9)
      #expect(sample.arrival.time < 0.34)
      #expect(abs(sample.arrival.position.y - Sight.hittingPlane) < 1e-3)
    }
  }

  @Test("are the same for the same seed, whatever was drawn before")
  func areRepeatable() throws {
    var some = try Self.balls()
    var others = try Self.balls()
    _ = others.sample(seed: 5)
    let (a, b) = (some.sample(seed: 1), others.sample(seed: 1))
    #expect(a?.sightings == b?.sightings)
    #expect(a?.arrival == b?.arrival)
  }

  @Test("look as if the ball had moved on by the delay")
  func areLate() throws {
    var setup = Return.Setup()
    setup.home.perception.delay = 0.04
    var late = try ArrivingBalls(setup, lead: 0.3)
    setup.home.perception.delay = 0
    var prompt = try ArrivingBalls(setup, lead: 0.3)
    let seed = try #require((0..<40).first { late.sample(seed: $0) != nil })
    let (behind, ahead) = (late.sample(seed: seed), prompt.sample(seed: seed))
    let y = try #require(behind?.sightings.last?.position.y)
    let y0 = try #require(ahead?.sightings.dropLast(2).last?.position.y)
    #expect(abs(y - y0) < 0.01)
  }
}
