import Math
import VoxelWorld

/// A round or square arena: sand in the middle, rows of seats that rise about it, and an outer wall
/// with arches, as the Romans built.
public struct ArenaBuilding: Structure {
  public static let name = "arena"

  /// Outer width and depth.
  public var width = 31
  /// Rows of seats, each a block higher than the one before it.
  public var rows = 5
  public var material: Material = "sandstone"
  public var ground: BlockState = "sand"
  public var front = Direction.south

  public init() {}

  public var footprint: (x: Int, z: Int) { (width, width) }

  public func write(
    into plan: inout PlanWriter, at corner: Cell, on site: Site, random: inout Random
  ) throws(PlanError) {
    guard (15...80).contains(width), (1...20).contains(rows), width >= 2 * rows + 9 else {
      throw .unfit("an arena is 15 to 80 wide and has room for its rows of seats")
    }
    let frame = Frame(corner: corner, width: width, depth: width, front: front)
    try plan.inside(frame) { plan throws(PlanError) in
      let whole = Rectangle(0...width - 1, 0...width - 1)
      let base = plan.solid(.cylinder, whole.lower(-1), whole.upper(-1))
      plan.paint(base, ground, part: "arena")
      // Each row is a ring that stands on the ground, the outer ones higher.
      for row in 0..<rows {
        let outer = whole.grown(by: -2 - (rows - 1 - row))
        let disc = plan.solid(.cylinder, outer.lower(0), outer.upper(row))
        plan.paint(plan.shell(disc, open: .both), material.full, part: "seats")
      }
      let height = rows + 4
      let wall = plan.solid(.cylinder, whole.lower(0), whole.upper(height - 1))
      let ring = plan.shell(wall, thickness: 2, open: .both)
      plan.paint(ring, material.full, part: "walls")
      writeArches(height, into: &plan)
      // A way in through seats and wall.
      let middle = width / 2
      plan.clear(
        Cell(middle - 1, 0, width - rows - 3), Cell(middle + 1, 2, width - 1), part: "gate")
    }
  }

  /// Arches in two storeys all about the outer wall.
  private func writeArches(_ height: Int, into plan: inout PlanWriter) {
    let radius = Double(width) / 2
    let count = max(8, width * 3 / 5)
    for index in 0..<count {
      let (sine, cosine) = Math.sincos(2 * Double.pi * (Double(index) + 0.5) / Double(count))
      let x = Int((radius + (radius - 0.5) * cosine).rounded(.down))
      let z = Int((radius + (radius - 0.5) * sine).rounded(.down))
      plan.clear(Cell(x, height - 3, z), Cell(x, height - 2, z), part: "arches")
    }
  }
}
