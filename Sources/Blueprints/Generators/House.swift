import Math
import VoxelWorld

/// A house of one or more storeys under one of many roofs.
public struct House: Structure {
  public static let name = "house"

  /// From west to east, and from north to south.
  public var width = 9
  public var depth = 7
  public var front = Direction.south
  public var storeys = 1
  /// Layers of wall in a storey, without the floor above.
  public var wallHeight = 4
  public var walls = WallFinish("oak_planks", corner: "oak_log")
  /// Nil leaves the ground as it is.
  public var floor: Material? = "oak_planks"
  public var roof = RoofKind.gable
  public var roofMaterial: Material = "spruce_planks"
  /// Nil for one block under sloping roofs.
  public var eaves: Int?
  public var hasRoof = true
  public var doors = [DoorPlan()]
  public var windows: WindowPlan? = WindowPlan()
  public var furniture: [Furnishing] = []
  /// What two rows of pillars inside are made of; nil for none.
  public var pillars: Material?
  /// Rooms that walls part off; none for one room a storey.
  public var rooms: [RoomPlan] = []
  /// What the walls between rooms are made of; nil for what the outer walls are.
  public var inner: Material?
  /// Torches or lanterns; nil for none.
  public var light: BlockState? = "wall_torch"
  /// How many lights; nil for as many as it takes.
  public var lightCount: Int?
  public var climb = Climb.ladder
  public var wings: [Wing] = []
  public var chimney: ChimneyPlan?
  /// A railing around a flat roof.
  public var hasParapet = false
  /// What fills the space down to uneven ground.
  public var foundation: Material = "stone"
  /// Blocks between the ground and the floor; posts carry the house.
  public var stilts = 0
  /// Whether there is a balcony over the front door, from two storeys up.
  public var hasBalcony = false
  /// Whether the foundation shows as the lowest layer of the walls where the ground is level.
  public var hasPlinth = false
  /// Lamps in the ceiling of a house of one storey, under a flat roof.
  public var lamps: LampPlan?

  public init() {}

  public var footprint: (x: Int, z: Int) {
    (
      wings.reduce(width) { max($0, $1.x + $1.width) } - wings.reduce(0) { min($0, $1.x) },
      wings.reduce(depth) { max($0, $1.z + $1.depth) } - wings.reduce(0) { min($0, $1.z) }
    )
  }

  public func write(
    into plan: inout PlanWriter, at corner: Cell, on site: Site, random: inout Random
  ) throws(PlanError) {
    guard width >= 3, depth >= 3, wallHeight >= 2, (1...16).contains(storeys) else {
      throw .unfit("a house needs 3 by 3 blocks, walls 2 high and 1 to 16 storeys")
    }
    let size = footprint
    guard max(size.x, size.z) <= 128, size.x * size.z * storeys * (wallHeight + 1) <= 1 << 18 else {
      throw .unfit("a house is at most 128 blocks long and has at most 262144 cells in all")
    }
    guard furniture.reduce(0, { $0 + $1.count }) <= 400 else {
      throw .unfit("a house takes at most 400 pieces of furniture")
    }
    var house = self
    if lamps != nil {
      guard storeys == 1, wings.isEmpty, min(width, depth) >= 7, wallHeight >= 3 else {
        throw .unfit("switched lamps need one room of 7 by 7 blocks or more, 3 high")
      }
      house.roof = .flat
      house.eaves = 0
      house.hasParapet = false
    }
    let raised = corner + Cell(0, stilts > 0 ? stilts + 1 : 0, 0)
    var builder = HouseBuilder(house, corner: raised, site: site)
    try builder.write(into: &plan)
  }
}
