#if Viewer

import Arena
import Math

/// A person in a block world, with the usual keys: W, A, S and D walk, the mouse looks, the left
/// button breaks and the right one places or uses, the digits choose what is in hand.
struct WalkingPerson: Policy {
  private let hands: Hands
  /// Where in the action each thing stands; nil in a world without it.
  private let columns: [String: Int]
  private let width: Int

  /// Radians per pixel.
  private static let sensitivity = 0.0035

  init(hands: Hands, seat: Seat) {
    self.hands = hands
    width = seat.action.width
    var columns: [String: Int] = [:]
    for field in seat.action {
      columns[field.name] = seat.action.columns(of: field.name)?.lowerBound
    }
    self.columns = columns
  }

  /// Whether a seat is one that walks.
  static func fits(_ seat: Seat) -> Bool {
    ["forward", "left", "turn", "tilt"].allSatisfy { name in
      seat.action.contains { $0.name == name }
    }
  }

  mutating func reset(seed: UInt64) {}

  mutating func act(on observation: Span<Float>, into action: inout MutableSpan<Float>) {
    let hand = hands.take()
    for column in 0..<width { action[column] = 0 }
    let values: [(String, Double)] = [
      ("forward", (hand.forward ? 1 : 0) - (hand.back ? 1 : 0)),
      ("left", (hand.left ? 1 : 0) - (hand.right ? 1 : 0)), ("jump", hand.jump ? 1 : 0),
      ("sprint", hand.sprint ? 1 : 0), ("sneak", hand.sneak ? 1 : 0),
      ("turn", Self.sensitivity * hand.movedX), ("tilt", Self.sensitivity * hand.movedY),
      ("break", hand.leftButton || hand.clicked ? 1 : 0), ("use", hand.rightButton ? 1 : 0),
      ("slot", Double(hand.slot)), ("item", -1),
    ]
    for (name, value) in values {
      if let column = columns[name] { action[column] = Float(value) }
    }
  }
}

#endif
