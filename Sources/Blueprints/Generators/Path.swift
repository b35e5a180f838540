import Math
import VoxelWorld

/// A straight path let into the ground, with lamp posts or hedges beside it.
public struct Path: Structure {
  public static let name = "path"

  public var length = 15
  public var width = 3
  public var block: BlockState = "gravel"
  public var isAlongX = true
  /// Blocks from one lamp post to the next; nil for none.
  public var lampSpacing: Int?
  public var hasHedges = false

  public init() {}

  private var rim: Int { lampSpacing != nil || hasHedges ? 1 : 0 }
  public var footprint: (x: Int, z: Int) {
    let across = width + 2 * rim
    return isAlongX ? (length, across) : (across, length)
  }

  public func write(
    into plan: inout PlanWriter, at corner: Cell, on site: Site, random: inout Random
  ) throws(PlanError) {
    guard (1...256).contains(length), (1...32).contains(width), (lampSpacing ?? 1) >= 1 else {
      throw .unfit("a path is 1 to 256 long and 1 to 32 wide")
    }
    let frame = Frame(
      corner: corner, width: length, depth: width + 2 * rim, front: isAlongX ? .south : .west)
    let work = GroundWork(site: site, foundation: block)
    var cells: [Cell] = []
    for x in 0..<length {
      for z in rim..<rim + width {
        let column = frame.place(Cell(x, 0, z))
        cells.append(Cell(column.x, site.height(column.x, column.z) - 1, column.z))
      }
    }
    work.paint(cells, block, "path", into: &plan)
    func top(_ x: Int, _ z: Int) -> Cell {
      let column = frame.place(Cell(x, 0, z))
      return Cell(column.x, site.height(column.x, column.z), column.z)
    }
    if hasHedges {
      let hedge = (0..<length).flatMap { [top($0, 0), top($0, width + 1)] }
      work.paint(hedge, "oak_leaves[persistent=true]", "hedge", into: &plan)
    }
    guard let lampSpacing else { return }
    for (index, x) in stride(from: lampSpacing / 2, to: length, by: lampSpacing).enumerated() {
      let foot = top(x, index % 2 == 0 ? 0 : width + 1)
      plan.fill(foot, foot + Cell(0, 2, 0), "oak_fence", part: "lamp-post")
      plan.put("lantern", at: foot + Cell(0, 3, 0), part: "lights")
    }
  }
}
