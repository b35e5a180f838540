import Math
import VoxelWorld

/// Trees in rows, with a fence about them or without.
public struct Orchard: Structure {
  public static let name = "orchard"

  public var count = 9
  public var wood: Material = "oak_planks"
  public var fence: Material?

  public init() {}

  private static let step = 6
  private var columns: Int { (1...8).first { $0 * $0 >= count } ?? 8 }
  private var rows: Int { (count + columns - 1) / columns }

  public var footprint: (x: Int, z: Int) {
    (columns * Self.step + 3, rows * Self.step + 3)
  }

  public func write(
    into plan: inout PlanWriter, at corner: Cell, on site: Site, random: inout Random
  ) throws(PlanError) {
    guard (1...64).contains(count) else { throw .unfit("an orchard has 1 to 64 trees") }
    var tree = Tree()
    tree.wood = wood
    for index in 0..<count {
      let at = Cell(2 + index % columns * Self.step, 0, 2 + index / columns * Self.step)
      try tree.write(into: &plan, at: corner + at, on: site, random: &random)
    }
    guard let fence else { return }
    let size = footprint
    let ring = Rectangle(0...size.x - 1, 0...size.z - 1)
    try plan.inside(Frame(origin: corner)) { plan throws(PlanError) in
      plan.walls(ring.lower(0), ring.upper(0), fence.railing, part: "fence")
      plan.put(
        fence.gate.with(.facing, Direction.north), at: Cell(size.x / 2, 0, size.z - 1),
        part: "gate")
    }
  }
}
