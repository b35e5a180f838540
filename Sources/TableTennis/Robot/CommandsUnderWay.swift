import Math
import Physics

/// What a robot's mind has told the joints and they have not done yet.
///
/// A mind that acts through a delay has to know what it already asked for. The sum of the motions
/// that are still under way is all there is to know, so that nobody needs a history of actions.
struct CommandsUnderWay: Sendable {
  /// How many of the last commands can still be under way.
  private static let depth = 8

  /// The last commands in a ring.
  private var last = InlineArray<8, JointVector>(repeating: .zero)
  private var next = 0
  /// For each command, the newest first, the seconds of it that are still to come.
  private var shares = InlineArray<8, JointVector>(repeating: .zero)

  /// - Parameters:
  ///   - delay: the mean seconds from sending a command to its effect, by joint.
  ///   - period: the seconds between two commands.
  init(delay: JointVector, period: Double) {
    guard delay.max() > 0 else { return }
    for age in 0..<Self.depth {
      // A line that interpolates spreads a command evenly about the moment of its arrival.
      let left = delay - JointVector(repeating: (Double(age) + 0.5) * period)
      shares[age] = held(left, .zero, JointVector(repeating: period))
    }
  }

  mutating func reset() {
    for slot in 0..<Self.depth { last[slot] = .zero }
    next = 0
  }

  /// Takes the command of the next control step.
  mutating func send(_ action: Span<Float>) {
    var command = JointVector.zero
    for joint in action.indices { command[joint] = Double(action[joint]) }
    last[next] = command
    next = next + 1 == Self.depth ? 0 : next + 1
  }

  /// How far the commands under way will yet move the set-points, after the step in which the last
  /// one was sent. Metres and radians.
  var remainder: JointVector {
    var sum = JointVector.zero
    for age in 0..<Self.depth {
      let place = next - 1 - age
      sum += shares[age] * last[place < 0 ? place + Self.depth : place]
    }
    return sum
  }
}
