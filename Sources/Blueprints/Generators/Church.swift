import Math
import VoxelWorld

/// A church: a long nave under a gable, with its door in the foot of a tower at one end.
public struct Church: Structure {
  public static let name = "church"

  public var nave = House()
  /// Layers of the tower; 0 for none.
  public var towerHeight = 14

  public init() {}

  private var towerWidth: Int { 5 }
  private var reach: Int { towerHeight > 0 ? towerWidth - 1 : 0 }
  private var isAlongX: Bool { nave.front == .east || nave.front == .west }

  public var footprint: (x: Int, z: Int) {
    (nave.width + (isAlongX ? reach : 0), nave.depth + (isAlongX ? 0 : reach))
  }

  public func write(
    into plan: inout PlanWriter, at corner: Cell, on site: Site, random: inout Random
  ) throws(PlanError) {
    guard towerHeight == 0 || (8...96).contains(towerHeight), min(nave.width, nave.depth) >= 5
    else {
      throw .unfit("a church is 5 blocks wide or more and its tower 8 to 96 high")
    }
    var nave = nave
    let isFirst = nave.front == .north || nave.front == .west
    let shift = isFirst ? reach : 0
    let at = corner + (isAlongX ? Cell(shift, 0, 0) : Cell(0, 0, shift))
    guard towerHeight > 0 else {
      return try nave.write(into: &plan, at: at, on: site, random: &random)
    }
    let doors = nave.doors
    nave.doors = [DoorPlan(nave.front, block: nil)]
    try nave.write(into: &plan, at: at, on: site, random: &random)
    let across = isAlongX ? nave.depth : nave.width
    let deep = isAlongX ? nave.width : nave.depth
    let frame = Frame(corner: at, width: across, depth: deep, front: nave.front)
    try plan.inside(frame) { plan throws(PlanError) in
      let middle = (across - 1) / 2
      let tower = Rectangle(middle - 2...middle + 2, deep - 1...deep - 1 + reach)
      writeTower(tower, nave, doors.first?.block ?? "oak_door", into: &plan)
    }
  }

  /// A square tower whose back wall is the end of the nave.
  private func writeTower(
    _ tower: Rectangle, _ nave: House, _ door: BlockState, into plan: inout PlanWriter
  ) {
    let block = nave.walls.main.full
    let top = towerHeight - 1
    let body = plan.box(tower.lower(0), tower.upper(top))
    let walls = plan.shell(body, open: .both)
    plan.fill(tower.lower(-1), tower.upper(-1), block, part: "floor")
    plan.paint(plan.except(body, walls), .air, part: "room")
    plan.paint(walls, block, part: "walls")
    plan.fill(tower.lower(top), tower.upper(top), block, part: "roof")
    plan.battlements(tower, at: top + 1, block)
    let middle = tower.x.lowerBound + 2
    let inner = Cell(middle, 0, tower.z.lowerBound)
    plan.clear(inner, inner.above, part: "doorway")
    let foot = Cell(middle, 0, tower.z.upperBound)
    plan.put(door.with(.facing, Direction.north), at: foot, part: "door.1")
    for y in stride(from: 4, to: top - 2, by: 5) {
      let cell = Cell(middle, y, tower.z.upperBound)
      plan.fill(cell, cell.above, nave.windows?.block ?? "glass_pane", part: "windows")
    }
    plan.put(
      BlockState("wall_torch").with(.facing, Direction.east),
      at: Cell(tower.x.lowerBound + 1, 2, tower.z.lowerBound + 2), part: "lights")
  }
}
