import Math
import VoxelWorld

/// Houses around a well, each with a path to it and a lamp post beside the path.
public struct Village: Structure {
  public static let name = "village"

  public var houses = 4
  /// What the houses look like; as many as there are styles, one after the other.
  public var styles: [Style] = Style.all
  public var path: BlockState = "gravel"
  public var centre = Centre.well
  public var hasLampPosts = true

  public enum Centre: String, CaseIterable, Hashable, Sendable { case well, fountain }

  public init() {}

  /// How far the nearest wall of a house is from the middle.
  private var radius: Int { houses <= 4 ? 8 : 8 + 3 * (houses - 4) }
  private var reach: Int { radius + 12 }

  public var footprint: (x: Int, z: Int) { (2 * reach + 1, 2 * reach + 1) }

  public func write(
    into plan: inout PlanWriter, at corner: Cell, on site: Site, random: inout Random
  ) throws(PlanError) {
    guard (1...24).contains(houses) else { throw .unfit("a village has 1 to 24 houses") }
    let middle = corner + Cell(reach, 0, reach)
    for index in 0..<houses {
      try write(house: index, around: middle, site, &random, into: &plan)
    }
    switch centre {
    case .well:
      let well = Well()
      try well.write(into: &plan, at: middle + Cell(-1, 0, -1), on: site, random: &random)
    case .fountain:
      let fountain = Fountain()
      try fountain.write(into: &plan, at: middle + Cell(-3, 0, -3), on: site, random: &random)
    }
  }

  /// The sides the houses stand on, in turn, and how far along them.
  private func seat(_ index: Int) -> (side: Direction, along: Int) {
    let sides: [Direction] = [.north, .east, .south, .west]
    let row = index / 4
    // The second house of a side goes to the right, the third to the left.
    let along = ((row + 1) / 2) * 14 * (row % 2 == 1 ? 1 : -1)
    return (sides[index % 4], along)
  }

  private func write(
    house index: Int, around middle: Cell, _ site: Site, _ random: inout Random,
    into plan: inout PlanWriter
  ) throws(PlanError) {
    let (side, along) = seat(index)
    let right = side.clockwise
    var house = House()
    house.front = side.opposite
    let sizes = [(7, 7), (9, 7), (7, 9), (9, 9), (11, 7), (8, 8)]
    let (a, b) = sizes[(index + random.index(below: 2)) % sizes.count]
    (house.width, house.depth) = side.z != 0 ? (a, b) : (b, a)
    styles[index % styles.count].dress(&house)
    house.wallHeight = 3 + index % 2
    house.storeys = 1
    house.furniture = [Furnishing("white_bed"), Furnishing("chest"), Furnishing("crafting_table")]
    let across = side.z != 0 ? house.width : house.depth
    let deep = side.z != 0 ? house.depth : house.width
    // The middle of the front wall stands on the line that goes through the village's middle.
    let near = radius + (index / 4) * 2
    let front = Cell(
      middle.x + side.x * near + right.x * along, 0, middle.z + side.z * near + right.z * along)
    let door = (across - 1) / 2
    let size = side.z != 0 ? (x: across, z: deep) : (x: deep, z: across)
    let frame = Frame(
      corner: Cell(0, 0, 0), width: across, depth: deep, front: side.opposite)
    let corner = front - frame.place(Cell(door, 0, deep - 1))
    let level = site.height(corner.x + size.x / 2, corner.z + size.z / 2)
    try house.write(
      into: &plan, at: Cell(corner.x, level, corner.z), on: site, random: &random)
    writePath(from: front - Cell(side.x, 0, side.z), side, along, middle, site, into: &plan)
  }

  /// A path from a door to the middle: straight in, and then along.
  private func writePath(
    from start: Cell, _ side: Direction, _ along: Int, _ middle: Cell, _ site: Site,
    into plan: inout PlanWriter
  ) {
    var cells: [Cell] = []
    var cell = start
    let inwards = side.opposite
    let edge = centre == .well ? 2 : 4
    func depth(_ cell: Cell) -> Int {
      (cell.x - middle.x) * side.x + (cell.z - middle.z) * side.z
    }
    while depth(cell) > edge {
      cells.append(cell)
      cell = cell + inwards
    }
    cells.append(cell)
    let right = side.clockwise
    for _ in 0..<abs(along) {
      cell = cell + (along > 0 ? right.opposite : right)
      cells.append(cell)
    }
    for cell in cells {
      let ground = site.height(cell.x, cell.z)
      let at = Cell(cell.x, ground - 1, cell.z)
      plan.fill(at, at, path, part: "path")
    }
    guard hasLampPosts, cells.count > 2 else { return }
    let beside = cells[min(2, cells.count - 1)] + right
    let foot = Cell(beside.x, site.height(beside.x, beside.z), beside.z)
    plan.fill(foot, foot + Cell(0, 2, 0), "oak_fence", part: "lamp-post")
    plan.put("lantern", at: foot + Cell(0, 3, 0), part: "lights")
  }
}
