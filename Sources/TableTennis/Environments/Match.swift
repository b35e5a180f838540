import Arena
import Math
import Physics

/// `table-tennis/match`: two players, a whole match under an umpire.
public struct Match: Environment {
  public static let name = "table-tennis/match"

  public struct Setup: Configuration, Hashable {
    public var hall = Hall.Setup()
    public var home = PlayerSetup()
    public var away = Match.racketPlayer
    public var rules = Rules()
    /// Who serves first where the service alternates.
    public var firstServer = Side.home
    /// Seconds between the end of a rally and the next service.
    public var pause = 1.5
    /// Seconds of simulated time after which a match is cut off.
    public var timeLimit = 7200.0

    public init() {}
  }

  static let racketPlayer: PlayerSetup = {
    var player = PlayerSetup()
    player.body = .racket
    return player
  }()

  public let seats: [Seat]
  public let stepDuration = Court.step
  /// What the world was built from.
  public let setup: Setup
  private(set) var play: Play
  private(set) var board: Scoreboard
  private var lastCall: Call?
  /// The time of the call that ended the last rally; nil while a rally is on.
  private var deadSince: Double?
  private var rallyStart = 0.0
  private(set) var tally = Tally()

  /// Counts over the whole match.
  struct Tally: Hashable, Sendable {
    var points = Score()
    var rallies = 0
    var strokes = 0
    var longestRally = 0
  }

  public init(_ setup: Setup) throws {
    try setup.home.validate(at: "home")
    try setup.hall.wear.validate(at: "hall.wear")
    try setup.away.validate(at: "away")
    guard setup.pause >= 0, setup.pause <= 60 else {
      throw SetupError("pause", "\(setup.pause) is not in 0 ... 60 seconds")
    }
    guard setup.timeLimit > 0, setup.timeLimit <= 1e6 else {
      throw SetupError("time-limit", "\(setup.timeLimit) is not in 0 ... 1000000 seconds")
    }
    do {
      board = try Scoreboard(rules: setup.rules, firstServer: setup.firstServer)
    } catch {
      throw SetupError("rules.\(error.rule)", error.message)
    }
    self.setup = setup
    play = try Play(hall: setup.hall, players: [setup.home, setup.away], rules: setup.rules)
    seats = play.seats()
    reset(seed: 0)
  }

  public mutating func reset(seed: UInt64) {
    play.reset(seed: seed)
    // The rules were accepted by `init`.
    if let fresh = try? Scoreboard(rules: setup.rules, firstServer: setup.firstServer) {
      board = fresh
    }
    tally = Tally()
    lastCall = nil
    deadSince = nil
    beginRally()
  }

  private mutating func beginRally() {
    rallyStart = play.court.time
    play.begin(under: board.beginRally(at: rallyStart))
    for side in Side.allCases { play.show(points: board.points, to: side) }
  }

  /// The reward of a player is +1 for a point won and -1 for a point lost.
  public mutating func step(_ actions: Span<Float>, rewards: inout MutableSpan<Float>) -> Status {
    rewards[0] = 0
    rewards[1] = 0
    if let call = play.advance(actions) {
      enter(call)
      if let winner = call.winner {
        rewards[winner.index] = 1
        rewards[winner.other.index] = -1
      }
      if board.isFinished { return .finished }
    }
    if let deadSince, play.court.time - deadSince >= setup.pause {
      self.deadSince = nil
      beginRally()
    }
    return play.court.time < setup.timeLimit ? .running : .truncated
  }

  private mutating func enter(_ call: Call) {
    lastCall = call
    deadSince = play.court.time
    tally.rallies += 1
    tally.strokes += play.umpire.strokes
    tally.longestRally = max(tally.longestRally, play.umpire.strokes)
    if let winner = call.winner { tally.points[winner] += 1 }
    board.award(call, duration: play.court.time - rallyStart)
    for side in Side.allCases { play.show(points: board.points, to: side) }
  }

  public func observe(seat: Int, into observation: inout MutableSpan<Float>) {
    play.observe(seat: seat, into: &observation)
  }

  public func hash(into digest: inout Digest) {
    play.hash(into: &digest)
    board.combine(into: &digest)
    digest.combine(deadSince ?? -1)
    digest.combine(rallyStart)
  }

  public func draw(into scene: inout Scene) {
    play.draw(into: &scene)
    scene.captions.insert("\(board)", at: 0)
    if let lastCall, play.umpire.call == nil { scene.captions.append("\(lastCall)") }
    // The pause begins with the very step of the call.
    if let lastCall, deadSince == play.court.time {
      scene.marks.append(Scene.Mark("\(lastCall)", .decision))
    }
    scene.panels.insert(scorePanel, at: 0)
  }

  /// Games and points of both players, and who serves.
  private var scorePanel: Scene.Panel {
    Scene.Panel(
      Scene.Panel.score,
      Side.allCases.map { side in
        Scene.Panel.Row(
          "\(side)", "\(board.games[side])  \(board.points[side])",
          isChosen: !board.isFinished && board.server == side)
      })
  }
}

extension Rules: Configuration {}
