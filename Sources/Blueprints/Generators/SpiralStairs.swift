import Math
import VoxelWorld

/// Stairs that wind about a pillar, a step a block.
public struct SpiralStairs: Structure {
  public static let name = "spiral-stairs"

  /// Steps from the ground to the top.
  public var steps = 8
  /// Blocks along the side of the pillar.
  public var core = 1
  public var material: Material = "oak_planks"
  public var pillar: Material = "stone"

  public init() {}

  public var footprint: (x: Int, z: Int) { (core + 2, core + 2) }

  public func write(
    into plan: inout PlanWriter, at corner: Cell, on site: Site, random: inout Random
  ) throws(PlanError) {
    guard (1...200).contains(steps), (1...32).contains(core) else {
      throw .unfit("spiral stairs have 1 to 200 steps about a pillar of 1 to 32 blocks")
    }
    let last = core + 1
    try plan.inside(Frame(origin: corner)) { plan throws(PlanError) in
      plan.fill(Cell(1, 0, 1), Cell(core, steps - 1, core), pillar.full, part: "pillar")
      // The ring about the pillar, clockwise as seen from above.
      var ring: [(cell: Cell, way: Direction)] = []
      ring += (0..<last).map { (Cell($0, 0, 0), Direction.east) }
      ring += (0..<last).map { (Cell(last, 0, $0), Direction.south) }
      ring += (0..<last).map { (Cell(last - $0, 0, last), Direction.west) }
      ring += (0..<last).map { (Cell(0, 0, last - $0), Direction.north) }
      let tread = material.slab?.with(.type, PropertyWord.top) ?? material.full
      for step in 0..<steps {
        let place = ring[(step + 1) % ring.count]
        let cell = place.cell + Cell(0, step, 0)
        let isCorner = (step + 1) % last == 0
        if let stairs = material.stairs, !isCorner {
          plan.fill(cell, cell, stairs.with(.facing, place.way), part: "stairs")
        } else {
          plan.fill(cell, cell, tread, part: "stairs")
        }
      }
    }
  }
}
