import Math

/// Some of one item.
public struct Stack: Hashable, Sendable {
  public var item: Item
  public var count: Int

  public init(_ item: Item, _ count: Int = 1) {
    self.item = item
    self.count = count
  }
}

/// What a body carries: 36 slots, of which the first nine are at hand.
public struct Inventory: Hashable, Sendable {
  public static let slotCount = 36
  public static let handCount = 9

  public private(set) var slots: [Stack?] = Array(repeating: nil, count: slotCount)
  /// The slot in the hand, 0 ... 8.
  public var selected = 0
  /// Whether nothing is ever used up.
  public var isEndless = false

  public init() {}

  /// Something with another number of slots, such as a chest.
  init(slots count: Int) { slots = Array(repeating: nil, count: count) }

  /// Gives a copy storage of its own.
  mutating func makeReady() { slots.reserveCapacity(slots.count + 1) }

  /// What the hand holds.
  public var held: Stack? { slots[selected] }

  public func count(of item: Item) -> Int {
    slots.reduce(0) { $0 + ($1?.item == item ? $1?.count ?? 0 : 0) }
  }

  /// Adds items, first to slots that hold some.
  ///
  /// - Returns: how many found no room.
  @discardableResult
  public mutating func add(_ item: Item, _ count: Int = 1) -> Int {
    var left = count
    let stack = item.traits.stack
    for index in slots.indices where left > 0 {
      guard let there = slots[index], there.item == item else { continue }
      let moved = min(left, stack - there.count)
      slots[index]?.count += moved
      left -= moved
    }
    for index in slots.indices where left > 0 && slots[index] == nil {
      let moved = min(left, stack)
      slots[index] = Stack(item, moved)
      left -= moved
    }
    return left
  }

  /// Puts a stack into a slot, whatever was there.
  mutating func put(_ stack: Stack, into slot: Int) { slots[slot] = stack }

  /// How many more of an item there is room for.
  public func room(for item: Item) -> Int {
    slots.reduce(0) { room, slot in
      guard let slot else { return room + item.traits.stack }
      return room + (slot.item == item ? item.traits.stack - slot.count : 0)
    }
  }

  /// Takes one item out of the hand; false if it is empty.
  @discardableResult
  public mutating func useHeld() -> Bool {
    guard let held else { return false }
    if isEndless { return true }
    slots[selected] = held.count > 1 ? Stack(held.item, held.count - 1) : nil
    return true
  }

  /// Takes items out of any slots; takes none if there are too few.
  public mutating func remove(_ item: Item, _ count: Int = 1) -> Bool {
    guard self.count(of: item) >= count else { return false }
    var left = count
    for index in slots.indices where left > 0 {
      guard let there = slots[index], there.item == item else { continue }
      let moved = min(left, there.count)
      slots[index] = there.count > moved ? Stack(item, there.count - moved) : nil
      left -= moved
    }
    return true
  }

  /// Brings an item into the hand: selects its slot, or swaps it with the selected one.
  ///
  /// - Returns: whether there is any.
  public mutating func hold(_ item: Item) -> Bool {
    if held?.item == item { return true }
    guard let index = slots.firstIndex(where: { $0?.item == item }) else {
      guard isEndless else { return false }
      slots[selected] = Stack(item)
      return true
    }
    if index < Inventory.handCount {
      selected = index
    } else {
      slots.swapAt(index, selected)
    }
    return true
  }

  func hash(into digest: inout Digest) {
    digest.combine(selected)
    for slot in slots {
      digest.combine(slot.map { Int($0.item.id) << 8 | $0.count } ?? -1)
    }
  }
}
