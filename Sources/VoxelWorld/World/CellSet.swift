/// A set of cells with a block each, by open addressing. It is never gone through, so its order
/// cannot matter.
struct CellSet: Sendable {
  private static let free: UInt64 = .max
  private static let gone: UInt64 = .max - 1
  private var slots = [UInt64](repeating: free, count: 16)
  /// Slots that are not free, those of removed keys included.
  private var used = 0
  private(set) var count = 0

  /// A key for a cell, whose coordinates fit in 13 bits, and a block.
  static func key(_ cell: Cell, _ block: UInt16) -> UInt64 {
    let x = UInt64(truncatingIfNeeded: cell.x) & 0x1FFF
    let y = UInt64(truncatingIfNeeded: cell.y) & 0x1FFF
    let z = UInt64(truncatingIfNeeded: cell.z) & 0x1FFF
    return x << 42 | y << 29 | z << 16 | UInt64(block)
  }

  private func home(_ key: UInt64) -> Int {
    var mixed = key &* 0x9E37_79B9_7F4A_7C15
    mixed ^= mixed >> 32
    return Int(truncatingIfNeeded: mixed) & (slots.count - 1)
  }

  /// The slot that holds `key`, or the free one where it would be found missing.
  private func find(_ key: UInt64) -> Int {
    var slot = home(key)
    while slots[slot] != key, slots[slot] != Self.free { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }

  func contains(_ key: UInt64) -> Bool { slots[find(key)] == key }

  /// Adds a key; false if it was there.
  mutating func insert(_ key: UInt64) -> Bool {
    let slot = find(key)
    guard slots[slot] != key else { return false }
    slots[slot] = key
    used += 1
    count += 1
    if 2 * used > slots.count { rehash() }
    return true
  }

  mutating func remove(_ key: UInt64) {
    let slot = find(key)
    guard slots[slot] == key else { return }
    slots[slot] = Self.gone
    count -= 1
    if count == 0, 4 * used > slots.count { removeAll() }
  }

  mutating func removeAll() {
    for slot in slots.indices { slots[slot] = Self.free }
    used = 0
    count = 0
  }

  /// Makes room for that many keys.
  mutating func reserve(_ count: Int) {
    var size = slots.count
    while size < 2 * count { size *= 2 }
    rehash(size)
  }

  private mutating func rehash() {
    let size = 4 * count > slots.count ? 2 * slots.count : slots.count
    rehash(size)
  }

  private mutating func rehash(_ size: Int) {
    let keys = slots.filter { $0 != Self.free && $0 != Self.gone }
    slots = [UInt64](repeating: Self.free, count: size)
    used = keys.count
    for key in keys { slots[find(key)] = key }
  }
}
