import Arena
import Math

/// Pulls with a given share of its strength and a tremor of its own.
public struct PullingPolicy: Policy {
  private let pull: Float
  private var random = Random(seed: 0)

  public init(pull: Float = 0.8) {
    self.pull = pull
  }

  public mutating func reset(seed: UInt64) {
    random = Random(seed: seed)
  }

  public mutating func act(on observation: Span<Float>, into action: inout MutableSpan<Float>) {
    for index in action.indices { action[index] = pull + Float(random.uniform(-0.2, 0.2)) }
  }
}
