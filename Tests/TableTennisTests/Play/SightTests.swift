import Arena
import Math
import Physics
import Testing

@testable import TableTennis

@Suite("What players see")
struct SightTests {
  @Test("A sight survives being written and read")
  func roundTrip() {
    var sight = Sight()
    sight.ball = Ball(
      position: Vector3(0.5, -1, 0.25), velocity: Vector3(1, -4, 2), spin: Vector3(100, -20, 3))
    sight.situation = .bounced
    sight.sinceStroke = 0.5
    sight.arrival.time = 0.25
    sight.arrival.position = Vector3(0.25, -1.5, 0.5)
    sight.points = (7, 10)
    var numbers = [Float](repeating: .nan, count: Sight.width)
    var span = numbers.mutableSpan
    sight.write(into: &span)
    let read = Sight(numbers.span)
    #expect(read.ball == sight.ball)
    #expect(read.situation == .bounced)
    #expect(read.sinceStroke == 0.5)
    #expect(read.arrival == sight.arrival)
    #expect(read.points == (7, 10))
    for (number, range) in zip(numbers, Sight.fields.ranges) { #expect(range.contains(number)) }
  }

  @Test("With a delay the ball is seen where it was that long ago")
  func delay() throws {
    var setup = Return.Setup()
    setup.home.perception.delay = 0.06
    var world = try Return(setup)
    world.reset(seed: 3)
    let actions = [Float](repeating: 0, count: world.actionWidth)
    var rewards: [Float] = [0]
    var positions: [Vector3] = [world.play.court.ball.position]
    for step in 1...20 {
      var span = rewards.mutableSpan
      _ = world.step(actions.span, rewards: &span)
      positions.append(world.play.court.ball.position)
      guard step >= 4 else { continue }
      let seen = world.play.eyes[0].sight.ball.position
      #expect((seen - positions[step - 3]).length < 1e-5)
    }
  }

  @Test("Without delay and noise the arrival is foreseen to a centimetre")
  func foresight() throws {
    var world = try Return(Return.Setup())
    let actions = [Float](repeating: 0, count: world.actionWidth)
    var rewards: [Float] = [0]
    var misses: [Double] = []
    for seed in 0..<50 {
      world.reset(seed: UInt64(seed))
      var foreseen: Vector3?
      var status = Status.running
      while status == .running {
        let before = world.play.court.ball.position
        var span = rewards.mutableSpan
        status = world.step(actions.span, rewards: &span)
        let after = world.play.court.ball.position
        let sight = world.play.eyes[0].sight
        if sight.situation == .bounced, sight.arrival.time > 0.06 {
          foreseen = sight.arrival.position
        }
        guard before.y > Sight.hittingPlane, after.y <= Sight.hittingPlane else { continue }
        let share = (before.y - Sight.hittingPlane) / (before.y - after.y)
        let crossing = before + share * (after - before)
        if let foreseen { misses.append((foreseen - crossing).length) }
        break
      }
    }
    #expect(misses.count > 25)
    #expect(misses.sorted()[misses.count / 2] < 0.01)
  }
}
