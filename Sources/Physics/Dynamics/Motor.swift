/// What the commands to an arm mean.
public enum Motor: String, Hashable, Sendable, Codable, CaseIterable {
  /// Positions to hold: each servo pulls its joint to the commanded position.
  case position
  /// Speeds of the set-points, which the servos follow, as `ServoBank` takes them.
  case velocity
  /// The forces of the motors.
  case torque
}
