import Arena
import Math
import Physics

/// What a returned ball is worth while learning: the ten terms of arXiv 2408.03906, Table VII, its
/// terms for topspin and targets, and two that lead the way. Scores never depend on it.
public struct ReturnRewards: Configuration, Hashable {
  /// For touching the ball (term 1).
  public var hit = 1.0
  /// For a good return (terms 1 and 2).
  public var land = 2.0
  /// For bringing the racket from 1 m to contact, earned bit by bit.
  public var approach = 1.0
  /// For a return that fails: this much times e to the minus metres by which it missed the court.
  public var nearMiss = 1.0
  /// Where good returns should land.
  public var target = LandingTarget()
  /// For a good return at `wantedSpeed` or faster, and in proportion for a slower one.
  public var speed = 0.0
  /// Of the ball after the stroke, metres per second.
  public var wantedSpeed = 8.0
  /// For a good return that clears the net as low as is safe (net-height reward, NHR).
  public var netHeight = 0.0
  /// For touching the ball in the pose of a forehand or a backhand (terms 9 and 10).
  public var style = 0.0
  /// Which of the two.
  public var face = RacketFace.forehand
  /// For touching the ball with the last axis near the angle that suits topspin.
  public var contactAngle = 0.0
  /// What motion costs.
  public var motion = MotionPrices()

  public init() {}
}

/// What each second of motion costs a learner (terms 3 to 8 of arXiv 2408.03906, Table VII). All
/// sums run over the joints, in shares of their speed limits.
public struct MotionPrices: Configuration, Hashable {
  /// Of moving every joint at its speed limit (term 5).
  public var velocity = 0.1
  /// Of changing every joint's command by its whole range at every step (term 4).
  public var acceleration = 0.1
  /// Of turning such a change around at every step (term 3).
  public var jerk = 0.0
  /// Of a second in which every joint is at an end of its range; within 5 % of an end it counts in
  /// part (term 6).
  public var jointAngle = 0.0
  /// Of a step in which the table or the robot itself stopped the arm (term 7).
  public var collision = 0.05
  /// Of a second in which the blade is less than `safeHeight` over the level of the table, in part
  /// for the part of it that is lacking (term 8).
  public var paddleHeight = 0.0
  /// Of the middle of the blade, metres.
  public var safeHeight = 0.1

  public init() {}
}

extension ReturnRewards {
  /// The net-height reward of arXiv 2408.03906: exp(-10 |z - 0.173|) for a ball whose centre crosses
  /// the net's plane between 0.173 and 0.3 m over the table, else -1.1.
  static func value(ofNetHeight height: Double) -> Double {
    height >= 0.173 && height < 0.3 ? exp(-10 * abs(height - 0.173)) : -1.1
  }

  /// What the pose in which the ball was touched is worth: the style falls from its weight
  /// to 0 over 1.5 radians, far enough to tell the two strokes apart, the angle's over one.
  func value(ofPose joints: JointVector, of model: RobotModel) -> Double {
    let gap = model.distance(of: joints, fromReady: face)
    let turn = abs(joints[7] - RobotModel.contactAngle(for: face))
    return style * max(0, 1 - gap / 1.5) + contactAngle * max(0, 1 - turn)
  }
}
