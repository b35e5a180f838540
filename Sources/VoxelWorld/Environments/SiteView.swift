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
  ]

  /// An item to bring into the hand; -1 for none.
  static let itemChoice = Field("item", unit: "item", in: -1...65535)

  /// Which columns of the fields after the senses hold what.
  static let slots = 3
  static let selected = slots + 2 * Inventory.slotCount
  static let deed = selected + 1
  static let blocks = deed + 1

  /// Brings what the action asks for into the hand: first the slot, then the item.
  static func select(_ actions: Span<Float>, at start: Int, in inventory: inout Inventory) {
    let slot = Controls.value(actions, start + 2, 0...8)
    inventory.selected = Int(slot.rounded())
    let item = Controls.value(actions, start + 3, -1...65535)
    guard item >= 0, Int(item) < ItemTable.standard.items.count else { return }
    _ = inventory.hold(Item(id: UInt16(item)))
  }

  static func write(
    _ site: borrowing Build, into observation: inout MutableSpan<Float>, at start: Int
  ) {
    observation[start] = Float(site.body.x)
    observation[start + 1] = Float(site.body.y)
    observation[start + 2] = Float(site.body.z)
    for index in 0..<Inventory.slotCount {
      let slot = site.inventory.slots[index]
      observation[start + slots + index] = slot.map { Float($0.item.id) } ?? -1
      observation[start + slots + Inventory.slotCount + index] = Float(slot?.count ?? 0)
    }
    observation[start + selected] = Float(site.inventory.selected)
    observation[start + deed] = site.deed.map { Float($0.kind.rawValue) + 1 } ?? 0
    var index = start + blocks
    let feet = site.body.cell
    for y in feet.y - below...feet.y + above {
      for z in feet.z - radius...feet.z + radius {
        for x in feet.x - radius...feet.x + radius {
          let cell = Cell(x, y, z)
          observation[index] = Float(site.world[cell].id)
          observation[index + count] =
            site.blueprint[cell - Build.origin].map { Float($0.id) } ?? -1
          index += 1
        }
      }
    }
  }
}
