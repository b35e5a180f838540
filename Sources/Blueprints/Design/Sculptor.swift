import VoxelWorld

/// Builds shapes from descriptions: each in its place beside, on or around the ones before.
struct Sculptor {
  /// A shape that has its place.
  struct Item: Hashable, Sendable {
    var thing: Entity
    var lower: Cell
    var size: Cell
  }

  var plan: PlanWriter
  var items: [Item] = []
  /// What `it` means, and the item of the shape itself, by number.
  var antecedent: Int?
  var number = 0
  var foot: Cell?

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
  mutating func add(
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
  mutating func hang(_ solid: inout SolidPlan) -> Cell? {
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
  mutating func addParts(of thing: Entity) {
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

}
