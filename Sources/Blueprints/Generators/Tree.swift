import Math
import VoxelWorld

/// A tree: a trunk of logs and a crown of leaves that stay.
public struct Tree: Structure {
  public static let name = "tree"

  public var wood: Material = "oak_planks"
  /// Logs from the ground up; the crown reaches two layers above them.
  public var trunk = 4

  public init() {}

  public var footprint: (x: Int, z: Int) { (5, 5) }

  private var leaves: BlockState {
    (wood.member("_leaves") ?? "oak_leaves").with(.persistent, true)
  }

  public func write(
    into plan: inout PlanWriter, at corner: Cell, on site: Site, random: inout Random
  ) throws(PlanError) {
    guard (2...32).contains(trunk) else { throw .unfit("a tree has a trunk 2 to 32 high") }
    try plan.inside(Frame(origin: corner)) { plan throws(PlanError) in
      let low = trunk - 2
      let wide = plan.box(Cell(0, low, 0), Cell(4, low + 1, 4))
      // A crown without corners is rounder.
      let corners = plan.union(
        [(0, 0), (4, 0), (0, 4), (4, 4)].map {
          plan.box(Cell($0.0, low + 1, $0.1), Cell($0.0, low + 1, $0.1))
        })
      let narrow = plan.box(Cell(1, low + 2, 1), Cell(3, low + 2, 3))
      let top = plan.union([
        plan.box(Cell(1, low + 3, 2), Cell(3, low + 3, 2)),
        plan.box(Cell(2, low + 3, 1), Cell(2, low + 3, 3)),
      ])
      let crown = plan.except(plan.union([wide, narrow, top]), corners)
      plan.paint(crown, leaves, part: "crown")
      plan.fill(Cell(2, 0, 2), Cell(2, trunk, 2), wood.log, part: "trunk")
    }
  }
}
