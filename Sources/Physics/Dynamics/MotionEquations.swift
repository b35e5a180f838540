import Math

/// M a + bias = force, for an arm somewhere.
struct MotionEquations {
  /// The rows of the mass matrix, of which each holds what its joint shares with its carriers.
  var mass = LaneTable<8>()
  /// The forces that keep the joints from accelerating, gravity included.
  var bias = JointVector.zero
  /// The part of `bias` that is due to gravity.
  var weight = JointVector.zero
}
