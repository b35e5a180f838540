import Math

/// How fast something moves and turns, in world axes.
@frozen
public struct Twist: Hashable, Sendable {
  /// Metres per second.
  public var linear: Vector3
  /// Radians per second.
  public var angular: Vector3

  @inlinable
  public init(linear: Vector3 = .zero, angular: Vector3 = .zero) {
    self.linear = linear
    self.angular = angular
  }

  public static let zero = Twist()
}
