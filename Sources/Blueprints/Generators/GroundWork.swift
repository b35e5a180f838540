import VoxelWorld

/// Makes uneven ground ready: fills below, digs away above, and lays steps to doors.
struct GroundWork {
  let site: Site
  let foundation: BlockState

  /// The columns of some rectangles of a frame, in the plan's coordinates.
  private func columns(_ rectangles: [Rectangle], _ frame: Frame) -> [Cell] {
    rectangles.flatMap { rectangle in
      rectangle.z.flatMap { z in rectangle.x.map { frame.place(Cell($0, 0, z)) } }
    }
  }

  /// Fills the ground up to the first layer of the frame below the rectangles, and digs away what
  /// stands above it there and one cell around.
  func level(
    _ rectangles: [Rectangle], frame: Frame, headroom: Int, into plan: inout PlanWriter
  ) {
    let base = frame.origin.y
    var gaps: [Cell] = []
    var hills: [Cell] = []
    for column in columns(rectangles, frame) {
      let ground = site.height(column.x, column.z)
      if ground < base {
        gaps += (ground..<base).map { Cell(column.x, $0, column.z) }
      }
    }
    for column in columns(rectangles.map { $0.grown(by: 1) }, frame) {
      let ground = site.height(column.x, column.z)
      if ground > base {
        hills += (base..<min(ground, base + headroom + 2)).map { Cell(column.x, $0, column.z) }
      }
    }
    paint(hills, .air, "site", into: &plan)
    paint(gaps, foundation, "foundation", into: &plan)
  }

  /// Paints single cells of the plan, layer by layer.
  func paint(
    _ cells: [Cell], _ state: BlockState, _ part: String, into plan: inout PlanWriter
  ) {
    let volume = Volume(cells)
    guard let (lower, upper) = volume.bounds else { return }
    let frame = plan.frame
    plan.frame = Frame()
    defer { plan.frame = frame }
    for y in lower.y..<upper.y + 1 {
      let layer = volume.filtered { $0.y == y }
      guard let (first, last) = layer.bounds else { continue }
      let rows = (first.z..<last.z + 1).map { z in
        String((first.x..<last.x + 1).map { layer.contains(Cell($0, y, z)) ? "#" : "." })
      }
      plan.paint(plan.picture(Mask(rows, .xz), at: first), state, part: part)
    }
  }

  /// Lays a way from the cell before a door outwards until it meets the ground, on steps where
  /// it has to climb. Coordinates and the direction are the plan's.
  func approach(
    from door: Cell, _ outwards: Direction, width: Int = 1, stairs: BlockState,
    into plan: inout PlanWriter
  ) {
    let frame = plan.frame
    plan.frame = Frame()
    defer { plan.frame = frame }
    var level = door.y
    var cell = door
    for distance in 1..<33 {
      cell = cell + outwards
      let ground = site.height(cell.x, cell.z)
      if ground == level,
        distance > 1 || site.height(cell.x + outwards.x, cell.z + outwards.z) == level
      {
        return
      }
      if distance > 1 { level += ground < level ? -1 : ground > level ? 1 : 0 }
      let here = Cell(cell.x, level, cell.z)
      if ground > level {
        plan.fill(here, Cell(here.x, max(ground, level + 2), here.z), .air, part: "site")
      }
      if ground <= level - (distance > 1 ? 0 : 1) {
        if ground < level {
          plan.fill(
            Cell(here.x, ground, here.z), Cell(here.x, level - 1, here.z), foundation,
            part: "steps")
        }
        if distance > 1 {
          plan.put(stairs.with(.facing, outwards.opposite), at: here, part: "steps")
        }
      }
      if ground == level { return }
    }
  }
}
