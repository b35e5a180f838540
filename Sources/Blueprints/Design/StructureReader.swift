import VoxelWorld

/// Reads the parameters of whatever can be built out of a description.
struct StructureReader {
  /// What a thing describes; nil where nothing of its name can be built.
  static func structure(_ thing: Entity) -> (any Structure)? {
    guard let concept = thing.concept else { return nil }
    let survey = Survey(thing)
    switch concept.name {
    case "house", "cottage", "cabin", "hut", "barn", "shed", "shop", "room", "building", "pavilion",
      "greenhouse", "church", "temple", "shelter", "keep", "gatehouse":
      return HouseReader.house(thing)
    case "tower" where hasFloors(survey): return block(survey, storeys: floors(survey) ?? 3)
    case "skyscraper": return block(survey, storeys: floors(survey) ?? 8)
    case "tower", "watchtower", "lighthouse", "windmill": return tower(survey)
    case "tent": return tent(survey)
    case "colosseum": return arena(survey)
    case "tree": return tree(survey)
    case "flag", "flagpole": return FlagReader.flag(survey)
    case "ship": return ship(survey)
    case "statue", "person", "cat", "dog", "horse", "bird", "snowman", "obelisk":
      return statue(survey)
    case "castle": return castle(survey)
    case "cathedral": return cathedral(survey)
    case "mansion": return mansion(survey)
    case "village": return village(survey)
    case "bridge": return bridge(survey)
    case "well": return well(survey)
    case "fountain": return fountain(survey)
    case "pool": return pool(survey)
    case "farm": return farm(survey)
    case "garden": return garden(survey)
    case "lamppost": return lampPost(survey)
    case "ring" where concept.category == .structure: return ring(survey)
    case "doorway", "hiddendoor", "opening": return hiddenDoor(survey)
    default: return concept.category == .picture ? PictureReader.picture(survey) : nil
    }
  }

  /// How many floors a tower is said to have.
  private static func floors(_ survey: Survey) -> Int? {
    survey.whole.measure(.storeys)
      ?? survey.all("floor", "storey").compactMap(\.count).first { $0 > 1 }
  }

  private static func hasFloors(_ survey: Survey) -> Bool {
    floors(survey) != nil && !survey.whole.traits.contains("round")
  }

  /// Storeys one above the other under a flat roof.
  private static func block(_ survey: Survey, storeys: Int) -> House {
    var house = HouseReader.house(survey.whole)
    let isSized = Survey.footprint(survey.whole) != nil
    if !isSized { (house.width, house.depth) = (11, 11) }
    house.storeys = storeys
    house.wallHeight = 3
    if let height = Survey.height(survey.whole), height >= 3 * storeys {
      house.wallHeight = max(2, (height - 1) / storeys - 1)
    }
    if !survey.has("roof") {
      house.roof = .flat
      house.roofMaterial = house.walls.main
      house.hasParapet = survey.whole.concept?.name != "tower" || survey.has("battlements")
    }
    return house
  }

  private static func tent(_ survey: Survey) -> Tent {
    var tent = Tent()
    if let size = Survey.footprint(survey.whole) { (tent.width, tent.depth) = size }
    if let cloth = Palette.block(survey.whole) ?? survey.material?.state { tent.cloth = cloth }
    tent.front = survey.front ?? .south
    tent.furniture = HouseReader.house(survey.whole).furniture
    return tent
  }

  private static func arena(_ survey: Survey) -> ArenaBuilding {
    var arena = ArenaBuilding()
    if let size = Survey.footprint(survey.whole) { arena.width = min(size.x, size.z) }
    if let width = survey.whole.measure(.diameter) { arena.width = width }
    if let radius = survey.whole.measure(.radius) { arena.width = 2 * radius + 1 }
    if let material = survey.material { arena.material = material }
    if let rows = survey.first("seat", "row", "tier")?.count { arena.rows = rows }
    if let floor = survey.first("floor", "ground").flatMap({ Palette.block($0) }) {
      arena.ground = floor
    }
    arena.front = survey.front ?? .south
    return arena
  }

  private static func tree(_ survey: Survey) -> Tree {
    var tree = Tree()
    if let wood = survey.material, wood.isWood { tree.wood = wood }
    if let height = Survey.height(survey.whole) { tree.trunk = max(2, height - 2) }
    if survey.whole.traits.contains("large") { tree.trunk = 7 }
    return tree
  }

  private static func ship(_ survey: Survey) -> Ship {
    var ship = Ship()
    if let length = survey.whole.measure(.length) ?? survey.whole.measure(.size) {
      ship.length = length
    }
    if let hull = survey.first("hull").flatMap({ Palette.material($0) }) ?? survey.material {
      ship.hull = hull
    }
    if let sail = survey.first("sail").flatMap({ Palette.block($0) }) { ship.sail = sail }
    if let masts = survey.first("mast")?.count { ship.masts = masts }
    return ship
  }

  private static func statue(_ survey: Survey) -> Statue {
    var statue = Statue()
    let names = [survey.whole.concept?.name] + survey.parts.map { $0.thing.concept?.name }
    let kinds = names.compactMap { $0.flatMap(Statue.Figure.init(rawValue:)) }
    statue.figure = kinds.first ?? .person
    let source = survey.parts.first { $0.thing.concept?.name == statue.figure.rawValue }?.thing
    if let block = Palette.block(survey.whole) ?? source.flatMap({ Palette.block($0) })
      ?? survey.material?.state
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

  private static func tower(_ survey: Survey) -> Tower {
    let whole = survey.whole
    var tower = Tower()
    if let size = Survey.footprint(whole) { tower.width = size.x }
    if let radius = whole.measure(.radius) { tower.width = 2 * radius + 1 }
    if let width = whole.measure(.diameter) { tower.width = width }
    tower.height = Survey.height(whole) ?? whole.measure(.storeys).map { 5 * $0 } ?? tower.height
    tower.isRound = whole.traits.contains("round")
    tower.isSolid = whole.traits.contains("solid")
    tower.front = survey.front ?? .south
    if let material = survey.material { tower.material = material }
    if let material = survey.all("wall").compactMap({ Palette.material($0) }).first {
      tower.material = material
    }
    tower.hasLamps = survey.has("redstone_lamp")
    readBands(survey, into: &tower)
    if survey.lacks("ladder") { tower.hasLadder = false }
    if survey.lacks("battlements") { tower.hasBattlements = false }
    if survey.lacks("window") { tower.hasWindows = false }
    for part in survey.parts
    where part.thing.concept?.name == "torch" || part.thing.concept?.name == "lantern" {
      let sides = part.link.sides + Survey.sides(part.thing)
      if sides.contains(.corner) { tower.cornerLight = Palette.block(part.thing) ?? "torch" }
    }
    if let door = survey.first("door") { tower.door = Palette.block(door, as: .door) ?? "oak_door" }
    if let roof = survey.first("roof") {
      tower.roof = roof.traits.contains("flat") ? .flat : .pyramid
      tower.hasSpire = roof.traits.contains("pointed")
      tower.hasBattlements = survey.has("battlements")
      if let material = Palette.material(roof, as: .roof) { tower.roofMaterial = material }
    }
    if survey.has("spire") { tower.hasSpire = true }
    return tower
  }

  /// Stripes of the colours named, and the light of a lighthouse.
  private static func readBands(_ survey: Survey, into tower: inout Tower) {
    let stripes = survey.first("stripe", "line")
    if let stripes { tower.bands = Palette.blocks(stripes) }
    if survey.whole.traits.contains("striped") { tower.bands = Palette.blocks(survey.whole) }
    if tower.bands.count == 1, let block = stripes.flatMap({ Palette.block($0) }) {
      tower.bands = [tower.material.full, block]
    }
    if let height = stripes?.measure(.height) ?? stripes?.measure(.width) {
      tower.bandHeight = max(1, height)
    }
    guard survey.whole.concept?.name == "lighthouse" else { return }
    let light = survey.parts.map(\.thing).first {
      $0.concept?.name == "light" || $0.concept?.name == "lantern"
        || $0.materials.contains {
          ["glowstone", "sea_lantern", "beacon", "redstone_lamp", "shroomlight"].contains($0)
        }
    }
    tower.beacon = light.flatMap { $0.materials.isEmpty ? nil : Palette.block($0) } ?? "sea_lantern"
  }

  static func side(of thing: Entity?) -> Direction? {
    guard let thing else { return nil }
    return Survey.sides(thing).compactMap { Compass.direction($0) }.first
  }

  private static func hiddenDoor(_ survey: Survey) -> HiddenDoor? {
    guard survey.has("sticky_piston", "piston") || survey.whole.traits.contains("locked") else {
      return nil
    }
    var door = HiddenDoor()
    if let wall = survey.first("wall") {
      if let material = Palette.material(wall) { door.material = material }
      if let length = wall.measure(.length) { door.length = length }
      if let height = Survey.height(wall) { door.height = height }
    }
    if let front = survey.front { door.front = front }
    return door
  }
}
