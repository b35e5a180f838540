import Arena
import Math
import Testing

@testable import PlanarWorlds

@Suite struct RallyTests {
  @Test func everyBallBouncesOnceOnThePlayersHalf() throws {
    var world = try Rally(.init())
    let still: [Float] = [-1, 1, 0]
    for seed in 0..<200 as Range<UInt64> {
      world.reset(seed: seed)
      var rewards: [Float] = [0]
      var status = Status.running
      while status == .running {
        var span = rewards.mutableSpan
        status = world.step(still.span, rewards: &span)
      }
      #expect(world.court.umpire.hasBounced, "seed \(seed)")
      #expect(status == .finished)
      #expect(rewards[0].isFinite)
    }
  }

  @Test func theUmpireKnowsTheRules() {
    func verdict(_ events: [(RallyUmpire.Thing, Double)]) -> RallyUmpire {
      var umpire = RallyUmpire()
      for (thing, x) in events { umpire.note(thing, x: x) }
      return umpire
    }
    #expect(verdict([(.table, 0.8), (.paddle, 1.5), (.net, 0), (.table, -0.5)]).hasReturned)
    let own = verdict([(.table, 0.8), (.paddle, 1.5), (.table, 0.5)])
    #expect(own.isOver && own.hasHit && !own.hasReturned)
    let volley = verdict([(.paddle, 1.5)])
    #expect(volley.isOver && !volley.hasHit)
    let twice = verdict([(.table, 0.8), (.table, 1.2)])
    #expect(twice.isOver && !twice.hasHit)
    #expect(verdict([(.table, -0.4)]).isOver)
    #expect(!verdict([(.table, 0.8), (.net, 0)]).isOver)
    let out = verdict([(.table, 0.8), (.paddle, 1.5), (.floor, -2.1)])
    #expect(out.isOver && !out.hasReturned && out.endPlace == -2.1)
  }

  @Test func motorsMoveThePaddle() throws {
    var places: [Planar] = []
    for action: [Float] in [[-1, 0, 0], [1, 0, 0], [0, 1, 0], [0, 0, 1]] {
      var world = try Rally(.init())
      var rewards: [Float] = [0]
      for _ in 0..<8 {
        var span = rewards.mutableSpan
        _ = world.step(action.span, rewards: &span)
      }
      places.append(world.court.world[world.court.paddle].centre)
    }
    #expect(places[0].x < 1.5 && places[1].x > 2)
    #expect(places[2].x < 1.6 && places[3].x < 1.75)
  }

  @Test func contradictorySetupsAreRefused() {
    for change: (inout Rally.Setup) -> Void in [
      { $0.slowest = 0 }, { $0.fastest = 1 }, { $0.longest = .nan }, { $0.stepLimit = 0 },
    ] {
      var setup = Rally.Setup()
      change(&setup)
      #expect(throws: SetupError.self) { try Rally(setup) }
    }
  }
}
