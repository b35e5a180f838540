import Math

/// A redstone torch that went out, remembered to notice one that burns out.
struct TorchFlip: Hashable, Sendable {
  let cell: Cell
  let time: Int

  func hash(into digest: inout Digest) {
    digest.combine(cell)
    digest.combine(time)
  }
}
