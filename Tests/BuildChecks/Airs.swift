import VoxelWorld

/// Which air of a world is outside, and the rooms: pieces of air that nothing gets into while doors,
/// gates, trapdoors, glass and fences count as shut.
struct Airs: Sendable {
  struct Room: Sendable {
    var cells: [Cell] = []
    var volume: Int { cells.count }
  }

  private(set) var rooms: [Room] = []
  private let size: WorldSize
  /// 0 for what is solid, 1 for outside, 2 and more for the number of the room plus two.
  private var numbers: [Int32]

  init(_ world: World) {
    size = world.size
    numbers = [Int32](repeating: 0, count: size.blockCount)
    flood(from: Cell(0, size.y - 1, 0), 1, world) { _ in }
    for y in 0..<size.y {
      for z in 0..<size.z {
        for x in 0..<size.x where self[Cell(x, y, z)] == 0 && Airs.isOpen(world[x, y, z]) {
          var room = Room()
          flood(from: Cell(x, y, z), Int32(rooms.count + 2), world) { room.cells.append($0) }
          rooms.append(room)
        }
      }
    }
    for index in rooms.indices {
      let number = Int32(index + 2)
      // A cavity nobody could stand in is no room.
      if !rooms[index].cells.contains(where: { self[$0.above] == number }) {
        rooms[index].cells = []
      }
    }
  }

  subscript(cell: Cell) -> Int32 {
    size.contains(cell) ? numbers[(cell.y * size.z + cell.z) * size.x + cell.x] : 1
  }

  func isInside(_ cell: Cell) -> Bool {
    self[cell] > 1 && !rooms[Int(self[cell]) - 2].cells.isEmpty
  }

  /// Whether air passes through a state.
  static func isOpen(_ state: BlockState) -> Bool {
    if state.isAir || state.traits.flags.contains(.climbable) { return true }
    return BlockTable.standard.boxes(ofShape: state.traits.collision).isEmpty
      && state.kind != .scaffolding && state.kind != .gate && state.kind != .door
  }

  private mutating func flood(
    from start: Cell, _ number: Int32, _ world: World, _ visit: (Cell) -> Void
  ) {
    var queue = [start]
    numbers[(start.y * size.z + start.z) * size.x + start.x] = number
    while let cell = queue.popLast() {
      visit(cell)
      for direction in Direction.allCases {
        let next = cell + direction
        guard size.contains(next), self[next] == 0, Airs.isOpen(world[next]) else { continue }
        numbers[(next.y * size.z + next.z) * size.x + next.x] = number
        queue.append(next)
      }
    }
  }
}
