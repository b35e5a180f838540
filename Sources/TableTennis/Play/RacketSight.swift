import Math

/// The opponent's racket as a player sees it, in the player's own frame.
public struct RacketSight: Hashable, Sendable {
  /// The middle of the blade, metres.
  public var position = Vector3.zero
  /// Metres per second.
  public var velocity = Vector3.zero
  /// Out of the forehand face.
  public var normal = Vector3.zero

  public init() {}

  init(_ pose: RacketPose) {
    position = pose.centre
    velocity = pose.velocity
    normal = pose.normal
  }

  func hash(into digest: inout Digest) {
    digest.combine(position)
    digest.combine(velocity)
    digest.combine(normal)
  }
}
