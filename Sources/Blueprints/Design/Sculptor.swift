import VoxelWorld

/// Builds shapes from descriptions: each in its place beside, on or around the ones before.
struct Sculptor {
  /// A shape that has its place.
  struct Item: Hashable, Sendable {
    var thing: Entity
    var lower: Cell
    var size: Cell
  }

  private(set) var plan: PlanWriter
  private(set) var items: [Item] = []
  /// What `it` means, and the item of the shape itself, by number.
  private var antecedent: Int?
  private var number = 0
  private var foot: Cell?

  /// Goes on with a plan among things that stand already.
  init(_ plan: PlanWriter, among hosts: [Item]) {
    self.plan = plan
    items = hosts
  }

  /// Builds shapes one after the other; false if one of them is none.
  mutating func perform(_ shapes: [LooseShape]) -> Bool {
    var numbers: [Int] = []
    for shape in shapes {
      antecedent = shape.antecedent.flatMap { numbers.indices.contains($0) ? numbers[$0] : nil }
      defer { numbers.append(number) }
      foot = shape.foot
      guard add(shape.thing, stacked: shape.isStacked, shift: shape.shift) != nil else {
        return false
      }
    }
    return !items.isEmpty
  }

  /// Builds one thing and what it stands on, if that is new too; gives its number.
  private mutating func add(
    _ thing: Entity, stacked: Bool = false, shift: Cell = Cell(0, 0, 0)
  ) -> Int? {
    guard var solid = SolidReader.solid(thing, stacked: stacked) else { return nil }
    var spots: [Cell] = []
    let places = thing.links.filter { Sculptor.position($0) != nil }
    // Beside the bale, on its west side: one place.
    let isSided = places.contains { [.beside, .at].contains($0.relation) && !$0.sides.isEmpty }
    for link in places where !(link.relation == .beside && link.sides.isEmpty && isSided) {
      var link = link
      if link.sides.isEmpty, let ground = link.ground {
        // Beside the bale, on its west side: that side of the bale.
        link.sides = ground.links.filter(\.refersBack).flatMap(\.sides)
      }
      guard let relation = Sculptor.position(link) else { continue }
      if relation == .on, [.lever, .button].contains(solid.block.kind) {
        solid.block = solid.block.with(.face, PropertyWord.floor)
      }
      var host = link.ground.flatMap { item($0) }
      if host == nil, let ground = link.ground, ground.reference != .pronoun { host = add(ground) }
      if host == nil, link.ground == nil || link.ground?.reference == .pronoun {
        host = antecedent ?? items.indices.last
      }
      guard let host else { continue }
      if relation == .on, let quantity = link.ground?.quantity,
        [.each, .every, .all].contains(quantity), solid.extent == Cell(1, 1, 1),
        link.sides.isEmpty, link.ground?.sides.isEmpty == true
      {
        // On top of each: on every block of a row.
        let item = items[host]
        for z in 0..<min(item.size.z, 64) {
          for x in 0..<min(item.size.x, 64) {
            spots.append(item.lower + Cell(x, item.size.y, z))
          }
        }
        continue
      }
      if relation == .on, thing.concept?.name == "wall", thing.isPlural,
        thing.measure(.length) == nil
      {
        // Walls on a floor: all about it.
        let item = items[host]
        solid.form = .skin(.box, .both)
        solid.size = Cell(item.size.x, solid.size.y, item.size.z)
        spots.append(item.lower + Cell(0, item.size.y, 0))
        continue
      }
      if relation == .around, isRing(solid) {
        spots.append(encircle(items[host], with: &solid))
        continue
      }
      spots += cells(for: solid, relation, link, items[host])
    }
    if spots.isEmpty, thing.concept?.name == "roof", thing.measures.isEmpty, !items.isEmpty {
      // A roof over everything.
      let low = items.reduce(Cell(.max, .max, .max)) {
        Cell(min($0.x, $1.lower.x), min($0.y, $1.lower.y), min($0.z, $1.lower.z))
      }
      let high = items.reduce(Cell(.min, .min, .min)) {
        let end = $1.lower + $1.size
        return Cell(max($0.x, end.x), max($0.y, end.y), max($0.z, end.z))
      }
      solid.size = Cell(high.x - low.x, 1, high.z - low.z)
      spots = [Cell(low.x, high.y, low.z)]
    }
    if spots.isEmpty, let spot = hang(&solid) { spots = [spot] }
    if spots.isEmpty { spots = [foot ?? free(solid)] }
    foot = nil
    spots = spots.map { $0 + shift }
    for spot in spots { write(solid, at: spot, facing: thing) }
    items.append(Item(thing: thing, lower: spots[0], size: solid.extent))
    let number = items.count - 1
    antecedent = nil
    addParts(of: thing)
    self.number = number
    return number
  }

  /// Hangs a switch on the front of what it is to switch; nil where nothing stands yet.
  private mutating func hang(_ solid: inout SolidPlan) -> Cell? {
    guard [.lever, .button].contains(solid.block.kind), !items.isEmpty,
      let host = antecedent ?? items.indices.last
    else {
      if [.lever, .button].contains(solid.block.kind) {
        solid.block = solid.block.with(.face, PropertyWord.floor)
      }
      return nil
    }
    let item = items[host]
    if Palette.block(item.thing, as: .thing)?.kind == .lamp, item.size.x * item.size.z > 2 {
      // Dust over all lamps takes the signal on from the one that the switch hangs on.
      let top = item.lower.y + item.size.y
      plan.fill(
        Cell(item.lower.x, top, item.lower.z),
        Cell(item.lower.x + item.size.x - 1, top, item.lower.z + item.size.z - 1),
        "redstone_wire", part: "wiring")
    }
    solid.block = solid.block.with(.face, PropertyWord.wall).with(.facing, Direction.south)
    return Cell(
      item.lower.x + half(item.size.x, 1), item.lower.y + item.size.y - 1,
      item.lower.z + item.size.z)
  }

  /// Shapes that stand on or at this one: a platform with a pillar on each corner.
  private mutating func addParts(of thing: Entity) {
    let host = items[items.count - 1]
    for part in Sculptor.looseParts(of: thing) {
      var part = part
      if part.concept?.name == "roof", part.measures.isEmpty {
        part.measures = [Measure(.footprint, [host.size.x, host.size.z])]
      }
      let isSwitch = [.lever, .button].contains(Palette.block(part, as: .thing)?.kind)
      if !isSwitch, !part.links.contains(where: { Sculptor.position($0) != nil }) {
        part.links.append(Link(.on))
      }
      if part.concept?.category == .group, part.concept?.name != "stack", part.measures.isEmpty,
        part.linked(.of).allSatisfy({ $0.count == nil })
      {
        // A row of torches on a wall: as long as the wall is.
        part.measures = [Measure(.length, [max(host.size.x, host.size.z)])]
        if host.size.z > host.size.x {
          part.links += [Link(.along, [.north]), Link(.along, [.south])]
        }
      }
      items.append(host)
      _ = add(part)
    }
  }

  /// The parts of a shape that are shapes or blocks of their own.
  static func looseParts(of thing: Entity) -> [Entity] {
    let solid = SolidReader.solid(thing)
    return thing.links.compactMap { link in
      guard link.relation == .with, let part = link.ground, !part.isNegated,
        part.concept?.name != "layer", SolidReader.solid(part) != nil
      else { return nil }
      // What the shape itself has taken up stays out of it.
      var without = thing
      without.links.removeAll { $0 == link }
      return SolidReader.solid(without) == solid ? part : nil
    }
  }

  private func isRing(_ solid: SolidPlan) -> Bool {
    if case .skin(.box, .both) = solid.form { return true }
    return solid.form == .solid(.box)
  }

  /// Lays a ring, two blocks away, about something.
  private func encircle(_ host: Item, with solid: inout SolidPlan) -> Cell {
    let gap = solid.isFence ? 2 : 0
    // A way in has to be left.
    if solid.isFence, solid.gates.isEmpty { solid.gates = [.south] }
    solid.form = .skin(.box, .both)
    solid.size = Cell(host.size.x + 2 * gap + 2, solid.size.y, host.size.z + 2 * gap + 2)
    return Cell(host.lower.x - gap - 1, max(0, host.lower.y), host.lower.z - gap - 1)
  }

  /// The item that a thing means, newest first.
  private func item(_ thing: Entity) -> Int? {
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
  private func free(_ solid: SolidPlan) -> Cell {
    guard let last = items.last else { return Cell(-solid.extent.x / 2, 0, -solid.extent.z / 2) }
    let x = items.map { $0.lower.x + $0.size.x }.max() ?? 0
    return Cell(x + 2, 0, last.lower.z)
  }

  private func cells(
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
  private func half(_ a: Int, _ b: Int) -> Int { (a - b) >> 1 }

  private func corners(_ host: Item, _ size: Cell, _ y: Int) -> [Cell] {
    let far = host.lower + host.size - size
    return [
      Cell(host.lower.x, y, host.lower.z), Cell(far.x, y, host.lower.z), Cell(far.x, y, far.z),
      Cell(host.lower.x, y, far.z),
    ]
  }

  // MARK: Plan

  private mutating func write(_ solid: SolidPlan, at lower: Cell, facing thing: Entity) {
    for copy in 0..<solid.count {
      let shift = copy * ((solid.runsAlongZ ? solid.size.z : solid.size.x) + solid.gap)
      let corner = lower + (solid.runsAlongZ ? Cell(0, 0, shift) : Cell(shift, 0, 0))
      writeOne(solid, at: corner)
    }
  }

  private mutating func writeOne(_ solid: SolidPlan, at lower: Cell) {
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

  private mutating func paint(
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
  private mutating func writeTorus(_ solid: SolidPlan, _ lower: Cell) {
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

  private mutating func writeSteps(_ solid: SolidPlan, _ direction: Direction, _ lower: Cell) {
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
