import Math
import VoxelWorld

/// A structure that stands, with the description it was read from: edits change the description.
public struct Design: Sendable {
  public var description: Entity
  public var structure: any Structure
  /// The cell with the least coordinates of its footprint.
  public var corner: Cell

  /// The structure of a description; nil where nothing of that name can be built.
  init?(_ description: Entity, corner: Cell?, on site: Site) {
    guard let structure = StructureReader.structure(description) else { return nil }
    self.description = description
    self.structure = structure
    self.corner = corner ?? structure.place(on: site)
  }

  /// The box of all that it comes to; nil if that cannot be built.
  func box(on site: Site) -> (lower: Cell, upper: Cell)? {
    var writer = PlanWriter(structure.name)
    var random = Random(seed: 0)
    guard (try? structure.write(into: &writer, at: corner, on: site, random: &random)) != nil,
      let built = try? writer.finished().constructed()
    else { return nil }
    return (built.lower, built.upper)
  }

  /// Reads the description again after it was changed.
  mutating func reread() {
    if let structure = StructureReader.structure(description) { self.structure = structure }
  }

  // MARK: Edits

  /// Makes it longer, wider or higher: towards a side, or at its far end.
  mutating func grow(_ measure: Measure, towards sides: [Side]) {
    let amount = (measure.values.first ?? 1) * (measure.bound == .about ? 2 : 1)
    if measure.dimension == .height {
      let height = Survey.height(description) ?? wallHeight
      return setHeight(height + amount)
    }
    if measure.dimension == .storeys { return setStoreys(amount) }
    var side = sides.compactMap { Compass.direction($0, front: front) }.first { $0.isHorizontal }
    let size = structure.footprint
    if side == nil {
      let isLong = size.x >= size.z
      let alongX =
        measure.dimension == .length ? isLong : measure.dimension == .size ? true : !isLong
      side = alongX ? .east : .south
    }
    guard let side else { return }
    resize(side.x != 0 ? amount : 0, side.z != 0 ? amount : 0)
    if measure.dimension == .size { resize(0, amount) }
    if side == .west { corner.x -= amount }
    if side == .north { corner.z -= amount }
  }

  /// Sets a size that is said outright.
  mutating func set(_ measure: Measure) {
    description.measures.removeAll { $0.dimension == measure.dimension }
    if measure.dimension == .footprint {
      description.measures.removeAll { [.length, .width, .depth, .size].contains($0.dimension) }
    }
    if measure.dimension == .height { return setHeight(measure.values.first ?? 4) }
    description.measures.append(measure)
    reread()
  }

  /// Makes it large or small.
  mutating func grow(_ trait: String) -> Bool {
    switch trait {
    case "large": resize(4, 4)
    case "small": resize(-2, -2)
    case "round", "square", "solid", "hollow", "medieval", "modern", "desert", "nordic", "japanese",
      "fantasy":
      description.traits.append(trait)
      reread()
    default: return false
    }
    return true
  }

  /// Gives the walls another material, or the whole where it has no walls.
  mutating func dress(in new: Entity) {
    var wall = Entity()
    wall.concept = Concept(.shape, "wall")
    let before = structure
    replace(wall, with: new, in: wall)
    guard structure.isSame(as: before) else { return }
    description.materials = new.materials
    description.colours = new.colours
    reread()
  }

  private var front: Direction { Survey(description).front ?? .south }

  private var wallHeight: Int {
    (structure as? House)?.wallHeight ?? (structure as? Tower)?.height
      ?? (structure as? Castle)?.wallHeight ?? 4
  }

  private mutating func resize(_ x: Int, _ z: Int) {
    let size = base
    description.measures.removeAll {
      [.footprint, .length, .width, .depth, .size].contains($0.dimension)
    }
    description.measures.append(Measure(.footprint, [max(1, size.x + x), max(1, size.z + z)]))
    reread()
  }

  /// The footprint without wings.
  private var base: (x: Int, z: Int) {
    if let house = structure as? House { return (house.width, house.depth) }
    return structure.footprint
  }

  private mutating func setHeight(_ height: Int) {
    if structure is House {
      var wall = Entity()
      wall.concept = Concept(.shape, "wall")
      wall.measures = [Measure(.height, [max(2, height)])]
      return change(wall)
    }
    description.measures.removeAll { $0.dimension == .height }
    description.measures.append(Measure(.height, [max(2, height)]))
    reread()
  }

  mutating func setStoreys(_ more: Int) {
    let storeys = (structure as? House)?.storeys ?? 1
    description.measures.removeAll { $0.dimension == .storeys }
    description.measures.append(Measure(.storeys, [max(1, storeys + more)]))
    reread()
  }

  /// Gives it a part, or changes the part of that name.
  mutating func change(_ part: Entity) {
    description.links.removeAll { link in
      link.ground?.concept == part.concept && link.ground?.isNegated == true
    }
    description.links.append(Link(.with, ground: part))
    reread()
  }

  /// Takes away what is called so.
  mutating func drop(_ part: Entity) {
    func without(_ thing: Entity) -> Entity {
      var thing = thing
      thing.links = thing.links.compactMap { link in
        guard let ground = link.ground else { return link }
        if ground.concept == part.concept { return nil }
        var link = link
        link.ground = without(ground)
        return link
      }
      return thing
    }
    description = without(description)
    var gone = part
    gone.isNegated = true
    description.links.append(Link(.with, ground: gone))
    reread()
  }

  /// Puts one material in the place of another: in a part, or wherever it was named.
  mutating func replace(_ old: Entity, with new: Entity, in part: Entity?) {
    if part?.concept?.name != "floor" { holdFloor() }
    if var part {
      var found = false
      for index in description.links.indices
      where description.links[index].ground?.concept == part.concept {
        description.links[index].ground?.materials = new.materials
        description.links[index].ground?.colours = new.colours
        description.links[index].ground?.links.removeAll {
          [.of, .madeOf].contains($0.relation)
        }
        found = true
      }
      if found { return reread() }
      part.materials = new.materials
      part.colours = new.colours
      part.links = []
      return change(part)
    }
    let names = old.materials + old.colours
    func swapped(_ thing: Entity) -> Entity {
      var thing = thing
      if !names.isEmpty,
        thing.materials + thing.colours == names
          || thing.materials.contains(where: { name in names.contains { $0.hasPrefix(name) } })
      {
        thing.materials = new.materials
        thing.colours = new.colours
      }
      thing.links = thing.links.map { link in
        var link = link
        link.ground = link.ground.map(swapped)
        return link
      }
      return thing
    }
    let after = swapped(description)
    if after == description {
      var wall = Entity()
      wall.concept = Concept(.shape, "wall")
      return replace(old, with: new, in: wall)
    }
    description = after
    reread()
  }

  /// Keeps the floor as it is when the walls, after which it was chosen, change.
  private mutating func holdFloor() {
    guard let house = structure as? House, let material = house.floor,
      !description.links.contains(where: { $0.ground?.concept?.name == "floor" })
    else { return }
    var floor = Entity()
    floor.concept = Concept(.shape, "floor")
    floor.materials = [material.id]
    change(floor)
  }

  /// Writes down what a part is made of now, so that later changes leave it alone.
  mutating func hold(_ part: Entity) {
    guard let house = structure as? House, part.concept?.name == "roof" else { return }
    var roof = part
    roof.materials = [house.roofMaterial.id]
    change(roof)
  }
}
