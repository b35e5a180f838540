import Arena
import Math
import Physics
import Testing

@testable import TableTennis

@Suite("The match environment")
struct MatchTests {
  /// A one-game match between the scripted robot and an untiring amateur.
  private static func episode() throws -> Episode<Match> {
    var setup = Match.Setup()
    setup.rules.games = 1
    setup.away.limits.aimError = 0.06
    var opponent = Opponent()
    opponent.player = setup.away
    return Episode(
      try Match(setup),
      policies: [
        ScriptedRobot(hall: setup.hall, player: setup.home),
        opponent.makePolicy(hall: setup.hall),
      ])
  }

  @Test("A match ends with a winner whom the score justifies")
  func ends() throws {
    var episode = try Self.episode()
    for seed in 0..<2 {
      episode.reset(seed: UInt64(seed))
      episode.run(limit: 60_000)
      #expect(episode.status == .finished)
      let outcome = episode.outcome
      let (home, away) = (outcome[0], outcome[1])
      #expect(max(home, away) >= 11 && abs(home - away) >= 2)
      #expect(outcome[4] + outcome[5] == 1)
      #expect((outcome[4] == 1) == (home > away))
      #expect(outcome[6] >= home + away)
      // Rallies worth the name: services are good and come back.
      #expect(outcome[7] > 2 * outcome[6])
      #expect(outcome[8] >= 4)
      // Every stroke but the last of a rally was good, and the counts agree.
      #expect(outcome[9] + outcome[11] == outcome[7])
      #expect(outcome[10] <= outcome[9] && outcome[12] <= outcome[11])
      #expect(outcome[10] + outcome[12] >= outcome[7] - outcome[6])
    }
  }

  @Test("Every point was lost by a failure that is counted, and every other failure was a let")
  func countsFailures() throws {
    var episode = try Self.episode()
    let columns = episode.world.outcome
    func sum(_ name: String) throws -> Float {
      let places = try #require(columns.columns(of: name))
      return places.reduce(0) { $0 + episode.outcome[$1] }
    }
    for seed in 0..<2 {
      episode.reset(seed: UInt64(seed))
      episode.run(limit: 60_000)
      for (loser, winner) in [("home", "away"), ("away", "home")] {
        let failures = try sum("\(loser)-failures") + sum("\(loser)-reception-failures")
        #expect(failures == (try sum("\(winner)-points")))
      }
      #expect(try sum("home-faced-by-speed") == sum("home-faced-by-spin"))
      #expect(try sum("home-returned-by-speed") == sum("home-returned-by-spin"))
    }
  }

  @Test("A racket that was elsewhere did not reach the ball, and one beside it missed")
  func tellsFailuresApart() {
    func failure(_ reason: Reason, serving: Bool = false, nearest: Double = 0.1) -> Failure {
      Failure(reason, isServing: serving, nearest: nearest)
    }
    #expect(failure(.secondBounce, nearest: 0.6) == .unreached)
    #expect(failure(.notReturned, nearest: 0.06) == .missed)
    #expect(failure(.intoNet) == .low && failure(.ownCourt) == .low)
    #expect(failure(.passedEndLine) == .long && failure(.ballOut) == .wide)
    #expect(failure(.obstruction) == .volley && failure(.touchedBody) == .body)
    #expect(failure(.intoNet, serving: true) == .service)
  }

  @Test("Rewards add up to the difference in points, and are opposite")
  func rewards() throws {
    var episode = try Self.episode()
    episode.reset(seed: 5)
    episode.run(limit: 60_000)
    let outcome = episode.outcome
    #expect(episode.returns[0] == Double(outcome[0] - outcome[1]))
    #expect(episode.returns[1] == -episode.returns[0])
  }

  /// The server has seen no stroke of this match yet, and must not misread the ball as in the last.
  @Test("A match that begins with a service forgets the match before")
  func forgets() throws {
    var setup = Match.Setup()
    setup.rules.games = 1
    setup.rules.service = .away
    setup.firstServer = .away
    setup.away.perception.seesSpin = true
    setup.away.perception.spinNoise = 40
    var opponent = Opponent()
    opponent.player = setup.away
    var fresh = Episode(
      try Match(setup),
      policies: [
        ScriptedRobot(hall: setup.hall, player: setup.home),
        opponent.makePolicy(hall: setup.hall),
      ])
    var used = fresh
    used.reset(seed: 1)
    used.run(limit: 3000)
    used.reset(seed: 2)
    fresh.reset(seed: 2)
    for _ in 0..<300 {
      used.step()
      fresh.step()
    }
    #expect(used.world.digest == fresh.world.digest)
  }

  @Test("Equal seeds give equal matches, and a copy plays on alike")
  func repeats() throws {
    var first = try Self.episode()
    var second = try Self.episode()
    first.reset(seed: 9)
    second.reset(seed: 9)
    first.run(limit: 400)
    second.run(limit: 400)
    #expect(first.world.digest == second.world.digest)
    var copy = first
    first.run(limit: 300)
    #expect(copy.world.digest == second.world.digest)
    copy.run(limit: 300)
    #expect(first.world.digest == copy.world.digest)
    second.reset(seed: 10)
    second.run(limit: 700)
    #expect(first.world.digest != second.world.digest)
  }

  @Test("A server who never tosses loses the point in time")
  func neverTosses() throws {
    var setup = Match.Setup()
    setup.rules.serviceTimeout = 1
    var world = try Match(setup)
    world.reset(seed: 0)
    let actions = [Float](repeating: 0, count: world.actionWidth)
    var rewards: [Float] = [0, 0]
    var steps = 0
    while rewards[1] == 0, steps < 100 {
      var span = rewards.mutableSpan
      _ = world.step(actions.span, rewards: &span)
      steps += 1
    }
    #expect(rewards == [-1, 1])
    #expect(world.currentOutcome[1] == 1)
  }

  @Test("Impossible setups name the key that is wrong")
  func impossible() {
    var setup = Match.Setup()
    setup.rules.games = 4
    #expect(throws: SetupError.self) { try Match(setup) }
    setup = Match.Setup()
    setup.away.limits.reach = .nan
    let error = #expect(throws: SetupError.self) { try Match(setup) }
    #expect(error?.path == "away.limits.reach")
  }
}
