import Math
import Physics

/// One polynomial of degree five per joint, each over its own span of time. Before its span a
/// joint rests at the start of its curve, after it at the end.
struct JointCurve: Hashable, Sendable {
  /// When each joint's polynomial begins, in seconds.
  private(set) var start: JointVector
  /// How long each joint's polynomial lasts, in seconds.
  private(set) var duration: JointVector
  // The coefficients of the powers of the share of the span that has passed.
  private var c0: JointVector
  private var c1: JointVector
  private var c2: JointVector
  private var c3: JointVector
  private var c4: JointVector
  private var c5: JointVector

  enum Shape: CaseIterable {
    /// Meets the accelerations at both ends: gentle in time, and sharper between.
    case quintic
    /// Has the least mean square acceleration: it starts and ends with any.
    case cubic
  }

  init(
    _ shape: Shape, from a: JointMotion, to b: JointMotion, start: JointVector,
    duration: JointVector
  ) {
    self.start = start
    self.duration = duration
    let gap: JointVector = b.position - a.position
    let v0: JointVector = duration * a.velocity
    let v1: JointVector = duration * b.velocity
    c0 = a.position
    c1 = v0
    switch shape {
    case .cubic:
      c2 = 3 * gap - 2 * v0
      c2 -= v1
      c3 = v0 + v1
      c3 -= 2 * gap
      c4 = .zero
      c5 = .zero
    case .quintic:
      let a0: JointVector = 0.5 * duration * duration * a.acceleration
      let a1: JointVector = 0.5 * duration * duration * b.acceleration
      let sum: JointVector = v0 + v1
      let difference: JointVector = a1 - a0
      c2 = a0
      c3 = 10 * gap - 4 * sum
      c3 += difference - 2 * v0
      c3 -= 2 * a0
      c4 = 7 * sum - 15 * gap
      c4 += v0 + a0
      c4 -= 2 * difference
      c5 = 6 * gap - 3 * sum
      c5 += difference
    }
  }

  /// The motion at the times `time`, one per joint, in seconds.
  func motion(at time: JointVector) -> JointMotion {
    let rate = JointVector(repeating: 1) / duration
    let share: JointVector = (time - start) * rate
    let moving = (share .>= -1e-9) .& (share .<= 1 + 1e-9)
    let s = held(share, .zero, JointVector(repeating: 1))
    // Horner's scheme for the polynomial and its derivatives over their factorials.
    var p = c5
    var d1 = JointVector.zero
    var d2 = JointVector.zero
    var d3 = JointVector.zero
    let lower: InlineArray<5, JointVector> = [c4, c3, c2, c1, c0]
    for index in lower.indices {
      d3 = d3 * s + d2
      d2 = d2 * s + d1
      d1 = d1 * s + p
      p = p * s + lower[index]
    }
    let none = JointVector.zero
    let rate2: JointVector = 2 * rate * rate
    let rate3: JointVector = 3 * rate2 * rate
    return JointMotion(
      position: p, velocity: none.replacing(with: rate * d1, where: moving),
      acceleration: none.replacing(with: rate2 * d2, where: moving),
      jerk: none.replacing(with: rate3 * d3, where: moving))
  }

  /// Takes over the polynomials of `other` for the joints in `lanes`.
  mutating func replace(with other: JointCurve, where lanes: SIMDMask<SIMD8<Int64>>) {
    start.replace(with: other.start, where: lanes)
    duration.replace(with: other.duration, where: lanes)
    c0.replace(with: other.c0, where: lanes)
    c1.replace(with: other.c1, where: lanes)
    c2.replace(with: other.c2, where: lanes)
    c3.replace(with: other.c3, where: lanes)
    c4.replace(with: other.c4, where: lanes)
    c5.replace(with: other.c5, where: lanes)
  }
}
