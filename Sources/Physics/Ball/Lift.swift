/// How the sideways (Magnus) force grows with spin. The force points along spin x velocity.
@frozen
public enum Lift: Codable, Hashable, Sendable {
  /// Acceleration = `rate` * (spin x velocity), `rate` without unit: the law of most simulators.
  case linear(rate: Double)
  /// Lift coefficient C_L = `ceiling` * S / (`knee` + S), where S = radius * |spin across the
  /// flight| / speed is the spin ratio: it grows in proportion at first and then saturates.
  case saturating(ceiling: Double, knee: Double)

  /// No lift at all.
  public static let none = Lift.linear(rate: 0)

  /// The same law with `factor` times the force.
  public func scaled(by factor: Double) -> Lift {
    switch self {
    case .linear(let rate): .linear(rate: factor * rate)
    case .saturating(let ceiling, let knee): .saturating(ceiling: factor * ceiling, knee: knee)
    }
  }
}
