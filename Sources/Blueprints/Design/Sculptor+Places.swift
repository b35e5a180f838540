import VoxelWorld

extension Sculptor {
  func isRing(_ solid: SolidPlan) -> Bool {
    if case .skin(.box, .both) = solid.form { return true }
    return solid.form == .solid(.box)
  }

  /// Lays a ring, two blocks away, about something.
  func encircle(_ host: Item, with solid: inout SolidPlan) -> Cell {
    let gap = solid.isFence ? 2 : 0
    // A way in has to be left.
    if solid.isFence, solid.gates.isEmpty { solid.gates = [.south] }
    solid.form = .skin(.box, .both)
    solid.size = Cell(host.size.x + 2 * gap + 2, solid.size.y, host.size.z + 2 * gap + 2)
    return Cell(host.lower.x - gap - 1, max(0, host.lower.y), host.lower.z - gap - 1)
  }

  /// The item that a thing means, newest first.
  func item(_ thing: Entity) -> Int? {
    if thing.reference == .pronoun { return antecedent ?? items.indices.last }
    if thing.concept == nil, thing.materials.isEmpty, thing.colours.isEmpty,
      thing.quantity != nil
    {
      return antecedent ?? items.indices.last
    }
    guard thing.reference != .new || thing.quantity != nil else { return nil }
    let found = items.indices.last { index in
      let other = items[index].thing
      let isSame = thing.concept == nil || other.concept == thing.concept
      let names = thing.materials + thing.colours
      let others =
        other.materials + other.colours
        + other.linked(.of, .madeOf).flatMap { $0.materials + $0.colours }
      return isSame && names.allSatisfy { name in others.contains { $0.hasPrefix(name) } }
    }
    return found ?? (thing.reference == .known ? items.indices.last : nil)
  }

  /// The relations that say where a shape stands.
  static func position(_ link: Link) -> Preposition? {
    switch link.relation {
    case .on, .above, .beside, .under, .inside, .around, .at, .against: link.relation
    default: nil
    }
  }

  /// Where a shape with no relation goes: the first in the middle, others to the east of the last.
  func free(_ solid: SolidPlan) -> Cell {
    guard let last = items.last else { return Cell(-solid.extent.x / 2, 0, -solid.extent.z / 2) }
    let x = items.map { $0.lower.x + $0.size.x }.max() ?? 0
    return Cell(x + 2, 0, last.lower.z)
  }

  func cells(
    for solid: SolidPlan, _ relation: Preposition, _ link: Link, _ host: Item
  ) -> [Cell] {
    let size = solid.extent
    if link.quantity != nil, link.sides.contains(.side), [.on, .at, .beside].contains(relation) {
      // On each of its four sides.
      return [Side.east, .west, .south, .north].flatMap {
        cells(for: solid, .beside, Link(.beside, [$0]), host)
      }
    }
    let middle = Cell(
      host.lower.x + half(host.size.x, size.x), host.lower.y,
      host.lower.z + half(host.size.z, size.z))
    // Three blocks east of a block leaves two free between them.
    let gap = max(0, (link.measures.first?.values.first ?? 1) - 1)
    switch relation {
    case .on, .above:
      let y = host.lower.y + host.size.y + (relation == .above ? gap : 0)
      let owners = link.ground.map { $0.sides + $0.links.flatMap(\.sides) } ?? []
      if (link.sides + owners).contains(.corner) { return corners(host, size, y) }
      return [Cell(middle.x, y, middle.z)]
    case .under: return [Cell(middle.x, host.lower.y - size.y, middle.z)]
    case .inside: return [Cell(middle.x, host.lower.y + half(host.size.y, size.y), middle.z)]
    case .at where link.sides.contains(.corner) && link.quantity != nil:
      return corners(host, size, host.lower.y + host.size.y)
    case .at where link.sides.contains(.top):
      return [Cell(middle.x, host.lower.y + host.size.y, middle.z)]
    case .at where link.sides.contains(.middle):
      return [Cell(middle.x, host.lower.y + host.size.y, middle.z)]
    default:
      let sides = link.sides.compactMap { Compass.direction($0, front: .south) }
      return (sides.isEmpty ? [.east] : sides).map { side in
        switch side {
        case .east: Cell(host.lower.x + host.size.x + gap, middle.y, middle.z)
        case .west: Cell(host.lower.x - size.x - gap, middle.y, middle.z)
        case .south: Cell(middle.x, middle.y, host.lower.z + host.size.z + gap)
        case .north: Cell(middle.x, middle.y, host.lower.z - size.z - gap)
        case .up: Cell(middle.x, host.lower.y + host.size.y, middle.z)
        case .down: Cell(middle.x, host.lower.y - size.y, middle.z)
        }
      }
    }
  }

  /// Half of what one length has more than another, rounded down on both sides of zero.
  func half(_ a: Int, _ b: Int) -> Int { (a - b) >> 1 }

  func corners(_ host: Item, _ size: Cell, _ y: Int) -> [Cell] {
    let far = host.lower + host.size - size
    return [
      Cell(host.lower.x, y, host.lower.z), Cell(far.x, y, host.lower.z), Cell(far.x, y, far.z),
      Cell(host.lower.x, y, far.z),
    ]
  }
}
