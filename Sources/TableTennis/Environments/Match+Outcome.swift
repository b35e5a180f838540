import Arena

extension Match {
  public var outcome: [Field] {
    func counts(_ names: String..., count: Int = 1, upTo most: Float = 10_000_000) -> [Field] {
      names.map { Field($0, unit: "1", count: count, in: 0...most) }
    }
    return counts("home-points", "away-points", upTo: 100_000)
      + counts("home-games", "away-games", upTo: 99)
      + counts("home-matches", "away-matches", upTo: 1)
      + counts("rallies", upTo: 100_000) + counts("strokes", "longest-rally")
      + counts("home-strokes", "home-landed", "away-strokes", "away-landed")
      + counts("home-faced-by-spin", "home-returned-by-spin", count: SpinClass.count)
      + counts(
        "home-points-by-game", "away-points-by-game", count: Match.countedGames, upTo: 100_000)
      + counts("home-faced-by-speed", "home-returned-by-speed", count: SpeedClass.count)
      + counts(
        "home-failures", "home-reception-failures", "away-failures", "away-reception-failures",
        count: Failure.allCases.count)
  }

  public func score(into outcome: inout MutableSpan<Float>) {
    var place = 0
    func enter(_ number: Int, _ outcome: inout MutableSpan<Float>) {
      outcome[place] = Float(number)
      place += 1
    }
    for side in Side.allCases { enter(tally.points[side], &outcome) }
    for side in Side.allCases { enter(board.games[side], &outcome) }
    for side in Side.allCases { enter(board.winner == side ? 1 : 0, &outcome) }
    enter(tally.rallies, &outcome)
    enter(tally.strokes, &outcome)
    enter(tally.longestRally, &outcome)
    for side in Side.allCases {
      enter(play.strokes[side], &outcome)
      enter(play.goodStrokes[side], &outcome)
    }
    let returns = play.homeReturns
    for spin in 0..<SpinClass.count { enter(returns.facedBySpin[spin], &outcome) }
    for spin in 0..<SpinClass.count { enter(returns.returnedBySpin[spin], &outcome) }
    for side in Side.allCases {
      for game in 0..<Match.countedGames { enter(points(inGame: game)[side], &outcome) }
    }
    for speed in 0..<SpeedClass.count { enter(returns.facedBySpeed[speed], &outcome) }
    for speed in 0..<SpeedClass.count { enter(returns.returnedBySpeed[speed], &outcome) }
    for side in Side.allCases {
      for isReception in [false, true] {
        for failure in Failure.allCases {
          enter(play.failures[side.index][failure, inReception: isReception], &outcome)
        }
      }
    }
  }

  /// Games whose points the outcome tells one by one.
  static let countedGames = 7

  /// The points of a game, counted from 0: played, being played, or not begun.
  private func points(inGame game: Int) -> Score {
    if game < board.finishedGames.count { return board.finishedGames[game] }
    return game == board.finishedGames.count && !board.isFinished ? board.points : Score()
  }
}
