/// What is played for and how strictly: every rule of scoring and umpiring that may differ between
/// matches. The defaults are the ITTF laws for singles.
public struct Rules: Codable, Hashable, Sendable {
  // The match (laws 2.11 and 2.12).
  /// Points that win a game.
  public var pointsPerGame = 11
  /// The lead a game is won by.
  public var lead = 2
  /// Points that win a game by any lead, or nil for none.
  public var pointCap: Int?
  /// The greatest number of games in a match, odd: a match is the best of these.
  public var games = 5
  /// Whether all games are played even when the match is already decided.
  public var playsAllGames = false

  // Order of service and ends (2.13).
  /// Who serves.
  public var service = ServiceOrder.alternate
  /// Points after which the service changes; 1 in deuce and under the expedite system.
  public var servicesPerTurn = 2
  /// Whose services count for points before the receiver has made a good return.
  public var scoringServices = ScoringServices.both
  /// Whether the players change ends after each game, and within the last possible game.
  public var changesEnds = true

  // The service (2.6).
  /// The least rise of a toss above the palm, metres.
  public var leastToss = 0.16
  /// The greatest angle between a toss and the vertical, rad. The law says "near vertically".
  public var greatestTossAngle = 0.26
  /// The greatest spin of a toss, rad/s. The law says "without imparting spin".
  public var greatestTossSpin = 12.0
  /// Whether a service must leave the receiver's court by the end line (2.9.1.5).
  public var usesWheelchairService = false

  // The rally.
  /// Height of the ball above the playing surface that makes a let, metres, or nil for none.
  public var highBall: Double?
  /// The time in seconds within which further contacts with the same racket, or hand and racket,
  /// are one stroke: the law forbids to strike twice deliberately only (2.10.1.7).
  public var strokeDuration = 0.05

  // The expedite system (2.15).
  /// Seconds of play in a game until the system starts, or nil for never.
  public var expediteTime: Double? = 600
  /// Points in a game from which on the system is not introduced.
  public var expeditePoints = 18
  /// Good returns by which the receiver scores under the system.
  public var expediteReturns = 13

  // Time limits that make every match end; the laws leave them to the umpire's patience.
  /// Seconds for the server to toss the ball before the receiver scores.
  public var serviceTimeout = 30.0
  /// Seconds without a contact after which a ball is dead, as if it had met the floor.
  public var contactTimeout = 5.0
  /// Seconds after which a rally is a let, or nil for none.
  public var rallyTimeout: Double?
  /// Lets in succession that end the match without a winner.
  public var letLimit = 100

  /// The ITTF laws for singles, best of five games.
  public init() {}

  /// The ITTF laws for singles, best of five games.
  public static let ittf = Rules()

  /// The rules of arXiv 2408.03906, section 5.2, with the robot at home: three games are always
  /// played, to 11 points by two or to 20; the human always serves, and nobody scores until the
  /// robot has returned the service; balls above 2 m are lets. The robot cannot change ends.
  public static let paper: Rules = {
    var rules = Rules()
    rules.pointCap = 20
    rules.games = 3
    rules.playsAllGames = true
    rules.service = .away
    rules.scoringServices = .neither
    rules.changesEnds = false
    rules.highBall = 2
    rules.expediteTime = nil
    return rules
  }()

  /// The rules of the study of services in the same paper, with the robot at home: as `paper`, but
  /// the service alternates, the human's services count at once and have to be good by the
  /// wheelchair rule, and the robot's do not count until they have been returned.
  public static let paperServices: Rules = {
    var rules = Rules.paper
    rules.service = .alternate
    rules.scoringServices = .away
    rules.usesWheelchairService = true
    return rules
  }()

  /// Who serves.
  public enum ServiceOrder: String, Codable, Hashable, Sendable, CaseIterable {
    /// Both in turn (2.13.3).
    case alternate
    /// Home serves every rally.
    case home
    /// Away serves every rally.
    case away
  }

  /// Whose services count before the receiver has returned them. A rally that ends earlier on a
  /// service that does not count is a let.
  public enum ScoringServices: String, Codable, Hashable, Sendable, CaseIterable {
    case both
    case neither
    case home
    case away

    /// Whether a service of `server` can win or lose a point.
    public func includes(_ server: Side) -> Bool {
      switch self {
      case .both: true
      case .neither: false
      case .home: server == .home
      case .away: server == .away
      }
    }
  }
}
