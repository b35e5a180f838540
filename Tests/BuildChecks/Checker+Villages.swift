import VoxelWorld

extension Checker {
  /// Pieces of the build with rooms in them, each with its box.
  private var houses: [[Cell]] {
    let rooms = view.rooms.filter { $0.volume >= 12 }
    var boxes: [(Cell, Cell)] = []
    for room in rooms {
      let low = room.cells.reduce(Cell(.max, .max, .max)) {
        Cell(min($0.x, $1.x), min($0.y, $1.y), min($0.z, $1.z))
      }
      let high = room.cells.reduce(Cell(.min, .min, .min)) {
        Cell(max($0.x, $1.x), max($0.y, $1.y), max($0.z, $1.z))
      }
      let near = boxes.firstIndex {
        $0.0.x - 2 <= high.x && low.x <= $0.1.x + 2 && $0.0.z - 2 <= high.z && low.z <= $0.1.z + 2
      }
      if let near {
        let box = boxes[near]
        boxes[near] = (
          Cell(min(box.0.x, low.x), min(box.0.y, low.y), min(box.0.z, low.z)),
          Cell(max(box.1.x, high.x), max(box.1.y, high.y), max(box.1.z, high.z))
        )
      } else {
        boxes.append((low, high))
      }
    }
    return boxes.map { low, high in
      scene.placed.filter {
        $0.x >= low.x - 3 && $0.x <= high.x + 3 && $0.z >= low.z - 3 && $0.z <= high.z + 3
      }
    }
  }

  func buildings(_ check: Demand) -> (Double, String) {
    let houses = houses
    var isDistinct = true
    if check["distinct"].isTrue {
      let names = houses.map { house in
        Dictionary(grouping: house) { scene[$0].block.name }.mapValues(\.count)
      }
      for a in names.indices { for b in 0..<a where names[a] == names[b] { isDistinct = false } }
    }
    return passed(
      houses.count == check["n"].whole ?? 1 && isDistinct,
      "\(houses.count) buildings, all different: \(isDistinct)")
  }

  /// Checks that hold for every building by itself.
  func each(_ check: Demand) -> (Double, String) {
    var worst = (1.0, "")
    for house in houses {
      let inside = Set(house.map { Cell($0.x, 0, $0.z) })
      var before = scene.before
      for cell in scene.placed where !inside.contains(Cell(cell.x, 0, cell.z)) {
        before.write(scene.after[cell], at: cell)
      }
      let alone = Checker(views: [
        View(Aftermath(before: before, after: scene.after, offset: scene.offset))
      ])
      for inner in check["checks"].list {
        let outcome = alone.outcome(inner)
        if outcome.value < worst.0 { worst = (outcome.value, outcome.detail) }
      }
    }
    return houses.isEmpty ? (0, "no building") : worst
  }

  /// A way of some blocks from every door to water.
  func pathConnected(_ check: Demand) -> (Double, String) {
    let glob = Glob(check["block"].text ?? "gravel")
    let water = scene.placed(like: "water")
    let path = scene.placed.filter { glob.matches(scene[$0]) }
    let columns = Set(path.map { Cell($0.x, 0, $0.z) })
    let pieces = View.components(of: columns, corners: true)
    let lost = select("door").filter { door in
      !pieces.contains { piece in
        piece.contains { max(abs($0.x - door.x), abs($0.z - door.z)) <= 2 }
          && piece.contains { cell in
            water.contains { max(abs($0.x - cell.x), abs($0.z - cell.z)) <= 4 }
          }
      }
    }
    return passed(lost.isEmpty && !path.isEmpty, "\(lost.count) doors without a path")
  }

  /// Posts with a light on top, or hanging from them, beside a path.
  func lampPosts(_ check: Demand) -> (Double, String) {
    let lights = scene.placed(
      like: "lantern|torch|soul_lantern|glowstone|sea_lantern|redstone_lamp")
    let paths = scene.placed(like: "gravel|dirt_path|cobblestone|stone_bricks|*_slab|oak_planks")
    let posts = lights.filter { light in
      let isPost = scene.placed(like: "*_fence|*_wall|*_log").contains {
        $0.x == light.x && $0.z == light.z && $0.y == light.y - 1
      }
      return isPost
        && paths.contains { max(abs($0.x - light.x), abs($0.z - light.z)) <= 2 && $0.y < light.y }
    }
    return passed(posts.count >= check["min"].whole ?? 1, "\(posts.count) lamp posts")
  }
}
