import Math

/// Items that lie in a cell.
public struct Drop: Hashable, Sendable {
  public var item: Item
  public var count: Int
  public var cell: Cell

  func hash(into digest: inout Digest) {
    digest.combine(UInt64(item.id))
    digest.combine(count)
    digest.combine(cell)
  }
}

/// A sound of a note block.
public struct Note: Hashable, Sendable {
  public var cell: Cell
  /// Semitones above the lowest, 0 ... 24.
  public var pitch: Int
  /// The tick in which it was played.
  public var time: Int
}
