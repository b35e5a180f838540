import Math
import VoxelWorld

/// Equal rooms on both sides of a corridor: a prison, a hotel, a dormitory.
public struct CellBlock: Structure {
  public static let name = "cell-block"

  /// Rooms in all, half of them on each side.
  public var rooms = 6
  /// Inner width of a room along the corridor, and its depth.
  public var roomWidth = 3
  public var roomDepth = 3
  public var corridor = 2
  public var height = 3
  public var walls: Material = "stone_bricks"
  public var floor: Material = "smooth_stone"
  public var door: BlockState = "oak_door"
  public var furniture: [Furnishing] = [Furnishing("white_bed")]
  public var front = Direction.south

  public init() {}

  private var perSide: Int { (rooms + 1) / 2 }
  /// Along the corridor and across it.
  private var length: Int { perSide * (roomWidth + 1) + 1 }
  private var across: Int { 2 * roomDepth + corridor + 4 }

  public var footprint: (x: Int, z: Int) {
    front.x == 0 ? (across, length) : (length, across)
  }

  public func write(
    into plan: inout PlanWriter, at corner: Cell, on site: Site, random: inout Random
  ) throws(PlanError) {
    guard (1...64).contains(rooms), (2...16).contains(roomWidth), (2...16).contains(roomDepth),
      (1...8).contains(corridor), (3...16).contains(height)
    else { throw .unfit("a block has 1 to 64 rooms, each 2 to 16 wide and deep") }
    let frame = Frame(corner: corner, width: across, depth: length, front: front)
    let whole = Rectangle(0...across - 1, 0...length - 1)
    GroundWork(site: site, foundation: walls.full).level(
      [whole], frame: frame, headroom: height, into: &plan)
    try plan.inside(frame) { plan throws(PlanError) in
      plan.fill(whole.lower(-1), whole.upper(-1), floor.full, part: "floor")
      let body = plan.box(whole.lower(0), whole.upper(height - 1))
      plan.paint(body, .air, part: "room")
      plan.paint(plan.shell(body, open: .both), walls.full, part: "walls")
      plan.fill(whole.lower(height), whole.upper(height), walls.full, part: "roof")
      // The corridor's walls, and those between rooms.
      for x in [roomDepth + 1, roomDepth + corridor + 2] {
        plan.fill(Cell(x, 0, 1), Cell(x, height - 1, length - 2), walls.full, part: "partitions")
      }
      for room in 0..<rooms { writeRoom(room, into: &plan) }
      writeCorridor(into: &plan)
    }
  }

  private func writeRoom(_ room: Int, into plan: inout PlanWriter) {
    let isLeft = room % 2 == 0
    let z = (room / 2) * (roomWidth + 1) + 1
    let x = isLeft ? 1 : roomDepth + corridor + 3
    let space = Rectangle(x...x + roomDepth - 1, z...z + roomWidth - 1)
    if z + roomWidth < length - 1 {
      plan.fill(
        Cell(space.x.lowerBound, 0, z + roomWidth),
        Cell(space.x.upperBound, height - 1, z + roomWidth),
        walls.full, part: "partitions")
    }
    let way: Direction = isLeft ? .west : .east
    let wall = isLeft ? roomDepth + 1 : roomDepth + corridor + 2
    let entrance = Cell(wall, 0, z + roomWidth / 2)
    plan.put(door.with(.facing, way), at: entrance, part: plan.part("door"))
    if door.block.name == "iron_door" {
      // A button on either side, beside the door.
      for side in [way, way.opposite] {
        plan.put(
          BlockState("stone_button").with(.face, PropertyWord.wall).with(.facing, side),
          at: entrance + Cell(side.x, 1, 1), part: "switch")
      }
    }
    let entry = entrance + way
    var grid = RoomGrid(space, entry: entry) { space.contains($0, $1) }
    grid[entry.x, entry.z] = .kept
    for thing in furniture {
      for _ in 0..<max(1, thing.count) {
        guard let place = grid.place(thing.block, at: thing.spot) else { break }
        plan.put(place.state, at: place.cell, part: plan.part("furniture"))
      }
    }
    plan.put(
      BlockState("lantern").with(.hanging, true),
      at: Cell(space.x.lowerBound + roomDepth / 2, height - 1, z + roomWidth / 2), part: "lights")
    let outer = Cell(isLeft ? 0 : across - 1, 1, z + roomWidth / 2)
    plan.fill(
      outer, outer, door.block.name == "iron_door" ? "iron_bars" : "glass_pane", part: "windows")
  }

  private func writeCorridor(into plan: inout PlanWriter) {
    let x = roomDepth + 2
    plan.put(
      BlockState("oak_door").with(.facing, Direction.north), at: Cell(x, 0, length - 1),
      part: plan.part("door"))
    for z in stride(from: 2, to: length - 1, by: 6) {
      plan.put(
        BlockState("lantern").with(.hanging, true), at: Cell(x, height - 1, z), part: "lights")
    }
  }
}
