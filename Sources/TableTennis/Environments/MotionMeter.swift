import Math
import Physics

/// Keeps account of what a learner's motion costs.
struct MotionMeter: Sendable {
  private let prices: MotionPrices
  /// The largest command of each joint.
  private let limits: [Float]
  /// The commands of the last step and their change in it, in shares of the limits.
  private(set) var last: [Float]
  private(set) var change: [Float]

  /// - Parameter limits: of the joints, without the toss, which costs nothing.
  init(_ prices: MotionPrices, limits: [Float]) {
    self.prices = prices
    self.limits = limits
    last = Array(repeating: 0, count: limits.count)
    change = last
  }

  mutating func reset() {
    for index in last.indices {
      last[index] = 0
      change[index] = 0
    }
  }

  /// The price of sending `actions` for one control step.
  mutating func price(of actions: Span<Float>) -> Double {
    var velocity: Float = 0
    var acceleration: Float = 0
    var jerk: Float = 0
    for index in last.indices {
      let value = actions[index].isNaN ? 0 : clamp(actions[index] / limits[index], -1...1)
      let step = value - last[index]
      let turn = step - change[index]
      velocity += value * value
      acceleration += step * step
      jerk += turn * turn
      last[index] = value
      change[index] = step
    }
    // A change is at most 2, a turn 4.
    return Court.step / Double(last.count)
      * (prices.velocity * Double(velocity) + prices.acceleration * 0.25 * Double(acceleration)
        + prices.jerk * 0.0625 * Double(jerk))
  }

  /// The price of being where the body is for one control step.
  func price(ofStanding body: inout Body) -> Double {
    var sum = 0.0
    if prices.jointAngle > 0, let joints = body.joints(), let robot = body.robotModel {
      sum += prices.jointAngle * robot.strain(of: joints)
    }
    if prices.paddleHeight > 0 {
      let lacking = prices.safeHeight - body.pose.centre.z
      sum += prices.paddleHeight * clamp(lacking / prices.safeHeight, 0...1)
    }
    return Court.step * sum
  }

  func hash(into digest: inout Digest) {
    for value in last { digest.combine(value) }
  }
}

extension RobotModel {
  /// How near the joints are to the ends of their ranges, 0 ... 1: the mean over them, where the
  /// last 5 % of a range count.
  func strain(of joints: JointVector) -> Double {
    let margin = 0.05 * (servos.highest - servos.lowest)
    let below = servos.lowest + margin - joints
    let above = joints + margin - servos.highest
    let share = larger(larger(below, above), .zero) / larger(margin, JointVector(repeating: 1e-9))
    return share.sum() / Double(jointCount)
  }

  /// How far the arm is from the ready pose of a stroke with `face`, the slides left aside: the root
  /// of the sum of squares over the six axes, radians.
  func distance(of joints: JointVector, fromReady face: RacketFace) -> Double {
    var gap = joints - ready(for: face)
    for slide in 0..<slideCount { gap[slide] = 0 }
    return (gap * gap).sum().squareRoot()
  }

  /// Where the last axis should be when the racket meets a topspin ball, radians
  /// (arXiv 2408.03906): -0.12 in a forehand and 2.0 in a backhand.
  static func contactAngle(for face: RacketFace) -> Double {
    face == .forehand ? -0.12 : 2.0
  }
}
