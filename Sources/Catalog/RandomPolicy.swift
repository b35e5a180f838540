import Arena
import Math

/// Draws every action uniformly from its range: the baseline that any learning must beat.
public struct RandomPolicy: Policy {
  private let ranges: [ClosedRange<Float>]
  private var random = Random(seed: 0)

  public init(for seat: Seat) {
    ranges = seat.action.ranges
  }

  public mutating func reset(seed: UInt64) {
    random = Random(seed: seed)
  }

  public mutating func act(on observation: Span<Float>, into action: inout MutableSpan<Float>) {
    for index in action.indices {
      let range = ranges[index]
      let number = random.uniform(Double(range.lowerBound), Double(range.upperBound))
      action[index] = clamp(Float(number), range)
    }
  }
}

/// Answers everything with zero, or with the bound nearest to it.
public struct StillPolicy: Policy {
  private let answer: [Float]

  public init(for seat: Seat) {
    answer = seat.action.ranges.map { clamp(0, $0) }
  }

  public mutating func reset(seed: UInt64) {}

  public mutating func act(on observation: Span<Float>, into action: inout MutableSpan<Float>) {
    for index in action.indices { action[index] = answer[index] }
  }
}
