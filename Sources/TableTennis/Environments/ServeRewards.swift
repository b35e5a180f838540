import Arena

/// What a service is worth while learning. Scores never depend on it.
public struct ServeRewards: Configuration, Hashable {
  /// For bringing the racket from 1 m to the tossed ball, earned bit by bit.
  public var approach = 0.5
  /// For touching the tossed ball as the laws want it.
  public var hit = 0.5
  /// For the bounce on the server's own court.
  public var cross = 1.0
  /// For a good service.
  public var land = 2.0
  /// For a service that fails: this much times e to the minus metres by which it missed the court
  /// it had to touch.
  public var nearMiss = 0.5
  /// Where good services should touch the receiver's court.
  public var target = LandingTarget()
  /// What a good service's topspin should be, rad/s; negative for underspin.
  public var topspin = Wish()
  /// What its spin about the vertical axis should be, rad/s.
  public var sidespin = Wish()
  /// What its speed on leaving the racket should be, metres per second.
  public var speed = Wish()
  /// What motion costs.
  public var motion = MotionPrices()

  public init() {}
}
