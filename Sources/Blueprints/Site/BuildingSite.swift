import VoxelWorld

/// The piece of a site around a construction as a world in which time passes.
public struct BuildingSite: Sendable {
  public static let margin = 8

  public var world: World
  /// What is added to a cell of the plan to get that of the world.
  public let offset: Cell

  /// The untouched ground around a construction. Throws `PlanError` if it is larger than a world.
  public init(_ site: Site, around construction: Construction) throws(PlanError) {
    try self.init(site, from: construction.lower, to: construction.upper)
  }

  init(_ site: Site, from lower: Cell, to upper: Cell) throws(PlanError) {
    let margin = Self.margin
    let corner = Cell(lower.x - margin, 0, lower.z - margin)
    let far = Cell(upper.x + margin, 0, upper.z + margin)
    var lowest = lower.y
    var highest = upper.y
    for z in stride(from: corner.z, to: far.z + 1, by: 1) {
      for x in stride(from: corner.x, to: far.x + 1, by: 1) {
        lowest = min(lowest, site.height(x, z))
        highest = max(highest, site.height(x, z))
      }
    }
    let size = WorldSize(
      far.x - corner.x + 1, highest - lowest + 4 + margin, far.z - corner.z + 1)
    guard size.isSensible, size.blockCount <= 1 << 25 else {
      throw PlanError(line: 1, "the building does not fit into a world")
    }
    offset = Cell(-corner.x, 4 - lowest, -corner.z)
    world = World(size: size)
    world.settings.drops = false
    for z in 0..<size.z {
      for x in 0..<size.x {
        let ground = site.height(x - offset.x, z - offset.z) + offset.y
        let top = max(ground, (site.water(x - offset.x, z - offset.z) ?? -99) + offset.y + 1)
        for y in 0..<min(size.y, top) {
          let cell = Cell(x, y, z)
          world.write(y == 0 ? "bedrock" : site.state(at: cell - offset), at: cell)
        }
      }
    }
  }

  /// The state of a cell of the plan.
  public subscript(cell: Cell) -> BlockState { world[cell + offset] }
}
