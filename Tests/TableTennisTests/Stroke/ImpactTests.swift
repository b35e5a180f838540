import Math
import Physics
import Testing

@testable import TableTennis

@Suite("Strokes")
struct ImpactTests {
  @Test(
    "The inverted contact law sends the ball where it was told",
    arguments: [Rubber.Name.inverted, .shortPips, .dm])
  func inverts(name: Rubber.Name) {
    var random = Random(seed: 2)
    let rubber = Rubber.named(name)
    for _ in 0..<2000 {
      let incoming = Ball(
        position: Vector3(0, -1.5, 0.3),
        velocity: Vector3(random.uniform(-1, 1), random.uniform(-6, -1), random.uniform(-2, 2)),
        spin: random.normalVector(deviation: 80))
      let target = Vector3(random.uniform(-2, 2), random.uniform(3, 9), random.uniform(0, 3))
      let impact = Impact(
        incoming: incoming, target: target, topspin: random.uniform(-150, 200), rubber: rubber)
      #expect((impact.outgoing.velocity - target).length < 1e-3)
      #expect(abs(impact.normal.length - 1) < 1e-9)
    }
  }

  @Test("Topspin and underspin come out as asked while friction allows it")
  func spin() {
    let incoming = Ball(
      position: .zero, velocity: Vector3(0, -4, -1), spin: Vector3(150, 0, 0))
    for wanted in [-80.0, 0, 60, 150] {
      let impact = Impact(
        incoming: incoming, target: Vector3(0, 6, 2), topspin: wanted,
        rubber: .named(.inverted))
      #expect(abs(impact.outgoing.topspin() - wanted) < 1)
    }
  }

  @Test("A shot clears the net as asked and lands on its target", arguments: Hall.Preset.allCases)
  func lands(preset: Hall.Preset) throws {
    var setup = Hall.Setup()
    setup.preset = preset
    let hall = Hall(setup)
    var random = Random(seed: 8)
    for _ in 0..<200 {
      let ball = Ball(
        position: Vector3(random.uniform(-0.6, 0.6), random.uniform(-1.8, -1.4), 0.25),
        velocity: Vector3(0, -3, 0), spin: Vector3(120, 0, 0))
      let target = Vector3(random.uniform(-0.5, 0.5), random.uniform(0.5, 1.1), Ball.radius)
      let shot = Shot(speed: random.uniform(4, 7), topspin: 40, clearance: 0.1)
      let impact = try #require(
        shot.impact(on: ball, to: target, in: hall, with: .named(.inverted)))
      var flight = hall.trajectory(of: impact.outgoing)
      let bounce = flight.advanceToBounce(within: 2)
      let landing = try #require(bounce).ball.position
      #expect((landing - target).length < 0.03)
      let clearance = Aim(model: hall.flight).netClearance(
        from: impact.outgoing.position, velocity: impact.outgoing.velocity,
        spin: impact.outgoing.spin)
      #expect(clearance > 0.09)
    }
  }

  @Test("A planned service bounces on both courts")
  func services() throws {
    let hall = Hall(Hall.Setup())
    var random = Random(seed: 12)
    for _ in 0..<20 {
      let start = Vector3(random.uniform(-0.4, 0.4), random.uniform(-1.8, -1.45), 0.2)
      let target = Vector3(random.uniform(-0.4, 0.4), random.uniform(0.6, 1.1), Ball.radius)
      let service = try #require(
        ServiceAim(hall: hall).service(
          from: start, to: target, topspin: random.uniform(-60, 60)))
      var flight = hall.trajectory(
        of: Ball(position: start, velocity: service.velocity, spin: service.spin))
      let first = flight.advanceToBounce(within: 1)
      let own = try #require(first).ball.position
      let second = flight.advanceToBounce(within: 1.5)
      let other = try #require(second).ball.position
      #expect(own.y < 0 && Table.isAbove(own))
      #expect(other.y > 0 && Table.isAbove(other))
    }
  }
}
