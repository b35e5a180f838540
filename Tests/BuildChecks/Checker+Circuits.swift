import VoxelWorld

extension Checker {
  /// Sets the inputs of each row of a truth table in a copy of the world and looks at the outputs.
  func circuit(_ check: Demand) -> (Double, String) {
    let inputs = check["inputs"].texts.compactMap { select($0).first }
    guard inputs.count == check["inputs"].list.count else { return (0, "an input is missing") }
    let outputs = check["outputs"].texts
    let rest = scene.after
    var worlds: [World] = []
    for row in check["truth"].list {
      var world = rest
      for (input, value) in zip(inputs, row[0].wholes)
      where world[input].flag(.powered) != (value == 1) {
        world.use(input)
      }
      world.tick(check["withinGameTicks"].whole ?? 20)
      worlds.append(world)
    }
    let doorway = doorway(among: [rest] + worlds)
    for (index, row) in check["truth"].list.enumerated() {
      for (output, value) in zip(outputs, row[1].wholes) {
        guard let found = read(output, in: worlds[index], doorway) else {
          return (0, "there is no \(output)")
        }
        guard found == (value == 1) else {
          return (0, "\(output) is \(found) for inputs \(row[0].wholes)")
        }
      }
    }
    return (1, "")
  }

  private func read(_ output: String, in world: World, _ doorway: Cell?) -> Bool? {
    let pieces = output.split(separator: ".").map(String.init)
    if pieces[0] == "doorway" {
      guard let doorway else { return nil }
      return world[doorway].isAir && world[doorway.above].isAir
    }
    let name = pieces[0].hasSuffix(":all") ? String(pieces[0].dropLast(4)) : pieces[0]
    let cells = select(name)
    guard !cells.isEmpty else { return nil }
    let values = cells.map { cell -> Bool in
      switch pieces.last {
      case "lit": world[cell].flag(.lit)
      case "open": world[cell].flag(.open)
      case "extended": world[cell].flag(.extended)
      default: world[cell].flag(.powered)
      }
    }
    let first = values[0]
    // Some on and some off is neither.
    return values.allSatisfy { $0 == first } ? first : nil
  }

  /// Two cells, one above the other, that are shut in one world and free in another.
  private func doorway(among worlds: [World]) -> Cell? {
    let cells = scene.placed + scene.changed
    for cell in cells {
      let isFree = worlds.map { $0[cell].isAir && $0[cell.above].isAir }
      let isShut = worlds.map {
        $0[cell].traits.flags.contains(.fullCube) && $0[cell.above].traits.flags.contains(.fullCube)
      }
      if isFree.contains(true), isShut.contains(true), view.isSolid(cell.below) { return cell }
    }
    return nil
  }

  /// Whether a hidden doorway, shut, looks like the wall about it.
  func flush(_ check: Demand) -> (Double, String) {
    let levers = select("lever")
    guard let lever = levers.first else { return (0, "there is no lever") }
    var worlds = [scene.after, scene.after]
    for index in 0...1 {
      if worlds[index][lever].flag(.powered) != (index == 1) { worlds[index].use(lever) }
      worlds[index].tick(40)
    }
    guard let doorway = doorway(among: worlds) else { return (0, "there is no doorway") }
    let shut = worlds[0]
    for cell in [doorway, doorway.above] {
      let isInPlane = [Direction.north, .west].contains { way in
        shut[cell + way].block == shut[cell].block
          && shut[cell + way.opposite].block == shut[cell].block
      }
      guard isInPlane else { return (0, "\(shut[cell].block.name) at \(cell) is no wall") }
    }
    return (1, "")
  }

  /// Whether nobody inside or outside sees blocks of a kind.
  func notVisible(_ check: Demand) -> (Double, String) {
    let hidden = scene.placed(like: check["block"].text ?? "")
    let from = check["from"].text ?? "interior"
    for cell in hidden {
      if from.contains("outside"),
        Direction.allCases.contains(where: { view.airs[cell + $0] == 1 }) || view.airs[cell] == 1
      {
        return (0, "\(scene[cell].block.name) at \(cell) is open to the outside")
      }
      guard from.contains("interior") else { continue }
      let isSeen = view.floorCells.contains { foot in
        view.reached.contains(foot) && sees(cell, from: foot.above)
      }
      if isSeen { return (0, "\(scene[cell].block.name) at \(cell) is seen from inside") }
    }
    return (1, "")
  }

  /// Whether nothing opaque is on the straight line from an eye to a cell.
  private func sees(_ cell: Cell, from eye: Cell) -> Bool {
    let steps = 4 * max(abs(cell.x - eye.x), abs(cell.y - eye.y), abs(cell.z - eye.z))
    guard steps > 0 else { return true }
    for step in 1..<steps {
      let t = Double(step) / Double(steps)
      func at(_ a: Int, _ b: Int) -> Int {
        Int((Double(a) + 0.5 + t * Double(b - a)).rounded(.down))
      }
      let place = Cell(at(eye.x, cell.x), at(eye.y, cell.y), at(eye.z, cell.z))
      if place != cell, place != eye, scene[place].traits.flags.contains(.fullCube),
        !scene[place].block.name.contains("glass")
      {
        return false
      }
    }
    return true
  }
}
