import Math
import VoxelWorld

/// A doorway in a wall, closed flush with it by two blocks that sticky pistons pull away: one up
/// into the wall, one down into the ground. The lever on opens it.
public struct HiddenDoor: Structure {
  public static let name = "hidden-door"

  public var length = 9
  public var height = 6
  public var front = Direction.south
  public var material: Material = "stone"

  public init() {}

  public var footprint: (x: Int, z: Int) {
    front == .south || front == .north ? (length, 3) : (3, length)
  }

  public func write(
    into plan: inout PlanWriter, at corner: Cell, on site: Site, random: inout Random
  ) throws(PlanError) {
    guard (7...64).contains(length), (5...32).contains(height) else {
      throw .unfit("a wall with a hidden door is 7 to 64 long and 5 to 32 high")
    }
    let frame = Frame(corner: corner, width: length, depth: 3, front: front)
    let block = material.full
    try plan.inside(frame) { plan throws(PlanError) in
      // The wall is the southern layer; behind it a case hides the wiring.
      let door = length / 2
      let lever = door + 2
      plan.fill(Cell(0, 0, 2), Cell(length - 1, height - 1, 2), block, part: "wall")
      plan.fill(Cell(door - 1, 2, 0), Cell(lever + 1, 4, 1), block, part: "case")
      plan.fill(Cell(door + 1, -4, 0), Cell(lever + 1, 1, 1), block, part: "case")
      plan.fill(Cell(door - 1, -4, 2), Cell(door + 1, -1, 2), block, part: "case")
      let sticky = BlockState("sticky_piston")
      plan.put(sticky.with(.facing, Direction.down), at: Cell(door, 3, 2), part: "pistons")
      plan.put(sticky.with(.facing, Direction.up), at: Cell(door, -2, 2), part: "pistons")
      // As built, before the torch is lit: the blocks are pulled away.
      plan.fill(Cell(door, 2, 2), Cell(door, 2, 2), block, part: "door")
      plan.fill(Cell(door, -1, 2), Cell(door, -1, 2), block, part: "door")
      plan.clear(Cell(door, 0, 0), Cell(door, 1, 2), part: "doorway")
      writeWiring(door, lever, into: &plan)
    }
  }

  private func writeWiring(_ door: Int, _ lever: Int, into plan: inout PlanWriter) {
    plan.put(
      BlockState("lever").with(.face, PropertyWord.wall).with(.facing, Direction.south),
      at: Cell(lever, 1, 3), part: "switch")
    // Up: the torch lights the block above it, dust on that block leads to the upper piston.
    plan.fill(
      Cell(door + 1, 3, 1), Cell(lever, 3, 1), "redstone_wire", part: "wiring")
    // Down: dust under the torch, and down over steps to the lower piston.
    plan.clear(Cell(lever, 0, 0), Cell(lever, 0, 1), part: "wiring")
    plan.clear(Cell(lever, -1, 0), Cell(lever, -1, 0), part: "wiring")
    plan.clear(Cell(lever - 1, -2, 0), Cell(lever - 1, -1, 0), part: "wiring")
    plan.clear(Cell(lever - 1, -2, 1), Cell(lever - 1, -2, 1), part: "wiring")
    for cell in [
      Cell(lever, 0, 1), Cell(lever, -1, 0), Cell(lever - 1, -2, 0), Cell(lever - 1, -2, 1),
    ] {
      plan.fill(cell, cell, "redstone_wire", part: "wiring")
    }
    plan.put(
      BlockState("redstone_wall_torch").with(.facing, Direction.north), at: Cell(lever, 1, 1),
      part: "wiring")
  }
}
