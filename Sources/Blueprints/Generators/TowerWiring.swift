import VoxelWorld

/// Takes a signal from a lever at the foot of a square tower to lamps at its top corners, out of
/// sight: up a ladder of torches in a walled corner, then along dust under the platform.
struct TowerWiring {
  let tower: Tower
  let deck: Int

  /// The layer of the dust. The ladder starts at the lever's height, 0 to 2, and has an even
  /// number of torches; where that does not come out, the dust lies one layer lower.
  private var dust: Int { (deck - 1) % 4 == 3 ? deck - 2 : deck - 1 }
  private var first: Int { dust % 4 }

  func write(into plan: inout PlanWriter) {
    let last = tower.width - 1
    let middle = tower.width / 2
    let block = tower.material.full
    // Two full layers below the platform, in which the dust is let in.
    plan.fill(
      Cell(1, dust - 1, 1), Cell(last - 1, deck - 1, last - 1), block, part: "platform")
    plan.fill(Cell(1, 0, 1), Cell(2, dust, 2), block, part: "shaft")
    for y in stride(from: first, to: dust - 1, by: 2) {
      let torch: BlockState =
        y == first
        ? BlockState("redstone_wall_torch").with(.facing, Direction.west) : "redstone_torch"
      plan.put(torch, at: Cell(1, y, 1), part: "wiring")
    }
    plan.put(
      BlockState("lever").with(.face, PropertyWord.wall).with(.facing, Direction.east),
      at: Cell(3, first, 1), part: "switch")
    let wires = plan.union([
      plan.box(Cell(1, dust, 1), Cell(last - 1, dust, 1)),
      plan.box(Cell(1, dust, last - 1), Cell(last - 1, dust, last - 1)),
      plan.box(Cell(middle, dust, 1), Cell(middle, dust, last - 1)),
    ])
    plan.paint(wires, "redstone_wire", part: "wiring")
    for x in [0, last] {
      for z in [0, last] {
        plan.fill(Cell(x, dust, z), Cell(x, dust, z), "redstone_lamp", part: "lamps")
      }
    }
  }
}
