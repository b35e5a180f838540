import Math

/// How a player's last stroke went, for the player to see: calls and cameras tell.
public struct StrokeResult: Hashable, Sendable {
  /// The ball was struck.
  public var struck = false
  /// It landed as it should.
  public var landed = false
  /// The rally was lost before it landed, struck or not.
  public var failed = false
  /// On leaving the racket, m/s.
  public var speed = 0.0
  /// On leaving the racket, rad/s; negative for underspin.
  public var topspin = 0.0
  /// Where it landed, in the player's own frame, metres.
  public var landing = Vector3.zero

  public init() {}

  func hash(into digest: inout Digest) {
    for flag in [struck, landed, failed] { digest.combine(flag) }
    digest.combine(speed)
    digest.combine(topspin)
    digest.combine(landing)
  }
}
