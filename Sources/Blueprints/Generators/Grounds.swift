import Math
import VoxelWorld

/// A field with a crop, watered, and a fence around it.
public struct Farm: Structure {
  public static let name = "farm"

  /// The size of the field.
  public var width = 9
  public var depth = 9
  public var crop: BlockState = "wheat[age=7]"
  public var fence: Material? = "oak_fence"
  public var front = Direction.south

  public init() {}

  private var rim: Int { fence == nil ? 0 : 1 }
  public var footprint: (x: Int, z: Int) { (width + 2 * rim, depth + 2 * rim) }

  public func write(
    into plan: inout PlanWriter, at corner: Cell, on site: Site, random: inout Random
  ) throws(PlanError) {
    guard (1...128).contains(width), (1...128).contains(depth) else {
      throw .unfit("a field is 1 to 128 long and wide")
    }
    let isAcross = front == .east || front == .west
    let size = (x: isAcross ? depth : width, z: isAcross ? width : depth)
    let frame = Frame(
      corner: corner, width: size.x + 2 * rim, depth: size.z + 2 * rim, front: front)
    try plan.inside(frame) { plan throws(PlanError) in
      let field = Rectangle(rim...rim + size.x - 1, rim...rim + size.z - 1)
      plan.fill(
        field.lower(-1), field.upper(-1), BlockState("farmland").with(.moisture, 7),
        part: "field")
      plan.fill(field.lower(0), field.upper(0), crop, part: "crop")
      // Water reaches four cells to all sides.
      for z in Self.ditches(size.z) {
        for x in Self.ditches(size.x) {
          let cell = Cell(rim + x, -1, rim + z)
          plan.fill(cell, cell, "water", part: "water")
          plan.clear(cell.above, cell.above, part: "water")
        }
      }
      guard let fence else { return }
      let ring = field.grown(by: 1)
      plan.walls(ring.lower(0), ring.upper(0), fence.railing, part: "fence")
      plan.put(
        fence.gate.with(.facing, Direction.north), at: Cell(rim + size.x / 2, 0, rim + size.z),
        part: "gate")
    }
  }

  /// Where water goes along a side, so that no cell is more than four away.
  private static func ditches(_ length: Int) -> [Int] {
    let count = (length + 8) / 9
    return (0..<count).map { (2 * $0 + 1) * length / (2 * count) }
  }
}

/// A garden: a hedge, paths that cross, flowers, and something in the middle.
public struct Garden: Structure {
  public static let name = "garden"

  public var width = 13
  public var depth = 13
  public var hedge: BlockState? = "oak_leaves[persistent=true]"
  public var path: BlockState = "gravel"
  public var flowers: [BlockState] = ["poppy", "dandelion", "cornflower", "oxeye_daisy"]
  public var hasFountain = true
  /// What stands in the middle instead of a fountain.
  public var statue: Statue?

  public init() {}

  public var footprint: (x: Int, z: Int) { (width, depth) }

  public func write(
    into plan: inout PlanWriter, at corner: Cell, on site: Site, random: inout Random
  ) throws(PlanError) {
    guard (7...128).contains(width), (7...128).contains(depth) else {
      throw .unfit("a garden is 7 to 128 long and wide")
    }
    let whole = Rectangle(0...width - 1, 0...depth - 1)
    let mx = width / 2
    let mz = depth / 2
    var choices = random
    try plan.inside(Frame(origin: corner)) { plan throws(PlanError) in
      if let hedge { plan.walls(whole.lower(0), whole.upper(0), hedge, part: "hedge") }
      plan.fill(Cell(mx, -1, 0), Cell(mx, -1, depth - 1), path, part: "path")
      plan.fill(Cell(0, -1, mz), Cell(width - 1, -1, mz), path, part: "path")
      for cell in [Cell(mx, 0, 0), Cell(mx, 0, depth - 1), Cell(0, 0, mz), Cell(width - 1, 0, mz)] {
        plan.clear(cell, cell, part: "path")
      }
      for z in stride(from: 2, to: depth - 2, by: 2) where z != mz {
        for x in stride(from: 2, to: width - 2, by: 2) where x != mx && !flowers.isEmpty {
          plan.put(
            flowers[choices.index(below: flowers.count)], at: Cell(x, 0, z), part: "flowers")
        }
      }
    }
    random = choices
    if let statue, min(width, depth) >= 13 {
      let size = statue.footprint
      let at = corner + Cell(mx - size.x / 2, 0, mz - size.z / 2)
      plan.clear(at + Cell(-1, 0, -1), at + Cell(size.x, 0, size.z), part: "path")
      return try statue.write(into: &plan, at: at, on: site, random: &random)
    }
    guard hasFountain, min(width, depth) >= 11 else { return }
    var fountain = Fountain()
    fountain.width = 5
    plan.clear(corner + Cell(mx - 3, 0, mz - 3), corner + Cell(mx + 3, 0, mz + 3), part: "path")
    try fountain.write(
      into: &plan, at: corner + Cell(mx - 2, 0, mz - 2), on: site, random: &random)
  }
}

/// A post with a lantern.
public struct LampPost: Structure {
  public static let name = "lamp-post"

  public var height = 3
  public var post: BlockState = "oak_fence"
  public var light: BlockState = "lantern"

  public init() {}

  public var footprint: (x: Int, z: Int) { (1, 1) }

  public func write(
    into plan: inout PlanWriter, at corner: Cell, on site: Site, random: inout Random
  ) throws(PlanError) {
    guard (1...32).contains(height) else { throw .unfit("a lamp post is 1 to 32 high") }
    plan.fill(corner, corner + Cell(0, height - 1, 0), post, part: "lamp-post")
    plan.put(light, at: corner + Cell(0, height, 0), part: "lights")
  }
}
