import VoxelWorld

extension StructureReader {
  static func tree(_ survey: Survey) -> Tree {
    var tree = Tree()
    if let wood = survey.material, wood.isWood { tree.wood = wood }
    if let height = Survey.height(survey.whole) { tree.trunk = max(2, height - 2) }
    if survey.whole.traits.contains("large"), Survey.height(survey.whole) == nil { tree.trunk = 7 }
    return tree
  }

  static func ship(_ survey: Survey) -> Ship {
    var ship = Ship()
    if let length = survey.whole.measure(.length) ?? survey.whole.measure(.size) {
      ship.length = length
    }
    if let hull = survey.first("hull").flatMap({ Palette.material($0) }) ?? survey.material {
      ship.hull = hull
    }
    if let sail = survey.first("sail").flatMap({ Palette.block($0) }) { ship.sail = sail }
    if let masts = survey.first("mast")?.count { ship.masts = masts }
    if survey.lacks("mast") { ship.masts = 0 }
    ship.hasSails = !survey.lacks("sail")
    return ship
  }

  static func statue(_ survey: Survey) -> Statue {
    var statue = Statue()
    let names = [survey.whole.concept?.name] + survey.parts.map { $0.thing.concept?.name }
    statue.head = survey.first("head").flatMap { Palette.block($0) }
    let kinds = names.compactMap { $0.flatMap(Statue.Figure.init(rawValue:)) }
    statue.figure = kinds.first ?? .person
    let source = survey.parts.first { $0.thing.concept?.name == statue.figure.rawValue }?.thing
    if let block = Palette.block(survey.whole) ?? source.flatMap({ Palette.block($0) })
      ?? (statue.head == nil ? survey.material?.state : nil)
    {
      statue.material = block
    } else if statue.figure == .snowman {
      statue.material = "snow_block"
    }
    if let height = Survey.height(survey.whole) { statue.scale = statue.scale(for: height) }
    if survey.whole.traits.contains("large") { statue.scale = max(2, statue.scale) }
    statue.hasPlinth = !survey.lacks("base")
    statue.front = survey.front ?? .south
    return statue
  }

  static func side(of thing: Entity?) -> Direction? {
    guard let thing else { return nil }
    return Survey.sides(thing).compactMap { Compass.direction($0) }.first
  }

  static func hiddenDoor(_ survey: Survey) -> HiddenDoor? {
    guard survey.has("sticky_piston", "piston") || survey.whole.traits.contains("locked") else {
      return nil
    }
    var door = HiddenDoor()
    if let wall = survey.first("wall") {
      if let material = Palette.material(wall) { door.material = material }
      // Smaller sizes are those of the doorway.
      if let length = wall.measure(.length), length >= 7 { door.length = length }
      if let height = Survey.height(wall), height >= 5 { door.height = height }
    }
    if let front = survey.front { door.front = front }
    return door
  }
}
