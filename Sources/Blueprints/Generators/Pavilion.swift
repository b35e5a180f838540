import Math
import VoxelWorld

/// A roof on posts, open on all sides.
public struct Pavilion: Structure {
  public static let name = "pavilion"

  public var width = 7
  public var depth = 7
  public var height = 4
  public var post: Material = "oak_log"
  public var floor: Material = "smooth_stone"
  public var roof: Material = "spruce_planks"

  public init() {}

  public var footprint: (x: Int, z: Int) { (width, depth) }

  public func write(
    into plan: inout PlanWriter, at corner: Cell, on site: Site, random: inout Random
  ) throws(PlanError) {
    guard (3...64).contains(width), (3...64).contains(depth), (2...32).contains(height) else {
      throw .unfit("a pavilion is 3 to 64 wide and deep and 2 to 32 high")
    }
    let whole = Rectangle(0...width - 1, 0...depth - 1)
    try plan.inside(Frame(origin: corner)) { plan throws(PlanError) in
      plan.fill(whole.lower(-1), whole.upper(-1), floor.full, part: "floor")
      for x in [0, width - 1] {
        for z in [0, depth - 1] {
          plan.fill(Cell(x, 0, z), Cell(x, height - 1, z), post.log, part: "posts")
        }
      }
      let attic = plan.box(
        whole.grown(by: -1).lower(height), whole.grown(by: -1).upper(height + width + depth))
      RoofWriter(
        kind: .hip, material: roof, wall: roof.full, height: height, eaves: 0, rectangles: [whole]
      ).write(into: &plan, attic: attic)
      let middle = Cell(width / 2, height - 1, depth / 2)
      if width > 3, depth > 3 {
        // A beam that the lantern hangs from.
        plan.fill(
          Cell(0, height, depth / 2), Cell(width - 1, height, depth / 2), post.log, part: "beam")
        plan.put(BlockState("lantern").with(.hanging, true), at: middle, part: "lights")
      }
    }
  }
}
