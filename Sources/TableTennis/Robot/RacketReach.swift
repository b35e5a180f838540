import Math
import Physics

/// Joint positions that bring the racket to a goal, or as near as was found.
public struct RacketReach: Hashable, Sendable {
  public var joints: JointVector
  /// The distance left to the goal, in metres.
  public var positionError: Double
  /// The angle left to the wanted normal, in radians.
  public var angleError: Double
  public var iterations: Int

  /// Whether the goal is met to 1 mm and 0.01 rad.
  public var isExact: Bool { positionError < 1e-3 && angleError < 1e-2 }

  /// The larger of the errors, an angle of 1 rad counted as 0.3 m.
  var error: Double { max(positionError, 0.3 * angleError) }
}
