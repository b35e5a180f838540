import VoxelWorld

extension Scene {
  /// The cells whose block fits the colours and materials of a thing; all where it names none.
  func matching(_ thing: Entity) -> [Cell] {
    var names = thing.colours + thing.materials
    for member in thing.linked(.of, .madeOf)
    where member.reference != .pronoun && member.links.isEmpty {
      names += member.colours + member.materials
    }
    guard !names.isEmpty else { return cells }
    var found: [Cell] = []
    for name in names {
      // Hues are mistaken for their neighbours: where nothing yellow stands, orange may be meant.
      let kept = [name] + (Scene.nearHues[name] ?? [])
      for other in kept {
        let cells = cells.filter { fits($0, other) }
        if !cells.isEmpty {
          found += cells
          break
        }
      }
    }
    return cells.filter { found.contains($0) }
  }

  private func fits(_ cell: Cell, _ name: String) -> Bool {
    guard let block = blocks[cell] else { return false }
    return block == name || block.hasPrefix(name + "_") || block.hasSuffix("_" + name)
  }

  private static let nearHues = [
    "yellow": ["orange"], "orange": ["yellow", "red"], "purple": ["blue", "red"],
    "blue": ["purple"],
    "red": ["orange"], "brown": ["orange"], "black": ["blue", "purple"], "pink": ["purple", "red"],
    "light_blue": ["blue"], "lime": ["green"],
  ]

  /// Runs of the given cells along a step, each from its start; single cells too.
  func runs(of cells: [Cell], along step: Cell) -> [[Cell]] {
    let set = Set(cells)
    return cells.filter { !set.contains($0 - step) }.map { start in
      var run = [start]
      while set.contains(run[run.count - 1] + step) { run.append(run[run.count - 1] + step) }
      return run
    }
  }

  /// The parts of the given cells that touch each other, edges and corners included.
  func components(of cells: [Cell]) -> [[Cell]] {
    var left = Set(cells)
    var result: [[Cell]] = []
    for start in cells where left.contains(start) {
      var part = [start]
      left.remove(start)
      var next = 0
      while next < part.count {
        let cell = part[next]
        next += 1
        for dx in -1...1 {
          for dy in -1...1 {
            for dz in -1...1 {
              let other = Cell(cell.x + dx, cell.y + dy, cell.z + dz)
              if left.remove(other) != nil { part.append(other) }
            }
          }
        }
      }
      result.append(part)
    }
    return result
  }

  /// The given cells in the groups that a noun means: columns, rows, whole structures or single
  /// blocks.
  func groups(of cells: [Cell], as concept: Concept?) -> [[Cell]] {
    switch concept?.name {
    case "column"?, "stack"?, "tower"?, "pillar"?, "pole"?:
      let runs = runs(of: cells, along: Cell(0, 1, 0))
      let long = runs.filter { $0.count > 1 }
      return long.isEmpty ? runs : long
    case "row"?, "line"?:
      let runs =
        self.runs(of: cells, along: Cell(1, 0, 0)) + self.runs(of: cells, along: Cell(0, 0, 1))
      let long = runs.filter { $0.count > 1 }
      return long.isEmpty ? self.runs(of: cells, along: Cell(0, 1, 0)) : long
    case "layer"?:
      let heights = cells.map(\.y).reduce(into: [Int]()) { if !$0.contains($1) { $0.append($1) } }
      return heights.sorted().map { y in cells.filter { $0.y == y } }
    case "block"?, "square"?, "cube"?, nil: return cells.map { [$0] }
    default: return components(of: cells)
    }
  }
}
