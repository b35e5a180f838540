import Arena

extension Build {
  /// What a builder in survival carries from the start.
  static let tools: [Stack] = [
    ("stone_pickaxe", 1), ("stone_axe", 1), ("stone_shovel", 1), ("shears", 1), ("dirt", 64),
  ].compactMap { name, count in Item(named: name).map { Stack($0, count) } }

  /// Where the chests of a site stand: in a row at the northern edge, every other cell, so that
  /// none joins its neighbour.
  static func chest(_ number: Int) -> Cell { Cell(1 + 2 * number, Ground.height, 0) }

  /// Whether a cell belongs to the row of chests.
  static func isStore(_ cell: Cell) -> Bool { cell.z == 0 && cell.y == Ground.height }

  /// What every body starts with: the tools, and the materials unless they lie in chests.
  var startingInventory: Inventory {
    var inventory = Inventory()
    inventory.isEndless = setup.creative
    guard !setup.creative else { return inventory }
    for stack in Self.tools { inventory.add(stack.item, stack.count) }
    guard setup.stock == .carried else { return inventory }
    for stack in materials { inventory.add(stack.item, stack.count) }
    return inventory
  }

  /// What the blueprint takes, with the spares.
  var materials: [Stack] { Self.materials(of: blueprint, spare: setup.spare) }

  private static func materials(of blueprint: Blueprint, spare: Int) -> [Stack] {
    blueprint.materials.map { stack in
      Stack(stack.item, stack.count + (stack.count * spare + 99) / 100)
    }
  }

  /// The ground with the chests on it.
  static func site(
    _ size: WorldSize, _ blueprint: Blueprint, _ setup: Setup
  ) throws(SetupError) -> World {
    var world = Ground.flat(size)
    guard !setup.creative, setup.stock == .chests else { return world }
    var number = 0
    world.write("chest[facing=south]", at: chest(0))
    for stack in materials(of: blueprint, spare: setup.spare) {
      var left = world.store(stack.item, stack.count, at: chest(number))
      while left > 0 {
        number += 1
        guard chest(number).x < size.x else {
          throw SetupError("blueprint.layers", "the materials do not fit into a row of chests")
        }
        world.write("chest[facing=south]", at: chest(number))
        left = world.store(stack.item, left, at: chest(number))
      }
    }
    return world
  }
}
