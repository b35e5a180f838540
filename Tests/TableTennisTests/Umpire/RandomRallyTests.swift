import Math
import TableTennis
import Testing

struct RandomRallyTests {
  @Test("100,000 random streams of events end in at most one call, after which nothing changes")
  func streams() {
    var random = Random(seed: 20_240_803)
    var decided = 0
    for _ in 0..<100_000 {
      let rules = Rules.random(&random)
      var umpire = Umpire(
        rules: rules, server: random.side(), isExpedite: random.uniform() < 0.2,
        expediteStart: random.uniform() < 0.1 ? random.uniform(0, 5) : .infinity)
      var time = 0.0
      var calls = 0
      var end: Umpire?
      for _ in 0..<40 {
        time += random.uniform() < 0.01 ? 7 : random.uniform(0, 0.3)
        let event = ContactEvent.random(after: umpire, at: time, &random)
        if let call = umpire.observe(event) {
          calls += 1
          end = umpire
          check(call, of: umpire)
        }
      }
      #expect(calls <= 1)
      #expect((calls == 1) == (umpire.call != nil))
      if let end { #expect(end == umpire) }
      decided += calls
    }
    #expect(decided > 80_000)
  }

  /// What holds for every call whatever the events were.
  private func check(_ call: Call, of umpire: Umpire) {
    #expect(umpire.call == call)
    #expect(umpire.nextStriker == nil)
    if call.winner != nil, umpire.receiverReturns == 0 {
      #expect(umpire.rules.scoringServices.includes(umpire.server))
    }
    if umpire.strokes == 0, let winner = call.winner, call.reason != .obstruction {
      let isConduct = [.freeHandOnTable, .movedTable, .touchedNet].contains(call.reason)
      #expect(winner == umpire.receiver || isConduct, "only faults end a rally before the service")
    }
    #expect(umpire.receiverReturns * 2 <= umpire.strokes)
  }

  @Test("Random rallies make matches that end, and the sums of the score agree")
  func matches() throws {
    var random = Random(seed: 7)
    var abandoned = 0
    for _ in 0..<300 {
      var board = try Scoreboard(rules: Rules.random(&random), firstServer: random.side())
      var points = Score()
      var rallies = 0
      while !board.isFinished {
        let (call, duration) = board.playRandomRally(&random)
        if let winner = call.winner { points[winner] += 1 }
        board.award(call, duration: duration)
        rallies += 1
        try #require(rallies < 20_000)
        #expect(total(board) == points)
      }
      check(board)
      abandoned += board.winner == nil ? 1 : 0
    }
    #expect(abandoned < 300)
  }

  private func total(_ board: Scoreboard) -> Score {
    // When the match ends by a game, the points of that game stay on the board.
    let endedByGame = board.isFinished && board.lets == 0
    return board.finishedGames.reduce(into: endedByGame ? Score() : board.points) {
      $0.home += $1.home
      $0.away += $1.away
    }
  }

  private func check(_ board: Scoreboard) {
    let rules = board.rules
    for score in board.finishedGames {
      #expect(rules.winner(at: score) != nil)
      let highest = max(score.home, score.away)
      let isCapped = highest == rules.pointCap
      #expect(isCapped || abs(score.home - score.away) >= rules.lead)
      #expect(isCapped || highest == 11 || abs(score.home - score.away) == rules.lead)
    }
    #expect(board.games.total == board.finishedGames.count)
    for side in Side.allCases {
      #expect(
        board.finishedGames.filter { rules.winner(at: $0) == side }.count == board.games[side])
    }
    guard let winner = board.winner else { return }
    #expect(board.games[winner] >= rules.gamesToWin)
    if rules.playsAllGames {
      #expect(board.games.total == rules.games)
    } else {
      #expect(board.games[winner] == rules.gamesToWin)
    }
  }
}

extension Scoreboard {
  /// A rally of random events until the umpire calls, and how long it took.
  fileprivate func playRandomRally(_ random: inout Random) -> (Call, duration: Double) {
    var umpire = beginRally(at: 0)
    var time = 0.0
    while true {
      time += random.uniform(0, 0.5)
      let event = ContactEvent.random(after: umpire, at: time, &random)
      if let call = umpire.observe(event) { return (call, time) }
    }
  }
}

extension Random {
  fileprivate mutating func side() -> Side { uniform() < 0.5 ? .home : .away }
}

extension Rules {
  fileprivate static func random(_ random: inout Random) -> Rules {
    var rules = random.uniform() < 0.3 ? Rules.paper : Rules.ittf
    rules.games = 1 + 2 * random.index(below: 4)
    rules.playsAllGames = random.uniform() < 0.3
    rules.pointCap = random.uniform() < 0.3 ? 11 + random.index(below: 10) : nil
    rules.lead = 1 + random.index(below: 3)
    rules.servicesPerTurn = 1 + random.index(below: 5)
    rules.service = ServiceOrder.allCases[random.index(below: 3)]
    rules.scoringServices = ScoringServices.allCases[random.index(below: 4)]
    rules.usesWheelchairService = random.uniform() < 0.2
    rules.rallyTimeout = random.uniform() < 0.2 ? 5 : nil
    rules.expediteTime = random.uniform() < 0.5 ? 60 : nil
    return rules
  }
}

extension ContactEvent {
  /// Mostly what good play would bring next, so that rallies get somewhere; else anything.
  fileprivate static func random(
    after umpire: Umpire, at time: Double, _ random: inout Random
  ) -> ContactEvent {
    if random.uniform() < 0.85 { return good(after: umpire).at(time) }
    return ContactEvent(
      time: time, position: random.normalVector(deviation: 1),
      velocity: random.normalVector(deviation: 4), kind: .random(&random))
  }

  private static func good(after umpire: Umpire) -> ContactEvent {
    switch umpire.state {
    case .awaitingService: .toss(umpire.server)
    case .tossed(_, peak: nil): .peak(0.6)
    case .tossed: .strike(umpire.server)
    case .served: .bounce(umpire.server)
    case .serviceCrossing: .bounce(umpire.receiver)
    case .serviceLanded: .strike(umpire.receiver, outwards: true)
    case .returned(let striker, _): .bounce(striker.other)
    case .returnLanded(let striker): .strike(striker.other, outwards: true)
    case .decided: .tick()
    }
  }
}

extension ContactEvent.Kind {
  fileprivate static func random(_ random: inout Random) -> ContactEvent.Kind {
    let side = random.side()
    let isLikely = random.uniform() < 0.9
    return switch random.index(below: 15) {
    case 0: .tossed(by: side, .init(wasStill: isLikely, spin: random.uniform(0, 13)))
    case 1: .peaked
    case 2, 3: .struck(by: side, .init(isLegal: isLikely, wasHidden: !isLikely))
    case 4: .touchedTable(court: side, .top)
    case 5: .touchedTable(court: side, .edge)
    case 6: .touchedTable(court: side, .side)
    case 7: .touchedNet
    case 8: .touchedBody(of: side)
    case 9: .touchedSurroundings
    case 10: .leftBounds
    case 11: isLikely ? .ticked : .passedThroughNet
    case 12: isLikely ? .ticked : .freeHandTouchedTable(of: side)
    case 13: isLikely ? .movedTable(by: side) : .playerTouchedNet(side)
    default: .interrupted(.allCases[random.index(below: 4)])
    }
  }
}
