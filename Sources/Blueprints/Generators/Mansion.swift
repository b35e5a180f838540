import Math
import VoxelWorld

/// A house of two storeys with a hall in its middle, a double staircase, and rooms on both sides.
public struct Mansion: Structure {
  public static let name = "mansion"

  public var width = 21
  public var depth = 15
  public var front = Direction.south
  public var walls: Material = "bricks"
  public var posts: Material? = "quartz_pillar"
  public var floor: Material = "dark_oak_planks"
  public var inner: Material = "birch_planks"
  public var roof: Material = "dark_oak_planks"
  /// The rooms of the lower storey, four at the most, and of the upper one.
  public var lower: [Room] = [.kitchen, .dining, .library, .bathroom]
  public var upper: [Room] = [.bedroom, .bedroom, .bedroom, .bedroom]
  public var hasBalcony = true
  public var hasHedgePath = true
  public var chairs = 8
  public var bookshelves = 30
  public var bed: BlockState = "red_bed"

  public init() {}

  /// What a room is for.
  public enum Room: String, CaseIterable, Hashable, Sendable {
    case kitchen, dining, library, bathroom, bedroom, study, storage, living, hall

    /// What stands in such a room in a small house.
    var furniture: [Furnishing] {
      switch self {
      case .kitchen:
        [Furnishing("furnace"), Furnishing("crafting_table"), Furnishing("barrel[facing=up]")]
      case .dining: [Furnishing("oak_fence"), Furnishing("oak_stairs", count: 4)]
      case .library: [Furnishing("bookshelf", count: 9), Furnishing("lectern")]
      case .bathroom: [Furnishing("water_cauldron[level=3]")]
      case .bedroom: [Furnishing("white_bed"), Furnishing("chest")]
      case .study: [Furnishing("bookshelf", count: 3), Furnishing("lectern")]
      case .storage: [Furnishing("chest", count: 2), Furnishing("barrel[facing=up]", count: 2)]
      case .living: [Furnishing("oak_stairs", count: 3), Furnishing("bookshelf")]
      case .hall: []
      }
    }
  }

  public var footprint: (x: Int, z: Int) { (width, depth) }

  public func write(
    into plan: inout PlanWriter, at corner: Cell, on site: Site, random: inout Random
  ) throws(PlanError) {
    let isAcross = front == .east || front == .west
    let size = isAcross ? (x: depth, z: width) : (x: width, z: depth)
    guard size.x >= 19, size.z >= 13, max(size.x, size.z) <= 64 else {
      throw .unfit("a mansion is 19 to 64 blocks wide and 13 to 64 deep")
    }
    guard lower.count <= 4, upper.count <= 4 else {
      throw .unfit("a mansion has four rooms beside the hall on each storey")
    }
    var house = House()
    house.width = width
    house.depth = depth
    house.front = front
    house.storeys = 1
    house.wallHeight = 9
    house.walls = WallFinish(walls, corner: posts)
    house.floor = floor
    house.roof = .hip
    house.roofMaterial = roof
    house.doors[0].block = "dark_oak_door"
    house.windows = nil
    house.light = nil
    try house.write(into: &plan, at: corner, on: site, random: &random)
    let frame = Frame(corner: corner, width: size.x, depth: size.z, front: front)
    try plan.inside(frame) { plan throws(PlanError) in
      MansionBuilder(mansion: self, width: size.x, depth: size.z).write(into: &plan)
    }
  }
}
