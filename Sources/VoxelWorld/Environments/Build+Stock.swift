import Arena

extension Build {
  /// What a builder in survival carries from the start.
  static let tools: [Stack] = [
    ("stone_pickaxe", 1), ("stone_axe", 1), ("stone_shovel", 1), ("shears", 1), ("dirt", 64),
  ].compactMap { name, count in Item(named: name).map { Stack($0, count) } }

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
    _ plot: Plot, _ blueprint: Blueprint, _ setup: Setup
  ) throws(SetupError) -> World {
    var world = plot.ground
    guard !setup.creative, setup.stock == .chests else { return world }
    var number = 0
    let cells = plot.storeCells
    guard !cells.isEmpty else {
      throw SetupError("blueprint.layers", "there is no dry ground for a chest")
    }
    world.write("chest[facing=south]", at: cells[0])
    for stack in materials(of: blueprint, spare: setup.spare) {
      var left = world.store(stack.item, stack.count, at: cells[number])
      while left > 0 {
        number += 1
        guard number < cells.count else {
          throw SetupError("blueprint.layers", "the materials do not fit into a row of chests")
        }
        world.write("chest[facing=south]", at: cells[number])
        left = world.store(stack.item, left, at: cells[number])
      }
    }
    return world
  }
}
