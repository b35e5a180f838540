import VoxelWorld

extension Checker {
  func bbox(_ check: Demand) -> (Double, String) {
    let size = scene.extent
    func value(_ x: Int, _ z: Int) -> Double {
      [(x, check["x"]), (size.y, check["y"]), (z, check["z"])].map { length, range in
        range.isNothing ? 1 : Checker.score(length, range[0].whole, range[1].whole)
      }.min() ?? 0
    }
    let swapped = check["swapXZ"].isTrue ? value(size.z, size.x) : 0
    return (max(value(size.x, size.z), swapped), "it is \(size.x) x \(size.y) x \(size.z)")
  }

  func count(_ check: Demand) -> (Double, String) {
    let found = scene.placed(like: check["block"].text ?? "").count
    return (
      Checker.score(found, check["min"].whole, check["max"].whole),
      "\(found) of \(check["block"].text ?? "?")"
    )
  }

  func only(_ check: Demand) -> (Double, String) {
    let globs = check["blocks"].texts.map(Glob.init)
    let others = scene.placed.filter { cell in !globs.contains { $0.matches(scene[cell]) } }
    return passed(
      others.isEmpty, "\(others.count) others, such as \(scene[others[0]].block.name)")
  }

  func dominant(_ check: Demand) -> (Double, String) {
    let name = check["part"].text ?? "all"
    guard let cells = view.part(name) else { return (0, "nobody knows the part \(name)") }
    let glob = Glob(check["block"].text ?? "")
    let share = Double(cells.count { glob.matches(scene[$0]) }) / Double(max(1, cells.count))
    return passed(
      share >= check["minFrac"].number ?? 0.5,
      "\(Int(100 * share)) % of \(cells.count) cells of \(name)")
  }

  func state(_ check: Demand) -> (Double, String) {
    let cells = scene.placed(like: check["block"].text ?? "")
    let key = (check["prop"].text ?? "") + "="
    let values = check["values"].texts
    let right = cells.count { cell in
      let text = scene[cell].description
      return values.contains { value in
        text.contains("[" + key + value + ",") || text.contains("[" + key + value + "]")
          || text.contains("," + key + value + ",") || text.contains("," + key + value + "]")
      }
    }
    let share = Double(right) / Double(max(1, cells.count))
    return passed(
      !cells.isEmpty && share >= check["minFrac"].number ?? 1,
      "\(right) of \(cells.count), such as \(cells.first.map { scene[$0].description } ?? "none")")
  }

  func pairs(_ check: Demand) -> (Double, String) {
    let firsts = scene.placed(like: check["block"].text ?? "").filter { cell in
      let state = scene[cell]
      if state.kind == .door { return state.word(.half) != .upper }
      return state.kind == .bed && state.word(.part) != .head
        && scene[cell + state.facing].block == state.block
    }
    return passed(firsts.count >= check["min"].whole ?? 1, "\(firsts.count) pairs")
  }

  func components(_ check: Demand) -> (Double, String) {
    let found = View.components(of: Set(scene.placed), corners: check["conn"].whole == 26).count
    return passed(found <= check["max"].whole ?? 1, "\(found) pieces")
  }

  /// How much of the build falls on itself when it is mirrored about its middle.
  func symmetric(_ check: Demand) -> (Double, String) {
    let axis = check["axis"].text ?? "either"
    let minimum = check["minIoU"].number ?? 0.9
    let size = scene.extent
    let axes: [String] =
      switch axis {
      case "x", "z": [axis]
      case "nave_axis": [size.x >= size.z ? "z" : "x"]
      default: ["x", "z"]
      }
    let best = axes.map(overlap).max() ?? 0
    return passed(best >= minimum, "\(Int(100 * best)) %")
  }

  private func overlap(_ axis: String) -> Double {
    guard !scene.placed.isEmpty else { return 0 }
    let (a, b) = (scene.lower, scene.upper)
    let same = scene.placed.count { cell in
      let mirrored =
        axis == "x"
        ? Cell(a.x + b.x - cell.x, cell.y, cell.z) : Cell(cell.x, cell.y, a.z + b.z - cell.z)
      return scene.holdsPlaced(mirrored) && scene[mirrored].block == scene[cell].block
    }
    return Double(same) / Double(2 * scene.placed.count - same)
  }

  func level(_ check: Demand) -> (Double, String) {
    let cells = select(check["of"].text ?? "")
    guard !cells.isEmpty else { return (0, "there is none") }
    let range = check["dy"].wholes
    let base: Int
    if check["relativeTo"].text == "ground" {
      base = scene.ground(cells[0].x, cells[0].z)
    } else {
      base = select(check["relativeTo"].text ?? "").map(\.y).max() ?? 0
    }
    let heights = check["of"].text == "water_surface" ? [cells.map(\.y).max()!] : cells.map(\.y)
    let bad = heights.filter { $0 - base < range[0] || $0 - base > range[1] }
    return passed(bad.isEmpty, "one is \((bad.first ?? 0) - base) above")
  }

  func budget(_ check: Demand) -> (Double, String) {
    var used: [String: Int] = [:]
    for cell in scene.placed {
      let state = scene[cell]
      if state.kind == .door, state.word(.half) == .upper { continue }
      if state.kind == .bed, state.word(.part) == .head { continue }
      let name = state.block.name == "wall_torch" ? "torch" : state.block.name
      used[name, default: 0] += 1
    }
    let items = check["items"].fields
    let over = used.filter { $0.value > items[$0.key]?.whole ?? 0 }.map { "\($0.value) \($0.key)" }
    return passed(over.isEmpty, over.sorted().joined(separator: ", "))
  }

  func roominess(_ check: Demand) -> (Double, String) {
    let volume = view.rooms.map(\.volume).max() ?? 0
    return (min(1, Double(volume) / (check["reference"].number ?? 1)), "\(volume) cells")
  }
}
