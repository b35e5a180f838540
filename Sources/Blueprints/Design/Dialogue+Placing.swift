import VoxelWorld

extension Dialogue {
  var latestSize: Cell? {
    switch state.latest {
    case .shape(let index): return SolidReader.solid(state.shapes[index].thing)?.extent
    case .design(let index):
      return state.designs[index].box(on: site).map { $0.upper - $0.lower + Cell(1, 1, 1) }
    case nil: return nil
    }
  }

  var latestDesign: Int? {
    if case .design(let index)? = state.latest { return index }
    return state.designs.indices.last
  }

  /// Beside what stands: on the side named, else to the east of everything.
  func placed(_ design: Design, _ object: Entity) -> Design {
    var design = design
    let new = design.structure.footprint
    let link = object.links.first {
      [.beside, .at, .on, .against].contains($0.relation) && !($0.sides.isEmpty && $0.ground == nil)
    }
    guard let host = hostBox(link?.ground, link?.sides ?? []) else { return design }
    let distance = link?.measures.first?.values.first
    let gap = distance ?? 4
    let side =
      link?.sides.compactMap { Compass.direction($0, front: .south) }.first { $0.isHorizontal }
      ?? .east
    let (lower, upper) = host
    design.corner = lower
    switch side {
    case .west: design.corner.x = lower.x - new.x - gap
    case .south: design.corner.z = upper.z + 1 + gap
    case .north: design.corner.z = lower.z - new.z - gap
    default: design.corner.x = upper.x + 1 + gap
    }
    design.corner.y = site.height(design.corner.x + new.x / 2, design.corner.z + new.z / 2)
    return design
  }

  /// The outline of the thing that another one stands beside.
  func hostBox(_ ground: Entity?, _ sides: [Side]) -> (lower: Cell, upper: Cell)? {
    if ground == nil, !sides.isEmpty, case .design(let index)? = state.latest {
      return outline(state.designs[index])
    }
    if ground == nil || ground?.reference == .new || ground?.reference == .pronoun,
      let last = state.designs.last
    {
      return outline(last)
    }
    if case .design(let index)? = target(ground) { return outline(state.designs[index]) }
    if let last = state.designs.last { return outline(last) }
    var sculptor = Sculptor(PlanWriter("shapes"), among: [])
    guard sculptor.perform(state.shapes), let item = sculptor.items.last else { return nil }
    return (item.lower, item.lower + item.size - Cell(1, 1, 1))
  }

  func outline(_ design: Design) -> (lower: Cell, upper: Cell) {
    let size = design.structure.footprint
    return (design.corner, design.corner + Cell(size.x - 1, 0, size.z - 1))
  }
}
