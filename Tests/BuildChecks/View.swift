import VoxelWorld

/// What can be worked out of a scene once and asked by many checks.
final class View {
  let scene: Aftermath
  lazy var airs = Airs(scene.after)
  /// The world to those who can open doors.
  lazy var opened: World = View.opened(scene.after)
  lazy var reached: Set<Cell> = reach(in: opened)

  init(_ scene: Aftermath) { self.scene = scene }

  var world: World { scene.after }
  var rooms: [Airs.Room] { airs.rooms.filter { !$0.cells.isEmpty } }

  /// Wooden doors, gates and hatches over ladders stand open; an iron door is what it is.
  static func opened(_ world: World) -> World {
    var opened = world
    for y in 0..<world.size.y {
      for z in 0..<world.size.z {
        for x in 0..<world.size.x {
          let state = world[x, y, z]
          let isFree =
            switch state.kind {
            case .door: state.block.name != "iron_door" || state.flag(.open)
            case .gate: true
            case .trapdoor:
              world[x, y - 1, z].kind == .ladder && state.block.name != "iron_trapdoor"
            default: false
            }
          if isFree {
            opened.write(state.kind == .trapdoor ? "ladder" : .air, at: Cell(x, y, z))
          }
        }
      }
    }
    return opened
  }

  /// Where the agent gets to from the ground outside.
  func reach(in world: World) -> Set<Cell> {
    var finder = PathFinder()
    finder.limit = 1_000_000
    let size = world.size
    for (x, z) in [(1, 1), (size.x - 2, size.z - 2), (1, size.z - 2), (size.x - 2, 1)] {
      let y = scene.ground(x, z)
      if world.canStand(at: Cell(x, y, z)) {
        return Set(finder.reachableCells(from: Cell(x, y, z), in: world))
      }
    }
    return []
  }

  /// The first layer that rooms have a floor on, and cells of rooms one can stand in.
  lazy var floorCells: [Cell] = rooms.flatMap(\.cells).filter { opened.canStand(at: $0) }

  /// Reachable levels inside, from below, with at least six cells that hang together.
  lazy var storeys: [[Cell]] = storeys { _ in true }

  func storeys(where isMeant: (Cell) -> Bool) -> [[Cell]] {
    let indoor = floorCells.filter { reached.contains($0) && isMeant($0) }
    let levels = Dictionary(grouping: indoor, by: \.y)
    var found: [[Cell]] = []
    for y in levels.keys.sorted() {
      let cells = levels[y]!
      guard View.largest(of: cells) >= 6 else { continue }
      // Steps and furniture one can stand on belong to the storey below.
      if let last = found.last?.first?.y, y - last < 3 { continue }
      found.append(cells)
    }
    return found
  }

  static func largest(of cells: [Cell]) -> Int {
    components(of: Set(cells), corners: false).map(\.count).max() ?? 0
  }

  static func components(of cells: Set<Cell>, corners: Bool) -> [[Cell]] {
    var left = cells
    var found: [[Cell]] = []
    for start in cells.sorted(by: { ($0.y, $0.z, $0.x) < ($1.y, $1.z, $1.x) }) {
      guard left.remove(start) != nil else { continue }
      var component: [Cell] = []
      var queue = [start]
      while let cell = queue.popLast() {
        component.append(cell)
        for dy in -1...1 {
          for dz in -1...1 {
            for dx in -1...1 where corners || abs(dx) + abs(dy) + abs(dz) == 1 {
              if let next = left.remove(cell + Cell(dx, dy, dz)) { queue.append(next) }
            }
          }
        }
      }
      found.append(component)
    }
    return found
  }

  // MARK: Parts

  /// The lowest layer that one lives on.
  var baseLevel: Int { floorCells.map(\.y).min() ?? scene.lower.y }

  /// Columns at the lowest level that keep a room apart from outside, corners included.
  lazy var wallColumns: [Cell] = {
    let y = baseLevel
    var found: Set<Cell> = []
    for room in rooms {
      for cell in room.cells where cell.y == y {
        for dz in -1...1 {
          for dx in -1...1 {
            let wall = cell + Cell(dx, 0, dz)
            if airs[wall] == 0, scene.holdsPlaced(wall) { found.insert(wall) }
          }
        }
      }
    }
    return found.filter { wall in
      (-1...1).contains { dz in (-1...1).contains { dx in airs[wall + Cell(dx, 0, dz)] == 1 } }
        || world[wall].kind == .door
    }.sorted { ($0.z, $0.x) < ($1.z, $1.x) }
  }()

  /// The lowest layer of what covers rooms.
  lazy var roofLevel: Int = {
    var tops: [Cell: Int] = [:]
    for room in rooms {
      for cell in room.cells {
        let column = Cell(cell.x, 0, cell.z)
        tops[column] = max(tops[column] ?? 0, cell.y + 1)
      }
    }
    let covers = tops.filter { scene.holdsPlaced(Cell($0.key.x, $0.value, $0.key.z)) }
    return covers.values.min() ?? scene.upper.y
  }()

  /// The walls of some layers; what covers a wall is roof.
  func walls(_ range: ClosedRange<Int>) -> [Cell] {
    wallColumns.flatMap { column in
      let cells = range.map { Cell(column.x, $0, column.z) }.filter { scene.holdsPlaced($0) }
      guard let last = cells.last, last.y > range.lowerBound, last.y >= roofLevel - 1,
        !scene.holdsPlaced(last.above)
      else { return cells }
      return Array(cells.dropLast())
    }
  }

  var walls: [Cell] {
    let base = baseLevel
    return roofLevel > base ? walls(base...max(base, roofLevel - 1)) : []
  }

  /// The topmost placed cells at and above the lowest cover.
  var roof: [Cell] {
    var tops: [Cell: Int] = [:]
    for cell in scene.placed {
      let column = Cell(cell.x, 0, cell.z)
      tops[column] = max(tops[column] ?? 0, cell.y)
    }
    return tops.filter { $0.value >= roofLevel - 1 }.map { Cell($0.key.x, $0.value, $0.key.z) }
      .sorted { ($0.z, $0.x) < ($1.z, $1.x) }
  }

  /// The cells of a part; nil for a part nobody knows.
  func part(_ name: String) -> [Cell]? {
    switch name {
    case "all": return scene.placed
    case "walls": return walls
    case "walls:y0": return walls(baseLevel...baseLevel)
    case "walls:y>0": return walls.filter { $0.y > baseLevel }
    case "roof": return roof
    case "floor":
      let base = baseLevel
      return floorCells.filter { $0.y == base }.map(\.below).filter { scene.holdsPlaced($0) }
    case "deck": return deck
    case _ where name.hasPrefix("walls:story"):
      guard let number = Int(name.dropFirst(11)), storeys.indices.contains(number) else {
        return []
      }
      let base = storeys[number][0].y
      let top = number + 1 < storeys.count ? storeys[number + 1][0].y - 2 : roofLevel - 1
      return top >= base ? walls(base...top) : []
    default: return nil
    }
  }

  /// The top of what surrounds water on its level.
  private var deck: [Cell] {
    let water = scene.placed.filter { world[$0].kind == .water }
    guard let top = water.map(\.y).max() else { return [] }
    let columns = Set(water.map { Cell($0.x, 0, $0.z) })
    return scene.placed.filter { cell in
      (top...top + 1).contains(cell.y) && !columns.contains(Cell(cell.x, 0, cell.z))
        && world[cell].traits.flags.contains(.fullCube) && !scene.holdsPlaced(cell.above)
    }
  }

  func isSolid(_ cell: Cell) -> Bool {
    !BlockTable.standard.boxes(ofShape: world[cell].traits.collision).isEmpty
  }
}
