import Math
import TableTennis
import Testing

/// A score board that takes points as a word: `h` for home, `a` for away, `l` for a let.
extension Scoreboard {
  mutating func play(_ points: String) {
    for letter in points {
      switch letter {
      case "h": award(.point(to: .home, .secondBounce))
      case "a": award(.point(to: .away, .secondBounce))
      case "l": award(.let(.serviceNet))
      default: Issue.record("unknown point \(letter)")
      }
    }
  }

  /// The servers of the rallies of `points`, as a word.
  mutating func servers(through points: String) -> String {
    var servers = ""
    for letter in points {
      servers += server == .home ? "h" : "a"
      play(String(letter))
    }
    return servers
  }
}

private func word(_ part: String, times count: Int) -> String {
  String(repeating: part, count: count)
}

struct ScoreboardTests {
  @Test("A game is won at 11 by two")
  func game() throws {
    var board = try Scoreboard(rules: .ittf)
    board.play(word("ha", times: 9) + "h")
    #expect(board.points == Score(10, 9))
    board.play("h")
    #expect(board.finishedGames == [Score(11, 9)])
    #expect(board.games == Score(1, 0))
    #expect(board.points == Score())
  }

  @Test("From 10 all a game goes on until the lead is two")
  func deuce() throws {
    var board = try Scoreboard(rules: .ittf)
    board.play(word("ha", times: 24) + "a")
    #expect(board.points == Score(24, 25))
    board.play("a")
    #expect(board.finishedGames == [Score(24, 26)])
  }

  @Test("The service changes every two points, and every point from 10 all")
  func service() throws {
    var board = try Scoreboard(rules: .ittf, firstServer: .away)
    #expect(board.servers(through: word("ha", times: 10)) == word("aahh", times: 5))
    #expect(board.points == Score(10, 10))
    #expect(board.servers(through: "hahahaa") == "ahahaha")
  }

  @Test("A let is served again by the same player")
  func lets() throws {
    var board = try Scoreboard(rules: .ittf)
    #expect(board.servers(through: "lhllalh") == "hhhhhaa")
    #expect(board.points == Score(2, 1))
  }

  @Test("Who served first in a game receives first in the next, however the game ended")
  func nextGame() throws {
    var board = try Scoreboard(rules: .ittf)
    board.play(word("h", times: 11))
    #expect(board.server == .away)
    board.play(word("ha", times: 10) + "hh")
    #expect(board.server == .home)
    #expect(board.games == Score(2, 0))
  }

  @Test("A match is the best of an odd number of games", arguments: [1, 3, 5, 7])
  func bestOf(games: Int) throws {
    var rules = Rules.ittf
    rules.games = games
    var quick = try Scoreboard(rules: rules)
    quick.play(word("a", times: 11 * (games / 2 + 1)))
    #expect(quick.isFinished && quick.winner == .away)
    #expect(quick.games == Score(0, games / 2 + 1))
    var long = try Scoreboard(rules: rules)
    long.play(word(word("h", times: 11) + word("a", times: 11), times: games / 2))
    #expect(!long.isFinished && long.isLastPossibleGame)
    long.play(word("h", times: 11))
    #expect(long.winner == .home)
    #expect(long.finishedGames.count == games)
  }

  @Test("Nothing scores after the match")
  func afterTheMatch() throws {
    var rules = Rules.ittf
    rules.games = 1
    var board = try Scoreboard(rules: rules)
    board.play(word("h", times: 11))
    let finished = board
    board.play("aalh")
    #expect(board == finished)
    #expect(board.description == "11-0")
  }

  @Test("Ends change after every game, and at 5 in the last possible game only")
  func ends() throws {
    var rules = Rules.ittf
    rules.games = 3
    var board = try Scoreboard(rules: rules)
    board.play("hhhhhh")
    #expect(!board.hasChangedEnds)
    board.play("hhhhh")
    #expect(board.hasChangedEnds)
    board.play(word("a", times: 11))
    #expect(!board.hasChangedEnds)
    board.play("hhhhaaaa")
    #expect(!board.hasChangedEnds)
    board.play("a")
    #expect(board.hasChangedEnds)
    board.play("h")
    #expect(board.points == Score(5, 5))
    #expect(board.hasChangedEnds, "the second player to reach 5 does not change ends again")
  }

  @Test("Ends stay where the rules say so")
  func fixedEnds() throws {
    var board = try Scoreboard(rules: .paper)
    for _ in 0..<3 {
      board.play(word("h", times: 11))
      #expect(!board.hasChangedEnds)
    }
    #expect(board.isFinished)
  }

  @Test("In the paper's matches 20 points win by any lead")
  func cap() throws {
    var board = try Scoreboard(rules: .paper)
    board.play(word("ha", times: 19))
    #expect(board.points == Score(19, 19))
    board.play("a")
    #expect(board.finishedGames == [Score(19, 20)])
  }

  @Test("In the paper's matches three games are always played, and the human always serves")
  func threeGames() throws {
    var board = try Scoreboard(rules: .paper)
    #expect(board.servers(through: word("h", times: 22)) == word("a", times: 22))
    #expect(!board.isFinished && board.winner == nil)
    board.play(word("a", times: 11))
    #expect(board.isFinished)
    #expect(board.games == Score(2, 1))
    #expect(board.winner == .home)
  }

  @Test("Too many lets in a row abandon the match")
  func abandoned() throws {
    var rules = Rules.paper
    rules.letLimit = 4
    var board = try Scoreboard(rules: rules)
    board.play("lllhlll")
    #expect(!board.isFinished)
    board.play("l")
    #expect(board.isFinished)
    #expect(board.winner == nil)
  }

  @Test("Boards that differ have different digests")
  func digests() throws {
    var board = try Scoreboard(rules: .ittf)
    var seen: [Digest] = []
    for letter in "hahhl" + word("a", times: 12) {
      board.play(String(letter))
      var digest = Digest()
      board.combine(into: &digest)
      #expect(!seen.contains(digest))
      seen.append(digest)
    }
  }
}
