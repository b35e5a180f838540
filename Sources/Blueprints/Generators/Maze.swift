import Math
import VoxelWorld

/// A maze: one way in, one way out, and one way between any two places in it.
public struct Maze: Structure {
  public static let name = "maze"

  /// Outer size; made odd, since walls and ways take turns.
  public var width = 21
  public var depth = 21
  public var height = 2
  public var wall: BlockState = "oak_leaves[persistent=true]"

  public init() {}

  private var columns: Int { max(1, (width - 1) / 2) }
  private var rows: Int { max(1, (depth - 1) / 2) }
  public var footprint: (x: Int, z: Int) { (2 * columns + 1, 2 * rows + 1) }

  public func write(
    into plan: inout PlanWriter, at corner: Cell, on site: Site, random: inout Random
  ) throws(PlanError) {
    guard (5...101).contains(width), (5...101).contains(depth), (1...16).contains(height) else {
      throw .unfit("a maze is 5 to 101 long and wide and 1 to 16 high")
    }
    let rows = dug(&random).map { row in String(row.map { $0 ? "." : "#" }) }
    try plan.inside(Frame(origin: corner)) { plan throws(PlanError) in
      for y in 0..<height {
        plan.paint(plan.picture(Mask(rows, .xz), at: Cell(0, y, 0)), wall, part: "walls")
      }
    }
  }

  /// Which cells are free, row by row: ways dug from a corner on, back to the last fork when stuck.
  private func dug(_ random: inout Random) -> [[Bool]] {
    let size = footprint
    var free = [[Bool]](repeating: [Bool](repeating: false, count: size.x), count: size.z)
    var trail = [(x: 1, z: 1)]
    free[1][1] = true
    while let here = trail.last {
      let ways = [(0, -2), (0, 2), (-2, 0), (2, 0)].map { (x: here.x + $0.0, z: here.z + $0.1) }
        .filter {
          $0.x > 0 && $0.z > 0 && $0.x < size.x - 1 && $0.z < size.z - 1 && !free[$0.z][$0.x]
        }
      guard !ways.isEmpty else {
        trail.removeLast()
        continue
      }
      let next = ways[random.index(below: ways.count)]
      free[next.z][next.x] = true
      free[(next.z + here.z) / 2][(next.x + here.x) / 2] = true
      trail.append(next)
    }
    free[0][1] = true
    free[size.z - 1][size.x - 2] = true
    return free
  }
}
