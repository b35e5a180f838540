import Math
import VoxelWorld

/// A bed of flowers in rows, with a border or without.
public struct FlowerBed: Structure {
  public static let name = "flower-bed"

  /// Outer width and depth.
  public var width = 7
  public var depth = 5
  public var flowers: [BlockState] = ["poppy", "dandelion"]
  public var border: BlockState?

  public init() {}

  public var footprint: (x: Int, z: Int) { (width, depth) }

  public func write(
    into plan: inout PlanWriter, at corner: Cell, on site: Site, random: inout Random
  ) throws(PlanError) {
    let rim = border == nil ? 0 : 1
    guard (1 + 2 * rim...64).contains(width), (1 + 2 * rim...64).contains(depth), !flowers.isEmpty
    else { throw .unfit("a flower bed is at most 64 long and wide") }
    let whole = Rectangle(0...width - 1, 0...depth - 1)
    try plan.inside(Frame(origin: corner)) { plan throws(PlanError) in
      if let border { plan.walls(whole.lower(0), whole.upper(0), border, part: "border") }
      plan.fill(
        Cell(rim, -1, rim), Cell(width - 1 - rim, -1, depth - 1 - rim), "grass_block", part: "soil")
      for z in rim..<depth - rim {
        let flower = flowers[(z - rim) % flowers.count]
        plan.fill(Cell(rim, 0, z), Cell(width - 1 - rim, 0, z), flower, part: "flowers")
      }
    }
  }
}
