/// Dust that is joined, while its power is being worked out. Kept between uses for its storage.
struct DustNetwork: Sendable {
  /// The dust in the order in which it was found.
  var cells: [Cell] = []
  /// The power of each, first from outside, then from all.
  var power: [UInt8] = []
  /// Numbers of dust by power, to go through from 15 down.
  var levels: [[Int32]] = Array(repeating: [], count: 16)
  private var numbers = CellNumbers()

  mutating func removeAll() {
    cells.removeAll(keepingCapacity: true)
    power.removeAll(keepingCapacity: true)
    for level in levels.indices { levels[level].removeAll(keepingCapacity: true) }
    numbers.removeAll()
  }

  /// Gives a copy storage of its own.
  mutating func makeReady() {
    cells.reserveCapacity(64)
    power.reserveCapacity(64)
    for level in levels.indices { levels[level].reserveCapacity(64) }
    numbers.makeReady()
  }

  /// Adds dust unless it is there.
  mutating func insert(_ cell: Cell, _ index: Int) {
    guard numbers.insert(index, Int32(cells.count)) else { return }
    cells.append(cell)
  }

  /// The number of the dust in the cell with the given index, nil if it is none of these.
  func number(_ index: Int) -> Int? { numbers[index].map(Int.init) }
}

/// A number for each of some cells, by open addressing. Never gone through.
struct CellNumbers: Sendable {
  private var keys = [Int32](repeating: -1, count: 64)
  private var values = [Int32](repeating: 0, count: 64)
  private var count = 0

  mutating func makeReady() {
    keys.reserveCapacity(keys.count)
    values.reserveCapacity(values.count)
  }

  private func find(_ key: Int32) -> Int {
    var mixed = UInt64(UInt32(bitPattern: key)) &* 0x9E37_79B9_7F4A_7C15
    mixed ^= mixed >> 32
    var slot = Int(truncatingIfNeeded: mixed) & (keys.count - 1)
    while keys[slot] != key, keys[slot] != -1 { slot = (slot + 1) & (keys.count - 1) }
    return slot
  }

  subscript(index: Int) -> Int32? {
    let slot = find(Int32(truncatingIfNeeded: index))
    return keys[slot] == -1 ? nil : values[slot]
  }

  /// Adds a number for a cell; false if it had one.
  mutating func insert(_ index: Int, _ value: Int32) -> Bool {
    let key = Int32(truncatingIfNeeded: index)
    let slot = find(key)
    guard keys[slot] == -1 else { return false }
    keys[slot] = key
    values[slot] = value
    count += 1
    if 2 * count > keys.count { grow() }
    return true
  }

  mutating func removeAll() {
    guard count > 0 else { return }
    for slot in keys.indices { keys[slot] = -1 }
    count = 0
  }

  private mutating func grow() {
    let oldKeys = keys
    let oldValues = values
    keys = [Int32](repeating: -1, count: 2 * oldKeys.count)
    values = [Int32](repeating: 0, count: 2 * oldKeys.count)
    for (key, value) in zip(oldKeys, oldValues) where key != -1 {
      let slot = find(key)
      keys[slot] = key
      values[slot] = value
    }
  }
}
