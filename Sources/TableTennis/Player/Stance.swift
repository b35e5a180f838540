import Math
import Physics

/// What the ball can meet of a player, at one moment and in the player's own frame.
struct Stance {
  var blade: RacketPose
  /// The axes of the robot's capsules, in their order.
  var links = RobotModel.Bodies(repeating: Segment(start: .zero, end: .zero))
  /// How many of them the ball can meet.
  var linkCount = 0

  init(_ blade: RacketPose) {
    self.blade = blade
  }

  init(_ frames: RobotModel.Frames, _ velocities: JointVector, of model: RobotModel) {
    blade = model.racketPose(frames, velocities)
    linkCount = model.linkCount
    var span = links.mutableSpan
    model.placeBodies(frames, first: linkCount, into: &span)
  }

  /// How far the nearest surface is from `point`, metres.
  /// - Parameter capsules: The robot's, for their radii.
  func distance(to point: Vector3, _ capsules: [LinkCapsule]) -> Double {
    var least = Racket.disc(blade).closestPoint(to: point).distance
    for index in 0..<linkCount {
      least = min(least, links[index].distance(to: point) - capsules[index].radius)
    }
    return least
  }

  /// This stance, seen from the other end of the table for away.
  func seen(from side: Side) -> Stance {
    guard side == .away else { return self }
    var turned = self
    turned.blade = blade.turnedAround
    for index in 0..<linkCount {
      turned.links[index].start = links[index].start.turnedAround
      turned.links[index].end = links[index].end.turnedAround
    }
    return turned
  }
}
