import Math
import VoxelWorld

/// The roomiest weatherproof hut that a stock of blocks allows.
///
/// Walls without corner posts and a roof over the room alone: with an inner room of a by b by h
/// that takes 2(a+b)h - 2 blocks of wall beside the door, one more to hang the roof on, and ab of
/// roof.
public struct Shelter: Structure {
  public static let name = "shelter"

  /// Block ids and how many there are.
  public var stock: [Supply] = []
  public var front = Direction.south

  public init() {}

  /// Some blocks of a kind.
  public struct Supply: Hashable, Sendable {
    public var id: String
    public var count: Int

    public init(id: String, count: Int) {
      self.id = id
      self.count = count
    }
  }

  /// The inner size, and what the walls and the roof are made of.
  private struct Layout {
    var width = 0
    var depth = 0
    var height = 0
    var volume: Int { width * depth * height }
  }

  private func count(_ test: (BlockState) -> Bool) -> [(state: BlockState, count: Int)] {
    stock.compactMap { entry in
      guard let state = BlockTable.standard.block(named: entry.id)?.usual, test(state) else {
        return nil
      }
      return (state, entry.count)
    }
  }

  /// Full blocks, the most plentiful first; panes come last and go into the walls alone.
  private var blocks: [(state: BlockState, count: Int)] {
    count { [.cube, .pillar, .glass, .turnedCube, .snowy].contains($0.kind) }
      .sorted { $0.count > $1.count }
  }

  private func layout() -> Layout {
    let total = blocks.reduce(0) { $0 + $1.count }
    var best = Layout()
    for height in 2...4 {
      for width in 2...32 {
        for depth in 2...width {
          let walls = 2 * (width + depth) * height - 2 + 1
          guard walls + width * depth <= total else { continue }
          let layout = Layout(width: width, depth: depth, height: height)
          if layout.volume > best.volume { best = layout }
        }
      }
    }
    return best
  }

  public var footprint: (x: Int, z: Int) {
    let layout = layout()
    return front.x == 0
      ? (layout.width + 2, layout.depth + 2) : (layout.depth + 2, layout.width + 2)
  }

  public func write(
    into plan: inout PlanWriter, at corner: Cell, on site: Site, random: inout Random
  ) throws(PlanError) {
    let layout = layout()
    guard layout.volume > 0 else { throw .unfit("the stock is too small for any shelter") }
    let frame = Frame(
      corner: corner, width: layout.width + 2, depth: layout.depth + 2, front: front)
    try plan.inside(frame) { plan throws(PlanError) in write(layout, into: &plan) }
  }

  private func write(_ layout: Layout, into plan: inout PlanWriter) {
    let far = Cell(layout.width + 1, layout.height - 1, layout.depth + 1)
    let door = Cell((layout.width + 1) / 2, 0, far.z)
    var walls: [Cell] = []
    for y in 0..<layout.height {
      for x in 1..<far.x { walls += [Cell(x, y, 0), Cell(x, y, far.z)] }
      for z in 1..<far.z { walls += [Cell(0, y, z), Cell(far.x, y, z)] }
    }
    let hasDoor = !count { $0.kind == .door }.isEmpty
    walls.removeAll { $0 == door || $0 == door.above }
    // The block that the roof hangs on.
    walls.append(Cell(1, layout.height, 0))
    let roof = (1..<far.z).flatMap { z in (1..<far.x).map { Cell($0, layout.height, z) } }
    var left = blocks
    // What the roof needs comes from a kind that the walls do not use up.
    var cells = walls + roof
    for index in left.indices where !cells.isEmpty {
      let part = Array(cells.prefix(left[index].count))
      cells.removeFirst(part.count)
      left[index].count -= part.count
      let volume = part.map { plan.box($0, $0) }
      plan.paint(plan.union(volume), left[index].state, part: index == 0 ? "walls" : "roof")
    }
    if hasDoor, let state = count({ $0.kind == .door }).first?.state {
      plan.put(state.with(.facing, Direction.north), at: door, part: "door.1")
    }
    writeInside(layout, door, into: &plan)
  }

  private func writeInside(_ layout: Layout, _ door: Cell, into plan: inout PlanWriter) {
    let floor = Rectangle(1...layout.width, 1...layout.depth)
    var grid = RoomGrid(floor, entry: Cell(door.x, 0, door.z - 1)) { floor.contains($0, $1) }
    grid[door.x, door.z - 1] = .kept
    for (state, number) in count({ [.bed, .chest, .furnace].contains($0.kind) }) {
      for _ in 0..<min(number, 2) {
        guard let placement = grid.place(state, at: .leftCorner) else { break }
        plan.put(placement.state, at: placement.cell, part: plan.part("furniture"))
      }
    }
    guard let torches = count({ $0.kind == .torch }).first else { return }
    let y = min(1, layout.height - 1)
    var spots: [(Cell, Direction)] = []
    for share in 1...2 {
      let x = 1 + (layout.width - 1) * (2 * share - 1) / 4
      let z = 1 + (layout.depth - 1) * (2 * share - 1) / 4
      spots += [
        (Cell(x, y, 1), .south), (Cell(1, y, z), .east), (Cell(layout.width, y, z), .west),
      ]
      if x != door.x { spots.append((Cell(x, y, layout.depth), .north)) }
    }
    for (cell, facing) in spots.prefix(torches.count) {
      plan.put(
        BlockState("wall_torch").with(.facing, facing), at: cell, part: "lights")
    }
  }
}
