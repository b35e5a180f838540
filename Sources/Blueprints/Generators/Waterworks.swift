import Math
import VoxelWorld

/// A well: a ring with water, and a roof on posts.
public struct Well: Structure {
  public static let name = "well"

  /// Outer width of the ring.
  public var width = 3
  public var material: Material = "cobblestone"
  public var post: BlockState? = "oak_fence"
  public var postHeight = 2
  public var roof: Material? = "oak_slab"

  public init() {}

  public var footprint: (x: Int, z: Int) { (width, width) }

  public func write(
    into plan: inout PlanWriter, at corner: Cell, on site: Site, random: inout Random
  ) throws(PlanError) {
    guard (3...32).contains(width), (1...16).contains(postHeight) else {
      throw .unfit("a well is 3 to 32 wide, with posts 1 to 16 high")
    }
    let last = width - 1
    try plan.inside(Frame(origin: corner)) { plan throws(PlanError) in
      plan.walls(Cell(0, 0, 0), Cell(last, 0, last), material.full, part: "ring")
      plan.fill(Cell(1, 0, 1), Cell(last - 1, 0, last - 1), "water", part: "water")
      if let post {
        for x in [0, last] {
          for z in [0, last] {
            plan.fill(Cell(x, 1, z), Cell(x, postHeight, z), post, part: "posts")
          }
        }
      }
      if let roof {
        let y = post == nil ? 1 : postHeight + 1
        plan.fill(
          Cell(0, y, 0), Cell(last, y, last), roof.slab ?? roof.full, part: "roof")
      }
    }
  }
}

/// A swimming pool, dug into the ground.
public struct Pool: Structure {
  public static let name = "pool"

  /// The size of the water.
  public var width = 10
  public var depth = 6
  public var waterDepth = 2
  public var lining: BlockState = "light_blue_concrete"
  public var deck: BlockState? = "quartz_block"
  public var deckWidth = 2
  public var hasLadder = true
  /// Water or lava.
  public var fluid: BlockState = "water"

  public init() {}

  private var rim: Int { deck == nil ? 1 : max(1, deckWidth) }

  public var footprint: (x: Int, z: Int) { (width + 2 * rim, depth + 2 * rim) }

  public func write(
    into plan: inout PlanWriter, at corner: Cell, on site: Site, random: inout Random
  ) throws(PlanError) {
    guard (1...128).contains(width), (1...128).contains(depth), (1...16).contains(waterDepth)
    else { throw .unfit("a pool is 1 to 128 long and wide and 1 to 16 deep") }
    let frame = Frame(origin: corner + Cell(rim, 0, rim))
    let water = Rectangle(0...width - 1, 0...depth - 1)
    try plan.inside(frame) { plan throws(PlanError) in
      let around = water.grown(by: rim)
      let bottom = -1 - waterDepth
      let shell = water.grown(by: 1)
      plan.fill(shell.lower(bottom), shell.upper(-2), lining, part: "lining")
      plan.fill(water.lower(bottom - 1), water.upper(bottom - 1), lining, part: "lining")
      plan.fill(around.lower(-1), around.upper(-1), deck ?? lining, part: "deck")
      plan.fill(water.lower(bottom), water.upper(-2), fluid, part: "water")
      plan.clear(water.lower(-1), water.upper(-1), part: "water")
      if hasLadder {
        plan.put(
          BlockState("ladder").with(.facing, Direction.south), at: Cell(width / 2, -1, 0),
          part: "ladder")
      }
    }
  }
}

/// A fountain: a basin of water with a lit column in its middle.
public struct Fountain: Structure {
  public static let name = "fountain"

  public var width = 7
  public var material: Material = "stone_bricks"
  public var light: BlockState = "sea_lantern"
  public var columnHeight = 3
  public var isRound = false

  public init() {}

  public var footprint: (x: Int, z: Int) { (width, width) }

  public func write(
    into plan: inout PlanWriter, at corner: Cell, on site: Site, random: inout Random
  ) throws(PlanError) {
    guard (5...48).contains(width), (1...32).contains(columnHeight) else {
      throw .unfit("a fountain is 5 to 48 wide, with a column 1 to 32 high")
    }
    let last = width - 1
    let middle = width / 2
    try plan.inside(Frame(origin: corner)) { plan throws(PlanError) in
      let kind: ShapeKind = isRound ? .cylinder : .box
      let disc = plan.solid(kind, Cell(0, 0, 0), Cell(last, 0, last))
      let ring = plan.shell(disc, open: .both)
      plan.paint(
        plan.solid(kind, Cell(0, -1, 0), Cell(last, -1, last)), material.full, part: "basin")
      plan.paint(plan.except(disc, ring), "water", part: "water")
      plan.paint(ring, material.full, part: "basin")
      let top = Cell(middle, columnHeight - 1, middle)
      plan.fill(Cell(middle, 0, middle), top, material.full, part: "column")
      plan.fill(top.above, top.above, light, part: "lights")
      for x in [0, last] where !isRound {
        for z in [0, last] {
          plan.fill(
            Cell(x, 1, z), Cell(x, 1, z), material.slab ?? material.full, part: "basin")
        }
      }
    }
  }
}
