extension World {
  /// Whether a block holds items.
  static func isContainer(_ kind: BlockKind) -> Bool { kind == .chest || kind == .barrel }

  /// What lies in the container in a cell; nil where there is no container.
  public func contents(at cell: Cell) -> Inventory? {
    guard World.isContainer(self[cell].kind) else { return nil }
    return containers[cell] ?? Inventory(slots: Containers.slotCount)
  }

  /// Puts items into the container in a cell.
  ///
  /// - Returns: how many found no room; all of them where there is no container.
  @discardableResult
  public mutating func store(_ item: Item, _ count: Int = 1, at cell: Cell) -> Int {
    guard World.isContainer(self[cell].kind) else { return count }
    let left = containers.add(item, count, at: cell)
    if left < count { updateFillLevel(at: cell) }
    return left
  }

  /// Takes items out of the container in a cell; takes none if there are too few.
  public mutating func take(_ item: Item, _ count: Int = 1, at cell: Cell) -> Bool {
    guard containers.take(item, count, at: cell) else { return false }
    updateFillLevel(at: cell)
    return true
  }

  /// What a comparator reads: 1 for anything at all, 15 for full (Minecraft Wiki: Redstone
  /// Comparator).
  private mutating func updateFillLevel(at cell: Cell) {
    guard let contents = containers[cell] else { return }
    let share = contents.slots.reduce(0.0) {
      $0 + ($1.map { Double($0.count) / Double($0.item.traits.stack) } ?? 0)
    }
    let level = share > 0 ? 1 + Int(14 * share / Double(contents.slots.count)) : 0
    if level != Int(memory[cell]) { setFillLevel(level, at: cell) }
  }

  /// Lets fall what lay in a container that is gone.
  mutating func spill(_ cell: Cell) {
    guard let contents = containers.remove(at: cell), settings.drops else { return }
    for case .some(let stack) in contents.slots where drops.count < World.mostDrops {
      drops.append(Drop(item: stack.item, count: stack.count, cell: cell))
    }
  }
}
