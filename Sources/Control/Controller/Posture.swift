import Arena
import Math

/// Brings a body back to where it stood when an episode began, and holds it there.
public struct Posture: Policy {
  private let feels: Range<Int>
  private let moves: Range<Int>
  private let gain: Float
  private let ranges: [ClosedRange<Float>]
  private var home: [Float]
  private var isKnown = false

  /// Throws if the seat lacks the fields of the design.
  public init(_ design: PostureDesign, in seat: Seat) throws(PolicyError) {
    guard let feels = seat.observation.columns(of: design.feels) else {
      throw .missingField(
        name: design.feels, role: .observation, seat: seat.name,
        known: seat.observation.map(\.name))
    }
    guard let moves = seat.action.columns(of: design.moves) else {
      throw .missingField(
        name: design.moves, role: .action, seat: seat.name, known: seat.action.map(\.name))
    }
    guard feels.count == moves.count else {
      throw .wrongWidth(
        name: design.feels, role: .observation, seat: seat.name, expected: moves.count,
        found: feels.count)
    }
    try require(design.gain, 0...1000, "posture.gain")
    self.feels = feels
    self.moves = moves
    gain = Float(design.gain)
    ranges = seat.action.ranges
    home = Array(repeating: 0, count: feels.count)
  }

  public mutating func reset(seed: UInt64) {
    isKnown = false
    for joint in home.indices { home[joint] = 0 }
  }

  /// Takes the present posture for the one to come back to, if none is known yet.
  mutating func remember(_ observation: Span<Float>) {
    guard !isKnown else { return }
    isKnown = true
    for joint in home.indices { home[joint] = observation[feels.lowerBound + joint] }
  }

  public mutating func act(on observation: Span<Float>, into action: inout MutableSpan<Float>) {
    remember(observation)
    for index in 0..<action.count { action[index] = clamp(0, ranges[index]) }
    for joint in home.indices {
      let way = home[joint] - observation[feels.lowerBound + joint]
      let column = moves.lowerBound + joint
      action[column] = clamp(gain * way, ranges[column])
    }
  }
}
