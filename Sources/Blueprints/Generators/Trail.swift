import Math
import VoxelWorld

/// A way let into the ground between two places: along x first, then along z.
public struct Trail: Structure {
  public static let name = "trail"

  /// Columns from the start to the end, along x and z; either may be negative.
  public var run = Cell(8, 0, 0)
  public var width = 1
  public var block: BlockState = "gravel"

  public init() {}

  public var footprint: (x: Int, z: Int) { (abs(run.x) + width, abs(run.z) + width) }

  public func write(
    into plan: inout PlanWriter, at corner: Cell, on site: Site, random: inout Random
  ) throws(PlanError) {
    guard max(abs(run.x), abs(run.z)) <= 256, (1...8).contains(width) else {
      throw .unfit("a trail is at most 256 long and 8 wide")
    }
    let start = corner + Cell(run.x < 0 ? -run.x : 0, 0, run.z < 0 ? -run.z : 0)
    var cells: [Cell] = []
    for step in 0...abs(run.x) { cells.append(start + Cell(step * run.x.signum(), 0, 0)) }
    for step in 0...abs(run.z) {
      cells.append(start + Cell(run.x, 0, step * run.z.signum()))
    }
    let wide = cells.flatMap { cell in
      (0..<width).flatMap { dz in (0..<width).map { cell + Cell($0, 0, dz) } }
    }
    GroundWork(site: site, foundation: block).paint(
      wide.map { Cell($0.x, site.height($0.x, $0.z) - 1, $0.z) }, block, "path", into: &plan)
  }
}
