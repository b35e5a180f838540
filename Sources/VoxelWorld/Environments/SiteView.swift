import Arena
import Math

/// What a builder sees: where it is, what it carries, the blocks about it and what the blueprint
/// wants there.
enum SiteView {
  static let radius = 5
  static let below = 4
  static let above = 7
  static let side = 2 * radius + 1
  static let count = side * side * (below + 1 + above)

  static let fields = [
    Field("position", unit: "m", count: 3, in: -1...1100),
    Field("slot-item", unit: "item", count: Inventory.slotCount, in: -1...65535),
    Field("slot-count", unit: "1", count: Inventory.slotCount, in: 0...64),
    Field("selected", unit: "choice", in: 0...8),
    Field("did", unit: "choice", in: 0...4),
    Field("block", unit: "state", count: count, in: 0...65535),
    Field("wanted", unit: "state", count: count, in: -1...65535),
    Field("endless", unit: "1", in: 0...1),
    Field("open", unit: "1", in: 0...1),
    Field("open-at", unit: "m", count: 3, in: -8...8),
    Field("chest-item", unit: "item", count: Containers.slotCount, in: -1...65535),
    Field("chest-count", unit: "1", count: Containers.slotCount, in: 0...64),
    Field("others", unit: "m", count: 3 * (Build.mostAgents - 1), in: -2000...2000),
  ]

  /// An item to bring into the hand; -1 for none.
  static let itemChoice = Field("item", unit: "item", in: -1...65535)

  /// An item of which to take a stack out of the open container, and one to put in; -1 for none.
  static let transfers = [
    Field("take", unit: "item", in: -1...65535), Field("store", unit: "item", in: -1...65535),
  ]

  /// The item that an action names; nil for none.
  static func item(_ actions: Span<Float>, at index: Int) -> Item? {
    let number = Controls.value(actions, index, -1...65535)
    guard number >= 0, Int(number) < ItemTable.standard.items.count else { return nil }
    return Item(id: UInt16(number))
  }

  /// Which columns of the fields after the senses hold what.
  static let slots = 3
  static let selected = slots + 2 * Inventory.slotCount
  static let deed = selected + 1
  static let blocks = deed + 1
  static let endless = blocks + 2 * count
  static let chest = endless + 5
  static let others = chest + 2 * Containers.slotCount

  /// Brings what the action asks for into the hand: first the slot, then the item.
  static func select(_ actions: Span<Float>, at start: Int, in inventory: inout Inventory) {
    let slot = Controls.value(actions, start + 2, 0...8)
    inventory.selected = Int(slot.rounded())
    if let item = item(actions, at: start + 3) { _ = inventory.hold(item) }
  }

  static func write(
    _ site: borrowing Build, seat: Int, into observation: inout MutableSpan<Float>, at start: Int
  ) {
    let worker = site.workers[seat]
    observation[start] = Float(worker.body.x)
    observation[start + 1] = Float(worker.body.y)
    observation[start + 2] = Float(worker.body.z)
    write(worker.inventory, Inventory.slotCount, into: &observation, at: start + slots)
    observation[start + selected] = Float(worker.inventory.selected)
    observation[start + deed] = worker.hand.deed.map { Float($0.kind.rawValue) + 1 } ?? 0
    writeBlocks(site, around: worker.body.cell, into: &observation, at: start + blocks)
    observation[start + endless] = worker.inventory.isEndless ? 1 : 0
    let open = worker.hand.open
    observation[start + endless + 1] = open == nil ? 0 : 1
    let offset = open.map { $0 - worker.body.cell } ?? Cell(0, 0, 0)
    observation[start + endless + 2] = Float(offset.x)
    observation[start + endless + 3] = Float(offset.y)
    observation[start + endless + 4] = Float(offset.z)
    write(
      worker.hand.open.flatMap { site.world.contents(at: $0) }, Containers.slotCount,
      into: &observation, at: start + chest)
    writeOthers(site, than: seat, into: &observation, at: start + others)
  }

  /// The items of all slots, then their counts.
  private static func write(
    _ inventory: Inventory?, _ count: Int, into observation: inout MutableSpan<Float>,
    at start: Int
  ) {
    for index in 0..<count {
      let slot = inventory?.slots[index]
      observation[start + index] = slot.map { Float($0.item.id) } ?? -1
      observation[start + count + index] = Float(slot?.count ?? 0)
    }
  }

  private static func writeBlocks(
    _ site: borrowing Build, around feet: Cell, into observation: inout MutableSpan<Float>,
    at start: Int
  ) {
    var index = start
    for y in feet.y - below...feet.y + above {
      for z in feet.z - radius...feet.z + radius {
        for x in feet.x - radius...feet.x + radius {
          let cell = Cell(x, y, z)
          observation[index] = Float(site.world[cell].id)
          observation[index + count] =
            site.blueprint[cell - site.plot.origin].map { Float($0.id) } ?? -1
          index += 1
        }
      }
    }
  }

  /// Where the other bodies are, seen from this one; 0, -2000, 0 for those that are not there.
  private static func writeOthers(
    _ site: borrowing Build, than seat: Int, into observation: inout MutableSpan<Float>,
    at start: Int
  ) {
    var index = start
    let own = site.workers[seat].body
    for other in 0..<Build.mostAgents where other != seat {
      let body = other < site.workers.count ? site.workers[other].body : nil
      observation[index] = body.map { Float($0.x - own.x) } ?? 0
      observation[index + 1] = body.map { Float($0.y - own.y) } ?? -2000
      observation[index + 2] = body.map { Float($0.z - own.z) } ?? 0
      index += 3
    }
  }
}
