import TableTennis
import Testing

struct ExpediteTests {
  @Test("After ten minutes of play the system starts, and the last receiver serves")
  func betweenRallies() throws {
    var board = try Scoreboard(rules: .ittf)
    board.award(.point(to: .home, .ballOut), duration: 300)
    #expect(!board.isExpedite)
    #expect(board.server == .home)
    board.award(.point(to: .home, .ballOut), duration: 300)
    #expect(board.isExpedite)
    #expect(board.server == .away)
    #expect(board.servers(through: "hahahl") == "ahahah")
    #expect(board.server == .home)
    #expect(board.beginRally(at: 0).isExpedite)
  }

  @Test("The last receiver serves even in the middle of a turn")
  func middleOfTurn() throws {
    var board = try Scoreboard(rules: .ittf)
    board.award(.point(to: .home, .ballOut), duration: 600)
    #expect(board.server == .away)
    var replayed = try Scoreboard(rules: .ittf)
    replayed.award(.let(.serviceNet), duration: 600)
    #expect(replayed.server == .away)
  }

  @Test("A rally that is interrupted for it is served again by the same player")
  func duringRally() throws {
    var board = try Scoreboard(rules: .ittf)
    board.award(.point(to: .home, .ballOut), duration: 590)
    let umpire = board.beginRally(at: 1_000)
    #expect(umpire.expediteStart == 1_010)
    board.award(.let(.expediteBegins), duration: 10)
    #expect(board.isExpedite)
    #expect(board.servers(through: "haha") == "haha")
  }

  @Test("It is not introduced when 18 points have been scored")
  func lateInTheGame() throws {
    var board = try Scoreboard(rules: .ittf)
    board.play(word17 + "h")
    board.award(.let(.serviceNet), duration: 700)
    #expect(!board.isExpedite)
    #expect(board.beginRally(at: 0).expediteStart == .infinity)
    var earlier = try Scoreboard(rules: .ittf)
    earlier.play(word17)
    earlier.award(.let(.serviceNet), duration: 700)
    #expect(earlier.isExpedite)
  }

  @Test("It stays until the end of the match, and does not change who serves first")
  func nextGame() throws {
    var board = try Scoreboard(rules: .ittf)
    board.award(.point(to: .home, .ballOut), duration: 601)
    board.play(String(repeating: "h", count: 10))
    #expect(board.games == Score(1, 0))
    #expect(board.playTime == 0)
    #expect(board.servers(through: "hhhh") == "ahah")
  }

  @Test("The play of each game is counted by itself")
  func clock() throws {
    var board = try Scoreboard(rules: .ittf)
    for _ in 0..<11 { board.award(.point(to: .home, .ballOut), duration: 50) }
    for _ in 0..<5 { board.award(.point(to: .home, .ballOut), duration: 50) }
    #expect(!board.isExpedite)
  }

  /// Seventeen points, 9 to 8.
  private let word17 = String(repeating: "ha", count: 8) + "h"
}
