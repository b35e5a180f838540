import Math

/// Which case each joint is in.
struct JointCases {
  typealias Mask = JointVector.Mask

  /// Motors at their limits.
  var isHigh: Mask
  var isLow: Mask
  /// The direction of slipping; 0 for joints that stick or have no dry friction.
  var slip: JointVector
  /// Joints held by a stop.
  var isStopped: Mask

  /// What the last acceleration and the present velocity suggest.
  @inline(__always)
  init(_ forces: JointForces, _ arm: DynamicArm, _ state: DynamicState) {
    let wanted = forces.pull - forces.pullSlope * state.acceleration
    isHigh = (wanted .> arm.forceLimit)
    isLow = (wanted .< -arm.forceLimit)
    slip = Self.slip(state.velocity, arm)
    let isAtTop = state.position .>= arm.highest .& state.velocity .>= 0
    let isAtBottom = state.position .<= arm.lowest .& state.velocity .<= 0
    let stops = isAtTop .| isAtBottom
    isStopped = stops
  }

  @inline(__always)
  static func slip(_ velocity: JointVector, _ arm: DynamicArm) -> JointVector {
    let one = JointVector(repeating: 1)
    return JointVector.zero
      .replacing(with: one, where: velocity .> JointForces.creep .& arm.friction .> 0)
      .replacing(with: -one, where: velocity .< -JointForces.creep .& arm.friction .> 0)
  }

  /// Takes the cases that `acceleration` leads to, and says whether any is new.
  ///
  /// A joint goes from one case to the next one over, through the middle. Should that go in
  /// circles, the joints change one by one, the lowest first, which ends (Murty, 1974).
  @inline(__always)
  mutating func revise(
    _ acceleration: JointVector, _ forces: JointForces, _ arm: DynamicArm, _ state: DynamicState,
    attempt: Int
  ) -> Bool {
    let before = self
    let wanted = forces.pull - forces.pullSlope * acceleration
    let high = (wanted .> arm.forceLimit) .& .!before.isLow
    let low = (wanted .< -arm.forceLimit) .& .!before.isHigh
    let velocity = state.velocity + arm.step * acceleration
    let slipping = Self.slip(velocity, arm)
    slip = slipping.replacing(with: .zero, where: slipping * before.slip .< 0)
    let reached = forces.drifted + (0.5 * arm.step) * velocity
    let isPressed =
      (velocity .> 0 .& reached .> arm.highest) .| (velocity .< 0 .& reached .< arm.lowest)
    // A stop can push but not pull: under its force the joint keeps a trace of velocity into it.
    let isUpper = state.position .> 0.5 * (arm.lowest + arm.highest)
    let isHeld = (velocity .>= 0 .& isUpper) .| (velocity .<= 0 .& .!isUpper)
    let stops = (before.isStopped .& isHeld) .| (.!before.isStopped .& isPressed)
    isHigh = high
    isLow = low
    isStopped = stops
    let isNew =
      isHigh .!= before.isHigh .| isLow .!= before.isLow .| isStopped .!= before.isStopped
      .| slip .!= before.slip
    guard any(isNew) else { return false }
    if attempt >= JointForces.patience { keepOnlyFirst(isNew, before) }
    return true
  }

  /// Takes back all changes but the first joint's.
  private mutating func keepOnlyFirst(_ isNew: Mask, _ before: JointCases) {
    var isFirst = isNew
    var isFound = false
    for lane in 0..<JointVector.scalarCount {
      isFirst[lane] = isNew[lane] && !isFound
      isFound = isFound || isNew[lane]
    }
    isHigh = before.isHigh.replacing(with: isHigh, where: isFirst)
    isLow = before.isLow.replacing(with: isLow, where: isFirst)
    isStopped = before.isStopped.replacing(with: isStopped, where: isFirst)
    slip = before.slip.replacing(with: slip, where: isFirst)
  }
}
