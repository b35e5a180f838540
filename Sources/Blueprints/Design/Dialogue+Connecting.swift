import VoxelWorld

extension Dialogue {
  /// Connects the last two buildings by a path or a wall.
  mutating func connect(_ act: Act) -> Bool {
    guard state.designs.count > 1,
      let link = (act.results + act.objects + act.links.compactMap(\.ground)).first(where: {
        ["path", "wall", "bridge"].contains($0.concept?.name ?? "")
      })
    else { return false }
    let first = state.designs.count - 2
    return link.concept?.name == "path" ? layTrail(link, first) : raiseWall(link, first)
  }

  /// From the door side of one to that of the other, outside of both.
  private mutating func layTrail(_ path: Entity, _ first: Int) -> Bool {
    let boxes = state.designs[first...first + 1].map(outline)
    // They go out to the south of both, where doors are, and along.
    let z = max(boxes[0].upper.z, boxes[1].upper.z) + 1
    func front(_ box: (lower: Cell, upper: Cell)) -> Cell {
      Cell((box.lower.x + box.upper.x) / 2, 0, box.upper.z + 1)
    }
    var trail = Trail()
    if let block = Palette.block(path) { trail.block = block }
    if let width = path.measure(.width) { trail.width = width }
    let (a, b) = (front(boxes[0]), front(boxes[1]))
    trail.run = Cell(b.x - a.x, 0, 0)
    var designs = [trail]
    for end in [a, b] where end.z < z {
      var branch = trail
      branch.run = Cell(0, 0, z - end.z)
      designs.append(branch)
    }
    let corners = [Cell(min(a.x, b.x), 0, z), Cell(a.x, 0, a.z), Cell(b.x, 0, b.z)]
    var ends = [corners[0]]
    if a.z < z { ends.append(corners[1]) }
    if b.z < z { ends.append(corners[2]) }
    let whole = state.designs[first]
    for (structure, corner) in zip(designs, ends) {
      var design = whole
      design.description = path
      design.structure = structure
      design.corner = corner
      state.designs.append(design)
    }
    return true
  }

  /// A wall between two buildings, which move apart if it is to be longer than what is between them.
  private mutating func raiseWall(_ wall: Entity, _ first: Int) -> Bool {
    var (a, b) = (outline(state.designs[first]), outline(state.designs[first + 1]))
    let isAlongX = b.lower.x > a.upper.x || a.lower.x > b.upper.x
    guard isAlongX, b.lower.x > a.upper.x else { return false }
    if let length = wall.measure(.length) {
      state.designs[first + 1].corner.x = a.upper.x + 1 + length
      b = outline(state.designs[first + 1])
    }
    var free = FreeWall()
    free.length = b.lower.x - a.upper.x - 1
    free.height = Survey.height(wall) ?? 4
    free.thickness = wall.measure(.thickness) ?? 1
    free.material =
      Palette.material(wall) ?? Survey(state.designs[first].description).material ?? "stone_bricks"
    free.hasBattlements = Survey(wall).has("battlements")
    guard free.length > 0 else { return false }
    a.lower.z = (a.lower.z + a.upper.z) / 2
    var design = state.designs[first]
    design.description = wall
    design.structure = free
    design.corner = Cell(a.upper.x + 1, a.lower.y, a.lower.z)
    state.designs.append(design)
    return true
  }
}
