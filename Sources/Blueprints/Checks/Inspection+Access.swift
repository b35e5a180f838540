import VoxelWorld

extension Inspection {
  /// Whether one can walk from outside through every door, to every piece of furniture, up every
  /// storey and onto every platform.
  func access() -> [Finding] {
    let parts = plan.parts
    let hasDoors = parts.contains { $0.hasPrefix("door") }
    let hasHeights = parts.contains { $0 == "platform" || $0.hasPrefix("floor.") }
    guard hasDoors || hasHeights, let start = outside else { return [] }
    var finder = PathFinder()
    finder.limit = 400_000
    let reached = Set(finder.reachableCells(from: start, in: opened))
    var findings: [Finding] = []
    if hasDoors { findings.append(doors(reached)) }
    findings.append(furniture(reached))
    if hasHeights { findings.append(heights(reached)) }
    return findings
  }

  /// A cell to start from: on the ground in a corner of the site.
  private var outside: Cell? {
    let size = world.size
    for (x, z) in [(1, 1), (size.x - 2, size.z - 2), (1, size.z - 2), (size.x - 2, 1)] {
      if let y = (1..<size.y).first(where: { opened.canStand(at: Cell(x, $0, z)) }) {
        return Cell(x, y, z)
      }
    }
    return nil
  }

  private func doors(_ reached: Set<Cell>) -> Finding {
    var shut: [Cell] = []
    realisation.settled.blueprint.forEachCell { local, state in
      guard state.kind == .door, !state.isSecondHalf else { return }
      let cell = local + construction.origin
      let place = cell + offset
      let inner = place + state.facing
      let outer = place + state.facing.opposite
      if !reached.contains(inner) || !reached.contains(outer) { shut.append(cell) }
    }
    return finding(
      "doors open", at: shut, good: "every door leads from floor to floor",
      bad: "doors cannot be walked through")
  }

  private func furniture(_ reached: Set<Cell>) -> Finding {
    var far: [Cell] = []
    realisation.settled.blueprint.forEachCell { local, state in
      guard
        [.bed, .chest, .furnace, .barrel, .enderChest].contains(state.kind)
          || state.block.name == "crafting_table"
      else { return }
      let cell = local + construction.origin
      let isNear = [Direction.north, .south, .west, .east].contains {
        reached.contains(cell + offset + $0)
      }
      // The other half of a bed does as well.
      let isHead =
        state.kind == .bed
        && [Direction.north, .south, .west, .east].contains {
          reached.contains(cell + offset + state.facing.opposite + $0)
        }
      let isFoot =
        state.kind == .bed
        && [Direction.north, .south, .west, .east].contains {
          reached.contains(cell + offset + state.facing + $0)
        }
      if !isNear, !isHead, !isFoot { far.append(cell) }
    }
    return finding(
      "furniture in reach", at: far, good: "one can walk up to all furniture",
      bad: "pieces of furniture cannot be walked up to")
  }

  /// Storeys and platforms have cells that one gets to.
  private func heights(_ reached: Set<Cell>) -> Finding {
    var missed: [Cell] = []
    for part in construction.blueprint.parts
    where part.name == "platform" || part.name.hasPrefix("floor.") {
      let y = part.upper.y + construction.origin.y + offset.y + 1
      let lower = part.lower + construction.origin
      let upper = part.upper + construction.origin
      let isReached = reached.contains { cell in
        let x = cell.x - offset.x
        let z = cell.z - offset.z
        return cell.y == y && x >= lower.x && x <= upper.x && z >= lower.z && z <= upper.z
      }
      if !isReached { missed.append(Cell(lower.x, upper.y, lower.z)) }
    }
    return finding(
      "storeys in reach", at: missed, good: "one can climb to every storey",
      bad: "storeys or platforms cannot be got to")
  }
}
