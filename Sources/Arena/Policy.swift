/// Anything that answers observations with actions: a script, a network, a person, a skill, a
/// controller of skills.
public protocol Policy: Sendable {
  /// Forgets the episode before and starts another; `seed` feeds the policy's own randomness.
  mutating func reset(seed: UInt64)

  /// Answers one observation. Every number of `action` must be written.
  mutating func act(on observation: Span<Float>, into action: inout MutableSpan<Float>)
}
