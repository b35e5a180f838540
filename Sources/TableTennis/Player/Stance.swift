import Math
import Physics

/// What the ball can meet of a player, at one moment and in the player's own frame.
struct Stance {
  var blade: RacketPose
  /// The axes of the robot's links, in the order of its capsules.
  var links = InlineArray<6, Segment>(repeating: Segment(start: .zero, end: .zero))
  var hasLinks = false

  /// How many of the robot's capsules the ball can meet: those after them stand for the blade.
  static let linkCount = 6
  /// The capsule of the handle, which belongs to the racket.
  static let handle = 5

  init(_ blade: RacketPose) {
    self.blade = blade
  }

  init(_ frames: RobotModel.Frames, _ velocities: JointVector) {
    blade = RobotModel.paper.racketPose(frames, velocities)
    var span = links.mutableSpan
    RobotModel.paper.placeBodies(frames, into: &span)
    hasLinks = true
  }

  /// How far the nearest surface is from `point`, metres.
  func distance(to point: Vector3) -> Double {
    var least = Racket.disc(blade).closestPoint(to: point).distance
    guard hasLinks else { return least }
    for index in 0..<Stance.linkCount {
      least = min(least, links[index].distance(to: point) - RobotModel.capsules[index].radius)
    }
    return least
  }

  /// This stance, seen from the other end of the table for away.
  func seen(from side: Side) -> Stance {
    guard side == .away else { return self }
    var turned = self
    turned.blade = blade.turnedAround
    for index in 0..<Stance.linkCount {
      turned.links[index].start = links[index].start.turnedAround
      turned.links[index].end = links[index].end.turnedAround
    }
    return turned
  }
}
