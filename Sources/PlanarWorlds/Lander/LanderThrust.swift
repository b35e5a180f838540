import Math

/// What the engines do for one step.
struct LanderThrust {
  /// 0, or 0.5 ... 1.
  var main = 0.0
  /// 0, or the power 0.5 ... 1 with the sign of the direction: -1 for the left engine.
  var side = 0.0

  init() {}

  /// One of four choices, the number nearest to the action.
  init(choice actions: Span<Float>) {
    let number = actions[0].isNaN ? 0 : clamp(actions[0], 0...3)
    let choice = Int(number.rounded())
    main = choice == 2 ? 1 : 0
    side = choice == 1 ? -1 : choice == 3 ? 1 : 0
  }

  /// Degrees, of the main engine and of the side engines.
  init(degrees actions: Span<Float>) {
    let first = actions[0].isNaN ? 0 : clamp(Double(actions[0]), -1...1)
    let second = actions[1].isNaN ? 0 : clamp(Double(actions[1]), -1...1)
    if first > 0 { main = 0.5 * (first + 1) }
    if abs(second) > 0.5 { side = second }
  }
}
