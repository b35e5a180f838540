import Math

/// A block that a piston is moving: where it will be, as what, and when.
struct TravellingBlock: Hashable, Sendable {
  let cell: Cell
  let state: BlockState
  /// The piston that moves it.
  let piston: Cell
  let due: Int

  func hash(into digest: inout Digest) {
    digest.combine(cell)
    digest.combine(UInt64(state.id))
    digest.combine(piston)
    digest.combine(due)
  }
}
