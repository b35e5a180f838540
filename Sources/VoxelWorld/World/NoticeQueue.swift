/// Cells that are to hear of a change beside them, first come first served.
struct NoticeQueue: Sendable {
  /// Tells `cell` that its neighbour in direction `from` has changed. Without a direction it was
  /// something further away, which matters to redstone alone.
  struct Notice: Sendable {
    let cell: Cell
    let from: Direction?
  }

  private var notices: [Notice] = []
  private var next = 0

  mutating func append(_ cell: Cell, from: Direction?) {
    notices.append(Notice(cell: cell, from: from))
  }

  mutating func pop() -> Notice? {
    guard next < notices.count else {
      notices.removeAll(keepingCapacity: true)
      next = 0
      return nil
    }
    next += 1
    return notices[next - 1]
  }

  mutating func reserve(_ count: Int) { notices.reserveCapacity(count) }

  mutating func removeAll() {
    notices.removeAll(keepingCapacity: true)
    next = 0
  }
}
