import Math

/// A block on its way down.
public struct FallingBlock: Hashable, Sendable {
  public let state: BlockState
  public let x: Int
  public let z: Int
  /// The height of its lower face.
  public var height: Double
  /// Blocks per tick, negative downwards.
  public var speed = 0.0

  func hash(into digest: inout Digest) {
    digest.combine(UInt64(state.id))
    digest.combine(x)
    digest.combine(z)
    digest.combine(height)
    digest.combine(speed)
  }
}
