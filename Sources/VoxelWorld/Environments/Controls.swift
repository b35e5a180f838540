import Arena
import Math

/// The keys and the mouse as action fields.
enum Controls {
  /// Radians that the view turns in one tick at the most.
  static let fastestTurn: Float = 0.6

  /// Moving and looking: forwards, to the left, jump, sprint, sneak, turn right, look down.
  static let walking = [
    Field("forward", unit: "1", in: -1...1),
    Field("left", unit: "1", in: -1...1),
    Field("jump", unit: "key", in: 0...1),
    Field("sprint", unit: "key", in: 0...1),
    Field("sneak", unit: "key", in: 0...1),
    Field("turn", unit: "rad", in: -fastestTurn...fastestTurn),
    Field("tilt", unit: "rad", in: -fastestTurn...fastestTurn),
  ]

  /// The hand: breaking while it is held down, placing or using, and which slot is in hand.
  static let hand = [
    Field("break", unit: "key", in: 0...1),
    Field("use", unit: "key", in: 0...1),
    Field("slot", unit: "choice", in: 0...8),
  ]

  /// A number of an action inside its range; what is no number counts as 0.
  static func value(_ actions: Span<Float>, _ index: Int, _ range: ClosedRange<Float>) -> Float {
    actions[index].isNaN ? clamp(0, range) : clamp(actions[index], range)
  }

  static func isPressed(_ actions: Span<Float>, _ index: Int) -> Bool { actions[index] > 0.5 }

  /// Reads the fields of `walking` from `offset` on and turns the body's view.
  static func keys(
    _ actions: Span<Float>, at offset: Int = 0, turning body: inout Body
  ) -> Keys {
    var keys = Keys()
    keys.forward = Double(value(actions, offset, -1...1))
    keys.left = Double(value(actions, offset + 1, -1...1))
    keys.jump = isPressed(actions, offset + 2)
    keys.sprint = isPressed(actions, offset + 3)
    keys.sneak = isPressed(actions, offset + 4)
    let turn = Double(value(actions, offset + 5, -fastestTurn...fastestTurn))
    let tilt = Double(value(actions, offset + 6, -fastestTurn...fastestTurn))
    body.turn(by: turn, tilt: tilt)
    return keys
  }
}

extension Body {
  /// Turns the view to the right and down, by radians.
  mutating func turn(by turn: Double, tilt: Double) {
    yaw += turn
    if yaw > .pi { yaw -= 2 * .pi }
    if yaw < -.pi { yaw += 2 * .pi }
    pitch = clamp(pitch + tilt, -.pi / 2 ... .pi / 2)
  }
}
