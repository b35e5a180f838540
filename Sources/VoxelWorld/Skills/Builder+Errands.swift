import Math

/// A chest, and what was in it when it was last open; nil if it never was.
struct Store: Hashable, Sendable {
  let cell: Cell
  var stacks: [Stack]?
  var failures = 0

  func count(of item: Item) -> Int {
    stacks?.reduce(0) { $0 + ($1.item == item ? $1.count : 0) } ?? 0
  }
}

/// Where to go for what is lacking.
enum Errand: Hashable, Sendable {
  case open(Cell)
  /// Goes to where it will see whether there is a chest.
  case look(Cell)
}

extension Builder {
  func carried(_ item: Item) -> Int {
    isEndless ? item.traits.stack : slots.reduce(0) { $0 + ($1.item == item ? $1.count : 0) }
  }

  /// Reads what the body carries and what the open chest holds.
  mutating func readItems(_ observation: Span<Float>, at start: Int) {
    isEndless = observation[start + SiteView.endless] > 0.5
    openStore =
      observation[start + SiteView.endless + 1] > 0.5
      ? body.cell
        + Cell(
          Int(observation[start + SiteView.endless + 2]),
          Int(observation[start + SiteView.endless + 3]),
          Int(observation[start + SiteView.endless + 4])) : nil
    slots = Self.stacks(observation, at: start + SiteView.slots, Inventory.slotCount)
    if let index = stores.firstIndex(where: { $0.cell == openStore }) {
      stores[index].stacks = Self.stacks(
        observation, at: start + SiteView.chest, Containers.slotCount)
    }
  }

  private static func stacks(
    _ observation: Span<Float>, at start: Int, _ count: Int
  ) -> [Stack] {
    (0..<count).compactMap { index in
      guard observation[start + index] >= 0 else { return nil }
      return Stack(
        Item(id: UInt16(observation[start + index])), Int(observation[start + count + index]))
    }
  }

  /// Notes chests in the part of their row that is in view.
  mutating func lookForStores(around feet: Cell) {
    guard feet.z <= SiteView.radius else { return }
    for x in max(0, feet.x - SiteView.radius)...min(map.size.x - 1, feet.x + SiteView.radius) {
      let cell = plot.onGround(Cell(x, 0, 0))
      seenRow[x] = true
      let isStore = World.isContainer(map[cell].kind)
      if isStore, !stores.contains(where: { $0.cell == cell }) { stores.append(Store(cell: cell)) }
    }
  }

  /// What all remaining work takes, in the order in which it is needed; with others about, a fair
  /// share of it.
  func shoppingList(for targets: [BuildOrder.Target]) -> [Stack] {
    var list: [Stack] = []
    for target in targets {
      guard let item = target.item else { continue }
      if let index = list.firstIndex(where: { $0.item == item }) {
        list[index].count += target.wanted.itemCount
      } else {
        list.append(Stack(item, target.wanted.itemCount))
      }
    }
    for index in list.indices {
      list[index].count = (list[index].count + others.count) / (others.count + 1)
    }
    return list
  }

  /// Where something that is lacking may be; nil if everything has been looked through.
  func errand(for lacking: [Item]) -> Errand? {
    let promising = stores.filter { store in
      store.failures < 3
        && (store.stacks == nil || lacking.contains { store.count(of: $0) > 0 })
    }
    let nearest = promising.min {
      $0.cell.distance(to: body.cell) < $1.cell.distance(to: body.cell)
    }
    if let nearest { return .open(nearest.cell) }
    let unseen = seenRow.indices.filter { !seenRow[$0] }
    let next = unseen.min { abs($0 - body.cell.x) < abs($1 - body.cell.x) }
    return next.map { .look(plot.onGround(Cell($0, 0, 2))) }
  }

  mutating func run(_ errand: Errand, _ action: inout MutableSpan<Float>) {
    switch errand {
    case .look(let cell):
      if seenRow[cell.x] || !approach([cell], &action) {
        seenRow[cell.x] = true
        task = .think
      }
    case .open(let cell):
      guard waited < Self.walkPatience else {
        abandon(cell)
        return
      }
      let side = cell + .south
      let stands = [side, side + .east, side + .west, side + .south].map(plot.onGround)
      if openStore != cell, !stands.contains(body.cell) || !steering.isDone || !body.isOnGround {
        if !approach(stands, &action) { abandon(cell) }
      } else if openStore != cell {
        let isLooking = look(
          at: Double(cell.x) + 0.5, Double(cell.y) + 0.45, Double(cell.z) + 0.5, &action)
        if isLooking { action[Controls.walking.count + 1] = 1 }
      } else {
        takeNext(from: cell, &action)
      }
    }
  }

  private mutating func abandon(_ cell: Cell) {
    if let index = stores.firstIndex(where: { $0.cell == cell }) { stores[index].failures += 1 }
    task = .think
  }

  /// Takes one stack of the first thing on the list that the open chest holds.
  private mutating func takeNext(from cell: Cell, _ action: inout MutableSpan<Float>) {
    guard let store = stores.first(where: { $0.cell == cell }), waited < Self.walkPatience else {
      task = .think
      return
    }
    let hasRoom = slots.count < Inventory.slotCount
    for wish in shopping {
      guard carried(wish.item) < wish.count, store.count(of: wish.item) > 0 else { continue }
      let fits = slots.contains { $0.item == wish.item && $0.count < wish.item.traits.stack }
      guard hasRoom || fits else { continue }
      action[Controls.walking.count + 4] = Float(wish.item.id)
      return
    }
    task = .think
  }

  /// Walks to the first of some cells that there is a way to; false if there is none.
  private mutating func approach(_ cells: [Cell], _ action: inout MutableSpan<Float>) -> Bool {
    guard waited < Self.walkPatience else { return false }
    if steering.isDone || steering.isStuck, body.isOnGround {
      let finder = PathFinder()
      var path: [Cell]?
      for cell in cells where path == nil {
        path = finder.path(from: footing, to: cell, in: map)
      }
      guard let path else { return false }
      steering.follow(path)
    }
    let (keys, turn) = steering.keys(for: body)
    move(keys, turn, &action)
    return true
  }
}
