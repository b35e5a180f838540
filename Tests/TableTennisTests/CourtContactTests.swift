import Arena
import Math
import Physics
import Testing

@testable import TableTennis

/// The court flies the ball in long arcs and looks for contacts only where there may be some.
@Suite struct CourtContactTests {
  @Test("Looking everywhere, every millisecond, finds the same contacts of a returning robot")
  func returns() throws {
    var setup = Return.Setup()
    setup.home.perception = .paper
    setup.home.latencies = .paper
    let world = try Return(setup)
    var episode = Episode(
      world, policies: [ScriptedRobot(hall: setup.hall, player: setup.home)])
    var touches = Touches()
    for seed in 0..<150 {
      episode.reset(seed: UInt64(seed))
      while episode.status == .running {
        let before = episode.world.play.court
        episode.step()
        touches.check(before, episode.world.play.court)
      }
    }
    #expect(touches.strokes >= 130 && touches.bounces >= 250)
  }

  @Test("The same for a robot that flails about in the ball's way")
  func flailing() throws {
    var world = try Return(Return.Setup())
    var random = Random(seed: 5)
    let ranges = world.seats[0].action.ranges
    var actions = [Float](repeating: 0, count: ranges.count)
    var rewards: [Float] = [0]
    var touches = Touches()
    for seed in 0..<300 {
      world.reset(seed: UInt64(seed))
      var status = Status.running
      var step = 0
      while status == .running {
        if step % 8 == 0 {
          for index in actions.indices {
            actions[index] = Float(
              random.uniform(Double(ranges[index].lowerBound), Double(ranges[index].upperBound)))
          }
        }
        step += 1
        let before = world.play.court
        var span = rewards.mutableSpan
        status = world.step(actions.span, rewards: &span)
        touches.check(before, world.play.court)
      }
    }
    #expect(touches.strokes >= 3 && touches.links >= 10 && touches.bounces >= 300)
  }

  @Test("The same in a match, at both ends of the table")
  func match() throws {
    var setup = Match.Setup()
    setup.timeLimit = 60
    let opponent = Opponent()
    setup.away = opponent.player
    setup.away.body = .racket
    var episode = Episode(
      try Match(setup),
      policies: [
        ScriptedRobot(hall: setup.hall, player: setup.home),
        ScriptedPlayer(opponent, hall: setup.hall),
      ])
    var touches = Touches()
    for seed in 0..<4 {
      episode.reset(seed: UInt64(seed))
      while episode.status == .running {
        let before = episode.world.play.court
        episode.step()
        touches.check(before, episode.world.play.court)
      }
    }
    #expect(touches.strokes >= 40 && touches.bounces >= 40)
  }
}

/// Counts contacts, and compares the first one of every step with a search that leaves out nothing.
struct Touches {
  var strokes = 0
  var links = 0
  var bounces = 0

  /// - Parameters:
  ///   - before: The court before a step, the actions taken or not.
  ///   - after: The court after it.
  mutating func check(_ before: Court, _ after: Court) {
    let events = after.events.filter {
      switch $0.kind {
      case .struck, .touchedBody: true
      case .touchedTable, .touchedNet, .touchedSurroundings: true
      default: false
      }
    }
    for event in events {
      switch event.kind {
      case .struck: strokes += 1
      case .touchedBody: links += 1
      case .touchedTable: bounces += 1
      default: break
      }
    }
    // A ball that was let go or laid down within the step took no full flight.
    guard before.holder == nil, !before.isResting, after.holder == nil else { return }
    let (contact, ball) = firstContactAnywhere(from: before, bodies: after.bodies)
    if let contact {
      guard let event = events.first else {
        Issue.record("missed a contact \(contact.time) s into the step")
        return
      }
      #expect(abs(event.time - before.time - contact.time) < 1e-6)
      #expect((event.position - ball.position).length < 1e-5)
    } else {
      #expect(events.isEmpty)
      #expect((after.ball.position - ball.position).length < 1e-6)
      #expect((after.ball.velocity - ball.velocity).length < 1e-5)
    }
  }

  /// The first contact with anything, its time counted from the start of the step, and the ball in
  /// it; the ball at the end of the step if there is none.
  private func firstContactAnywhere(
    from court: Court, bodies: [Body]
  ) -> (contact: Contact?, ball: Ball) {
    var bodies = bodies
    var ball = court.ball
    for tick in 0..<Court.ticksPerStep {
      let arc = Arc(from: ball, model: court.hall.flight, duration: Court.tick)
      var first: Contact?
      func look(for shape: some Shape, _ motion: Motion = .still) {
        let contact = firstContact(
          of: arc, to: first?.time, with: Everywhere(shape), moving: motion)
        first = contact ?? first
      }
      look(for: Hall.tableBox)
      look(for: Hall.netBox)
      look(for: Plane(height: -Table.height))
      for index in bodies.indices {
        let side = Side.allCases[index]
        let stance = bodies[index].stance(at: tick).seen(from: side)
        let later = bodies[index].stance(at: tick + 1).seen(from: side)
        look(
          for: Racket.disc(stance.blade),
          Motion(
            about: stance.blade.centre,
            velocity: (later.blade.centre - stance.blade.centre) / Court.tick,
            angularVelocity: stance.blade.angularVelocity))
        let capsules = bodies[index].robotModel?.capsules ?? []
        for link in 0..<stance.linkCount {
          look(
            for: Capsule(
              from: stance.links[link].start, to: stance.links[link].end,
              radius: capsules[link].radius),
            Motion(of: stance.links[link], to: later.links[link], epoch: 0))
        }
      }
      if var contact = first {
        let touching = arc.ball(at: contact.time)
        contact.time += Double(tick) * Court.tick
        return (contact, touching)
      }
      ball = arc.end
    }
    return (nil, ball)
  }
}

/// A shape that is never taken to be out of reach.
struct Everywhere<Solid: Shape>: Shape {
  let solid: Solid

  init(_ solid: Solid) {
    self.solid = solid
  }

  var centre: Vector3 { solid.centre }
  var reach: Double { solid.reach }

  func closestPoint(to point: Vector3) -> SurfacePoint { solid.closestPoint(to: point) }

  func isBeyond(_ distance: Double, of point: Vector3) -> Bool { false }
}
