import Math
import VoxelWorld

/// A pier on posts from the bank into the water of a site, or over dry ground where there is none.
public struct Pier: Structure {
  public static let name = "pier"

  public var length = 9
  public var width = 3
  public var material: Material = "spruce_planks"
  public var hasRailings = false

  public init() {}

  public var footprint: (x: Int, z: Int) { (length, width) }

  /// From the last dry column before the water.
  public func place(on site: Site) -> Cell {
    let reach = max(site.width, site.depth)
    let first = (-reach...reach).first { site.water($0, 0) != nil }
    let x = first.map { $0 - 1 } ?? -length / 2
    return Cell(x, site.height(x, 0), -width / 2)
  }

  public func write(
    into plan: inout PlanWriter, at corner: Cell, on site: Site, random: inout Random
  ) throws(PlanError) {
    guard (2...128).contains(length), (1...32).contains(width) else {
      throw .unfit("a pier is 2 to 128 long and 1 to 32 wide")
    }
    try plan.inside(Frame(origin: corner)) { plan throws(PlanError) in
      plan.fill(
        Cell(0, 0, 0), Cell(length - 1, 0, width - 1),
        material.full, part: "deck")
      for x in stride(from: 0, to: length, by: 3) {
        for z in Set([0, width - 1]).sorted() {
          let ground = site.height(corner.x + x, corner.z + z) - corner.y
          if ground < 0 {
            plan.fill(Cell(x, ground, z), Cell(x, -1, z), material.log, part: "posts")
          }
          if hasRailings { plan.put(material.fence, at: Cell(x, 1, z), part: "railing") }
        }
      }
      plan.put("lantern", at: Cell(length - 1, 1, 0), part: "lights")
    }
  }
}
