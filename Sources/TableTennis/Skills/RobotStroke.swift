import Arena

/// One of the scripted robot's strokes, as data: with which face, where to, and how.
public struct RobotStroke: Configuration, Hashable {
  /// Which side of the blade; without it the one that is nearer to the ball.
  public var face: RacketFace?
  /// The speed and spin that are wanted; slower where the net is in the way.
  public var shot = Shot(speed: 5.2, topspin: 20, clearance: 0.12)
  /// Targets lie between these, across the table, metres to the right of the middle, ...
  public var left = -0.35
  public var right = 0.35
  /// ... and along it, metres beyond the net.
  public var nearest = 0.6
  public var farthest = 0.95

  public init() {}

  /// The stroke with one face, otherwise as the scripted robot plays.
  public init(_ face: RacketFace) {
    self.face = face
  }

  /// Throws the first value that nobody could play with.
  public func validate() throws {
    try require(shot.speed, in: 1...25, at: "shot.speed")
    try require(shot.speedDeviation, in: 0...10, at: "shot.speed-deviation")
    try require(shot.topspin, in: -1000...1000, at: "shot.topspin")
    try require(shot.topspinDeviation, in: 0...500, at: "shot.topspin-deviation")
    try require(shot.clearance, in: 0...1, at: "shot.clearance")
    try require(left, in: -0.75...0.75, at: "left")
    try require(right, in: left...0.75, at: "right")
    try require(nearest, in: 0.05...1.35, at: "nearest")
    try require(farthest, in: nearest...1.35, at: "farthest")
  }
}
