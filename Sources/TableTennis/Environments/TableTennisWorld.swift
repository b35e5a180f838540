import Arena

/// What every environment of table tennis tells those who make players for it.
public protocol TableTennisWorld: Environment {
  /// The hall as specified, without the randomness of an episode.
  var hall: Hall.Setup { get }
  /// The players by seat.
  var players: [PlayerSetup] { get }
  /// The robots by seat; nil where a player holds a racket in a hand.
  var robots: [RobotModel?] { get }
}

extension TableTennisWorld {
  /// What a player in `seat` looks like in a mirror, if strokes have a mirror image there: those of
  /// the paper's robot with the same rubber on both faces.
  public func reflection(of seat: Int) -> Reflection? {
    let player = players[seat]
    let isEven = player.rubbers.forehand == player.rubbers.backhand
    return player.body == .robot && player.arm == ArmSetup() && isEven ? RobotModel.reflection : nil
  }
}

extension Return: TableTennisWorld {
  public var hall: Hall.Setup { setup.hall }
  public var players: [PlayerSetup] { [setup.home] }
  public var robots: [RobotModel?] { play.robots }
}

extension Serve: TableTennisWorld {
  public var hall: Hall.Setup { setup.hall }
  public var players: [PlayerSetup] { [setup.home] }
  public var robots: [RobotModel?] { play.robots }
}

extension Match: TableTennisWorld {
  public var hall: Hall.Setup { setup.hall }
  public var players: [PlayerSetup] { [setup.home, setup.away] }
  public var robots: [RobotModel?] { play.robots }
}

extension Return.Setup {
  /// The defaults of `table-tennis/serve-return`: services of any speed.
  public static var serveReturn: Return.Setup {
    var setup = Return.Setup()
    setup.balls.kind = .serve
    setup.balls.leastSpeed = 2
    setup.balls.greatestSpeed = 9
    return setup
  }
}
