import Arena

/// How a scripted player plays: which shots, where to, and from where.
public struct PlayingStyle: Configuration, Hashable {
  /// The shots to choose among, by weight, anew for every stroke.
  public var shots = [Shot()]
  /// Targets lie within this much of the centre line, metres.
  public var width = 0.45
  /// The mean depth of the targets beyond the net, metres.
  public var depth = 0.85
  /// The standard deviation of their depth, metres.
  public var depthDeviation = 0.15
  /// The part of strokes aimed at the opponent's backhand side instead of anywhere, 0 ... 1.
  public var backhandBias = 0.0
  /// How far behind the net the player likes to meet the ball, metres; the end line is at 1.37.
  public var contactDepth = 1.6
  /// How high the player likes to meet the ball, metres above the table.
  public var contactHeight = 0.25
  /// The service.
  public var service = Service()

  public init() {}

  /// How the player serves.
  public struct Service: Configuration, Hashable {
    /// Topspin on leaving the racket, rad/s; negative for underspin.
    public var topspin = 10.0
    /// Its standard deviation from service to service, rad/s.
    public var topspinDeviation = 20.0
    /// The mean depth of the second bounce beyond the net, metres.
    public var depth = 0.9
    /// Its standard deviation, metres.
    public var depthDeviation = 0.15
    /// Second bounces lie within this much of the centre line, metres.
    public var width = 0.4

    public init() {}
  }
}

/// A scripted opponent as read from a file: its body and senses, and its style.
public struct Opponent: Configuration, Hashable {
  /// One sentence for lists.
  public var summary = "A scripted player."
  /// The body and senses; always a racket in a hand.
  public var player = Match.racketPlayer
  public var style = PlayingStyle()

  public init() {}

  /// The player in a hall as specified by `hall`.
  public func makePolicy(hall: Hall.Setup) -> ScriptedPlayer {
    ScriptedPlayer(self, hall: hall)
  }

  /// Throws the first value that nobody could play with.
  public func validate() throws {
    guard player.body == .racket else {
      throw SetupError("player.body", "a scripted opponent plays with a racket in a hand")
    }
    try player.validate(at: "player")
    guard !style.shots.isEmpty, style.shots.count <= 32 else {
      throw SetupError("style.shots", "a style has 1 ... 32 shots")
    }
    for (index, shot) in style.shots.enumerated() {
      let path = "style.shots.\(index)"
      try require(shot.speed, in: 1...25, at: "\(path).speed")
      try require(shot.speedDeviation, in: 0...10, at: "\(path).speed-deviation")
      try require(shot.topspin, in: -1000...1000, at: "\(path).topspin")
      try require(shot.topspinDeviation, in: 0...500, at: "\(path).topspin-deviation")
      try require(shot.clearance, in: 0...1, at: "\(path).clearance")
      try require(shot.weight, in: 0...1000, at: "\(path).weight")
    }
    try require(style.width, in: 0...0.75, at: "style.width")
    try require(style.depth, in: 0.2...1.3, at: "style.depth")
    try require(style.depthDeviation, in: 0...1, at: "style.depth-deviation")
    try require(style.backhandBias, in: 0...1, at: "style.backhand-bias")
    try require(style.contactDepth, in: 0.9...3, at: "style.contact-depth")
    try require(style.contactHeight, in: 0.05...1, at: "style.contact-height")
    try require(style.service.topspin, in: -500...500, at: "style.service.topspin")
    try require(
      style.service.topspinDeviation, in: 0...200, at: "style.service.topspin-deviation")
    try require(style.service.depth, in: 0.2...1.3, at: "style.service.depth")
    try require(style.service.depthDeviation, in: 0...1, at: "style.service.depth-deviation")
    try require(style.service.width, in: 0...0.7, at: "style.service.width")
  }
}
