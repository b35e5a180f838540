import Math
import VoxelWorld

/// A tent: two slopes that meet on a ridge, open at the front.
public struct Tent: Structure {
  public static let name = "tent"

  public var width = 7
  public var depth = 7
  public var cloth: BlockState = "white_wool"
  public var front = Direction.south
  public var furniture: [Furnishing] = []

  public init() {}

  public var footprint: (x: Int, z: Int) { (width, depth) }

  public func write(
    into plan: inout PlanWriter, at corner: Cell, on site: Site, random: inout Random
  ) throws(PlanError) {
    guard (5...64).contains(width), (3...64).contains(depth) else {
      throw .unfit("a tent is 5 to 64 wide and 3 to 64 deep")
    }
    let isAcross = front == .east || front == .west
    let (across, deep) = isAcross ? (depth, width) : (width, depth)
    let frame = Frame(corner: corner, width: across, depth: deep, front: front)
    try plan.inside(frame) { plan throws(PlanError) in
      let rise = (across + 1) / 2
      let solid = plan.solid(
        .gableZ, Cell(0, 0, 0), Cell(across - 1, rise - 1, deep - 1))
      let slopes = plan.face(solid, .up)
      plan.paint(slopes, cloth, part: "cloth")
      let back = plan.intersect(
        plan.box(Cell(0, 0, 0), Cell(across - 1, rise - 1, 0)), solid)
      plan.paint(back, cloth, part: "cloth")
      let inside = Rectangle(2...max(2, across - 3), 1...max(1, deep - 2))
      var grid = RoomGrid(inside, entry: Cell(across / 2, 0, inside.z.upperBound)) {
        inside.contains($0, $1)
      }
      for thing in furniture {
        for _ in 0..<max(1, thing.count) {
          guard let place = grid.place(thing.block, at: thing.spot) else { break }
          plan.put(place.state, at: place.cell, part: plan.part("furniture"))
        }
      }
    }
  }
}
