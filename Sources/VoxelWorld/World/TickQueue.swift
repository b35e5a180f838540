import Math

/// What is due when: scheduled ticks in the order of time, then priority, then scheduling, as the
/// rules of redstone need it. At most one is pending per cell and block.
struct TickQueue: Sendable {
  struct Tick: Hashable, Sendable {
    let time: Int
    /// From -3, first, to 3.
    let priority: Int
    let number: Int
    let cell: Cell
    let block: UInt16

    func isBefore(_ other: Tick) -> Bool {
      if time != other.time { return time < other.time }
      if priority != other.priority { return priority < other.priority }
      return number < other.number
    }
  }

  /// A binary heap.
  private var heap: [Tick] = []
  /// How many ticks were ever scheduled.
  private(set) var scheduled = 0
  private var pending = CellSet()

  init() {}

  /// A queue as `all` and `scheduled` once showed it; nil if no queue can be like that.
  init?(_ ticks: [Tick], scheduled: Int) {
    heap = ticks
    self.scheduled = scheduled
    for index in heap.indices {
      let isNew = pending.insert(CellSet.key(heap[index].cell, heap[index].block))
      guard isNew, index == 0 || !heap[index].isBefore(heap[(index - 1) / 2]) else { return nil }
    }
  }

  /// What is scheduled, in the order of the heap.
  var all: [Tick] { heap }

  var isEmpty: Bool { heap.isEmpty }
  var count: Int { heap.count }

  mutating func reserve(_ count: Int) {
    heap.reserveCapacity(count)
    pending.reserve(count)
  }

  /// Schedules a tick unless the cell waits for one with this block already.
  mutating func schedule(_ cell: Cell, _ block: UInt16, at time: Int, priority: Int = 0) {
    guard pending.insert(CellSet.key(cell, block)) else { return }
    heap.append(
      Tick(time: time, priority: priority, number: scheduled, cell: cell, block: block))
    scheduled += 1
    var child = heap.count - 1
    while child > 0, heap[child].isBefore(heap[(child - 1) / 2]) {
      heap.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  func isPending(_ cell: Cell, _ block: UInt16) -> Bool {
    pending.contains(CellSet.key(cell, block))
  }

  /// Takes the next tick that is due by `time`.
  mutating func pop(dueBy time: Int) -> Tick? {
    guard let first = heap.first, first.time <= time, let last = heap.popLast() else { return nil }
    if !heap.isEmpty {
      heap[0] = last
      sink()
    }
    pending.remove(CellSet.key(first.cell, first.block))
    return first
  }

  private mutating func sink() {
    var parent = 0
    while true {
      var least = parent
      for child in 2 * parent + 1...2 * parent + 2 where child < heap.count {
        if heap[child].isBefore(heap[least]) { least = child }
      }
      guard least != parent else { return }
      heap.swapAt(parent, least)
      parent = least
    }
  }

  func hash(into digest: inout Digest) {
    digest.combine(heap.count)
    for tick in heap {
      digest.combine(tick.time)
      digest.combine(tick.priority)
      digest.combine(tick.cell)
      digest.combine(UInt64(tick.block))
    }
  }
}

extension Digest {
  mutating func combine(_ cell: Cell) {
    combine(cell.x)
    combine(cell.y)
    combine(cell.z)
  }
}
