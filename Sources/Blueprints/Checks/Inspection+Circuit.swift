import VoxelWorld

extension Inspection {
  /// Throws every switch in turn and looks at lamps, iron doors and hidden doorways; nil if the
  /// plan has no switch.
  func circuit() -> Finding? {
    let levers = cells { $0.kind == .lever }
    guard !levers.isEmpty else { return nil }
    let lamps = cells { $0.kind == .lamp }
    let doors = cells { $0.block.name == "iron_door" && !$0.isSecondHalf }
    let doorways = doorwayCells
    for lever in levers {
      var trial = world
      for isOn in [true, false] {
        trial.use(lever)
        trial.tick(80)
        let isLit = lamps.allSatisfy { trial[$0].flag(.lit) == isOn }
        let isOpen = doors.allSatisfy { trial[$0].flag(.open) == isOn }
        let isFree = doorways.allSatisfy { trial[$0].isAir == isOn }
        guard isLit, isOpen, isFree else {
          let cell = lever - offset
          return Finding(
            "circuits", false,
            "the lever at (\(cell.x), \(cell.y), \(cell.z)) turned \(isOn ? "on" : "off") does not "
              + "do what it should", cell: cell, step: construction.painter(of: cell))
        }
      }
    }
    return Finding("circuits", true, "\(levers.count) levers do what they should")
  }

  /// The cells of the world that hold what a test lets pass, and are part of the building.
  private func cells(_ test: (BlockState) -> Bool) -> [Cell] {
    var cells: [Cell] = []
    realisation.settled.blueprint.forEachCell { local, state in
      if test(state) { cells.append(local + construction.origin + offset) }
    }
    return cells
  }

  /// The cells of doorways that pistons close.
  private var doorwayCells: [Cell] {
    guard let part = construction.blueprint.parts.first(where: { $0.name == "door" }),
      !cells({ $0.kind == .stickyPiston }).isEmpty
    else { return [] }
    // The two cells between the blocks that are pulled apart.
    let x = part.lower.x
    let z = part.lower.z
    return (part.lower.y + 1..<part.upper.y).map {
      Cell(x, $0, z) + construction.origin + offset
    }
  }
}
