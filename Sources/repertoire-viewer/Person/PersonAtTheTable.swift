#if Viewer

import Arena
import Math
import TableTennis

/// A person who plays table tennis with the mouse: it moves the racket across and up and down, the
/// left button strikes, the right one strikes harder, the wheel opens and closes the blade.
///
/// With assistance a scripted player looks over the same shoulder: near the ball its plan takes over
/// a part of the stroke, so that a newcomer can rally.
struct PersonAtTheTable: Policy {
  private let hands: Hands
  /// 0 leaves everything to the person, 1 nearly nothing but being there.
  private let assistance: Double
  private var helper: ScriptedPlayer
  /// The helper's answers.
  private var plan = [Float](repeating: 0, count: 10)
  private var last = Vector3(0, restingY, 0.2)
  /// Seconds since the present stroke began; nil between strokes.
  private var stroke: Double?
  private var strength = 1.0

  /// Seconds per control step, as the environments of table tennis have it.
  private static let step = 0.02
  private static let restingY = -1.62
  /// How far the racket goes across and up and down, metres.
  private static let across = 1.0
  private static let height = (low: 0.04, high: 0.62)
  private static let strokeDuration = 0.22

  init(hands: Hands, assistance: Double, helper: ScriptedPlayer) {
    self.hands = hands
    self.assistance = assistance
    self.helper = helper
  }

  mutating func reset(seed: UInt64) {
    helper.reset(seed: seed)
    last = Vector3(0, Self.restingY, 0.2)
    stroke = nil
  }

  mutating func act(on observation: Span<Float>, into action: inout MutableSpan<Float>) {
    let hand = hands.take()
    let sight = Sight(observation)
    Self.ask(&helper, observation, &plan)
    if hand.clicked, sight.situation != .serving {
      stroke = 0
      strength = hand.rightButton ? 1.7 : 1
    }
    let own = ownCommand(hand)
    let share = share(own.position, sight)
    func mixed(_ mine: Vector3, _ start: Int) -> Vector3 {
      let theirs = Vector3(Double(plan[start]), Double(plan[start + 1]), Double(plan[start + 2]))
      return mine + share * (theirs - mine)
    }
    let parts = [
      mixed(own.position, 0), mixed(own.velocity, 3), mixed(own.normal, 6).normalized(or: .unitY),
    ]
    for (index, part) in parts.enumerated() {
      action[3 * index] = Float(part.x)
      action[3 * index + 1] = Float(part.y)
      action[3 * index + 2] = Float(part.z)
    }
    // The person decides when to serve.
    action[9] = sight.situation == .serving && hand.clicked ? 0.3 : -1
  }

  // A static function, because a span of one property and a call on another would overlap.
  private static func ask(
    _ helper: inout ScriptedPlayer, _ observation: Span<Float>, _ plan: inout [Float]
  ) {
    var span = plan.mutableSpan
    helper.act(on: observation, into: &span)
  }

  /// How much of the stroke the helper takes over: more the nearer the racket is to where it wants
  /// it, and nothing while there is no ball to strike.
  private func share(_ mine: Vector3, _ sight: Sight) -> Double {
    guard [.incoming, .bounced, .tossed].contains(sight.situation) else { return 0 }
    let gap = Vector3(Double(plan[0]) - mine.x, 0, Double(plan[2]) - mine.z).length
    let reach = 0.25 + 1.5 * assistance
    return assistance * clamp(2 - 2 * gap / reach, 0...1)
  }

  private mutating func ownCommand(
    _ hand: Hands.State
  ) -> (position: Vector3, velocity: Vector3, normal: Vector3) {
    var forward = 0.0
    var way = 0.0
    if let time = stroke {
      // Out and back along a smooth bump.
      let phase = clamp(time / Self.strokeDuration, 0...1)
      let (sine, cosine) = sincos(.pi * phase)
      way = 0.32 * sine * strength
      forward = 0.32 * .pi / Self.strokeDuration * cosine * strength
      stroke = time >= Self.strokeDuration ? nil : time + Self.step
    }
    let middle = 0.5 * (Self.height.low + Self.height.high)
    let position = Vector3(
      Self.across * hand.x, Self.restingY + way,
      middle + 0.5 * (Self.height.high - Self.height.low) * hand.y)
    let moved = (1 / Self.step) * (position - last)
    last = position
    let tilt = clamp(0.1 * hand.wheel - 0.05, -0.8...0.8)
    let (sine, cosine) = sincos(tilt)
    let velocity = Vector3(
      clamp(moved.x, -6...6), forward, clamp(moved.z, -6...6) + 0.25 * max(0, forward))
    return (position, velocity, Vector3(-0.25 * hand.x * cosine, cosine, sine).normalized())
  }
}

#endif
