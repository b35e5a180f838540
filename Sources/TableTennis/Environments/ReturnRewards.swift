import Arena

/// What a returned ball is worth while learning. Scores never depend on it.
public struct ReturnRewards: Configuration, Hashable {
  /// For touching the ball.
  public var hit = 1.0
  /// For a good return.
  public var land = 2.0
  /// For bringing the racket from 1 m to contact, earned bit by bit.
  public var approach = 1.0
  /// For a return that fails: this much times e to the minus metres by which it missed the court.
  public var nearMiss = 1.0
  /// Taken per second of moving every joint at its speed limit.
  public var effort = 0.1
  /// Taken per second of changing every joint's command by its whole range at every step.
  public var roughness = 0.1
  /// Taken per step in which the table or the robot itself stopped the arm.
  public var collision = 0.05

  public init() {}
}
