import VoxelWorld

extension Sculptor {
  mutating func write(_ solid: SolidPlan, at lower: Cell, facing thing: Entity) {
    for copy in 0..<solid.count {
      let shift = copy * ((solid.runsAlongZ ? solid.size.z : solid.size.x) + solid.gap)
      let corner = lower + (solid.runsAlongZ ? Cell(0, 0, shift) : Cell(shift, 0, 0))
      writeOne(solid, at: corner)
    }
  }

  mutating func writeOne(_ solid: SolidPlan, at lower: Cell) {
    let upper = lower + solid.size - Cell(1, 1, 1)
    switch solid.form {
    case .steps(let direction): writeSteps(solid, direction, lower)
    case .torus: writeTorus(solid, lower)
    case .tiers(let count):
      let high = solid.size.y / max(1, count)
      let inset = max(1, min(2, (solid.size.x - 1) / max(1, 2 * count)))
      for tier in 0..<count {
        let a = Cell(lower.x + inset * tier, lower.y + high * tier, lower.z + inset * tier)
        let b = Cell(
          upper.x - inset * tier, lower.y + high * (tier + 1) - 1, upper.z - inset * tier)
        guard a.x <= b.x, a.z <= b.z else { break }
        plan.fill(a, b, solid.block, part: "body")
      }
    case .solid(let kind):
      let body = plan.solid(kind, lower, upper)
      paint(body, solid, lower, upper)
    case .skin(let kind, let open):
      let body = plan.shell(plan.solid(kind, lower, upper), open: open)
      paint(body, solid, lower, upper)
    }
    for side in solid.gates {
      let middle = Cell(lower.x + solid.size.x / 2, lower.y, lower.z + solid.size.z / 2)
      let cell: Cell =
        switch side {
        case .east: Cell(upper.x, lower.y, middle.z)
        case .west: Cell(lower.x, lower.y, middle.z)
        case .north: Cell(middle.x, lower.y, lower.z)
        default: Cell(middle.x, lower.y, upper.z)
        }
      plan.put(solid.gate.with(.facing, side), at: cell, part: "gate")
    }
    if solid.hasBattlements {
      let y = upper.y + 1
      if case .skin = solid.form {
        plan.battlements(
          Rectangle(lower.x...upper.x, lower.z...upper.z), at: y, solid.block)
        return
      }
      let isLongZ = solid.size.z > solid.size.x
      let merlon = plan.box(
        Cell(lower.x, y, lower.z), isLongZ ? Cell(upper.x, y, lower.z) : Cell(lower.x, y, upper.z))
      let count = ((isLongZ ? solid.size.z : solid.size.x) + 1) / 2
      plan.paint(
        plan.tile(merlon, count: count, step: isLongZ ? Cell(0, 0, 2) : Cell(2, 0, 0)),
        solid.block, part: "battlements")
    }
  }

  mutating func paint(
    _ body: PlanWriter.Reference, _ solid: SolidPlan, _ lower: Cell, _ upper: Cell
  ) {
    if solid.block.otherHalf == nil {
      plan.paint(body, solid.block, part: "body")
      if solid.block.kind == .pillar, solid.size.y > 1, case .skin(_, let open) = solid.form,
        open == .none || open == .bottom
      {
        // Logs of a lid lie: upright ones would have nothing to stand on.
        let lid = plan.box(
          Cell(lower.x + 1, upper.y, lower.z + 1), Cell(upper.x - 1, upper.y, upper.z - 1))
        plan.paint(
          plan.intersect(body, lid), solid.block.with(.axis, PropertyWord.x), part: "body")
      }
      if let chequer = solid.chequer, solid.size.x * solid.size.z > 1 {
        let rows = (0..<solid.size.z).map { z in
          String((0..<solid.size.x).map { ($0 + z) % 2 == 0 ? "." : "#" })
        }
        plan.paint(plan.picture(Mask(rows, .xz), at: lower), chequer, part: "squares")
      }
      if let hole = solid.opening, hole.x < solid.size.x {
        let x = lower.x + (solid.size.x - hole.x) / 2
        let y = solid.pane == nil ? lower.y : lower.y + max(0, (solid.size.y - hole.y) / 2)
        plan.fill(
          Cell(x, y, lower.z), Cell(x + hole.x - 1, y + hole.y - 1, upper.z), solid.pane ?? .air,
          part: "opening")
      }
    } else {
      plan.furnish(body, solid.block, part: "body")
    }
    if let base = solid.base {
      plan.paint(plan.slice(body, layers: lower.y...lower.y), base, part: "base")
    }
    if let top = solid.top {
      plan.paint(plan.slice(body, layers: upper.y...upper.y), top, part: "top")
    }
    if let border = solid.border {
      plan.paint(plan.shell(body, open: .both), border, part: "border")
    }
    if let posts = solid.posts {
      for x in [lower.x, upper.x] {
        for z in [lower.z, upper.z] {
          let post = plan.box(Cell(x, lower.y, z), Cell(x, upper.y, z))
          plan.paint(post, posts, part: "posts")
        }
      }
    }
  }

  /// A ring with a round section, layer by layer.
  mutating func writeTorus(_ solid: SolidPlan, _ lower: Cell) {
    let tube = Double(solid.size.y) / 2
    let ring = Double(solid.size.x) / 2 - tube
    for y in 0..<solid.size.y {
      let rise = Double(y) + 0.5 - tube
      let rows = (0..<solid.size.z).map { z in
        String(
          (0..<solid.size.x).map { x -> Character in
            let dx = Double(x) + 0.5 - Double(solid.size.x) / 2
            let dz = Double(z) + 0.5 - Double(solid.size.z) / 2
            let away = (dx * dx + dz * dz).squareRoot() - ring
            return away * away + rise * rise <= tube * tube ? "#" : "."
          })
      }
      let layer = plan.picture(Mask(rows, .xz), at: lower + Cell(0, y, 0))
      plan.paint(layer, solid.block, part: "body")
    }
  }

  mutating func writeSteps(_ solid: SolidPlan, _ direction: Direction, _ lower: Cell) {
    let count = solid.size.y
    let material = Material(solid.block.block.name)
    let stairs = (material?.stairs ?? "stone_brick_stairs").with(.facing, direction)
    let full = material?.full ?? solid.block
    for step in 0..<count {
      let along = direction.x + direction.z > 0 ? step : count - 1 - step
      let a = direction.x != 0 ? Cell(along, 0, 0) : Cell(0, 0, along)
      let b = direction.x != 0 ? Cell(along, 0, solid.size.z - 1) : Cell(solid.size.x - 1, 0, along)
      if step > 0 {
        plan.fill(lower + a, lower + b + Cell(0, step - 1, 0), full, part: "base")
      }
      plan.fill(
        lower + a + Cell(0, step, 0), lower + b + Cell(0, step, 0), stairs, part: "stairs")
    }
  }
}
