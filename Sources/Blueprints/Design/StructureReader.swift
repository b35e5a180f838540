import VoxelWorld

/// Reads the parameters of whatever can be built out of a description.
struct StructureReader {
  /// What a thing describes; nil where nothing of its name can be built.
  static func structure(_ thing: Entity) -> (any Structure)? {
    guard let concept = thing.concept else { return nil }
    let survey = Survey(thing)
    if ["tower", "watchtower"].contains(concept.name), SolidReader.solid(thing) != nil {
      return nil
    }
    if concept.name == "vault", Survey.footprint(thing) != nil {
      var whole = thing
      whole.concept = Concept(.building, "room")
      return HouseReader.house(whole)
    }
    if concept.name == "keep", thing.traits.contains("round") { return tower(survey) }
    switch concept.name {
    case "house", "cottage", "cabin", "hut", "barn", "shed", "shop", "room", "building",
      "greenhouse", "temple", "shelter", "keep":
      return HouseReader.house(thing)
    case "tower" where hasFloors(survey): return block(survey, storeys: floors(survey) ?? 3)
    case "skyscraper": return block(survey, storeys: floors(survey) ?? 8)
    case "tower", "watchtower", "lighthouse", "windmill": return tower(survey)
    case "tent": return tent(survey)
    case "colosseum": return arena(survey)
    case "tree": return tree(survey)
    case "pagoda": return pagoda(survey)
    case "cellblock": return cellBlock(survey)
    case "maze": return maze(survey)
    case "flowerbed": return flowerBed(survey)
    case "orchard": return orchard(survey)
    case "path": return path(survey)
    case "pier": return pier(survey)
    case "foyer", "kitchen", "dining", "library", "bedroom", "bathroom", "living", "storage":
      // By itself a house of one room.
      var whole = thing
      whole.concept = Concept(.building, "room")
      whole.qualifiers.append(concept)
      return HouseReader.house(whole)
    case "staircase" where thing.traits.contains("spiral"): return spiral(survey)
    case "pavilion": return pavilion(survey)
    case "church": return church(survey)
    case "gatehouse": return gatehouse(survey)
    case "flag", "flagpole": return FlagReader.flag(survey)
    case "ship": return ship(survey)
    case "statue", "person", "cat", "dog", "horse", "bird", "snowman", "obelisk":
      return statue(survey)
    case "castle": return castle(survey)
    case "cathedral": return cathedral(survey)
    case "mansion":
      // A small one has the rooms of a house.
      if let size = Survey.footprint(thing), min(size.x, size.z) < 13 || max(size.x, size.z) < 19 {
        return HouseReader.house(thing)
      }
      return mansion(survey)
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
    let floor = survey.all("floor", "storey").first
    let listed = Palette.blocks(survey.whole)
    if listed.count > 1 || floor.map({ !Palette.blocks($0).isEmpty }) == true {
      // Floors of glass and iron: walls of iron with much glass in them.
      let blocks = listed.count > 1 ? listed : floor.map { Palette.blocks($0) } ?? []
      let solid = blocks.first { $0.kind != .glass && $0.kind != .pane }
      if let material = solid.flatMap({ Material($0.block.name) }) {
        house.walls = WallFinish(material)
        house.floor = material
      }
      if let glass = blocks.first(where: { $0.kind == .glass || $0.kind == .pane }) {
        house.windows = WindowPlan()
        house.windows?.block = glass
        (house.windows!.width, house.windows!.height, house.windows!.gap) = (2, 2, 1)
      }
    }
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

  private static func cellBlock(_ survey: Survey) -> CellBlock {
    var block = CellBlock()
    let rooms = survey.parts.map(\.thing).first {
      ($0.concept?.category == .room || $0.concept?.name == "room") && ($0.count ?? 0) > 1
    }
    let perSide = survey.parts.map(\.thing).first { thing in
      thing.concept == nil && thing.count != nil
        && thing.links.contains { $0.quantity == .each || $0.quantity == .both }
    }
    if let count = rooms?.count ?? perSide?.count.map({ 2 * $0 }) {
      block.rooms = max(1, min(count, 64))
    }
    if let size = rooms.flatMap({ Survey.footprint($0) }) {
      (block.roomWidth, block.roomDepth) = (max(2, size.x - 2), max(2, size.z - 2))
    }
    if let material = survey.material { block.walls = material }
    if let door = survey.first("door").flatMap({ Palette.block($0, as: .door) }) {
      block.door = door
    }
    let reader = HouseReader.house(survey.whole)
    if !reader.furniture.isEmpty {
      block.furniture = reader.furniture.map { Furnishing($0.block, spot: $0.spot) }
    }
    block.front = survey.front ?? .south
    return block
  }

  private static func maze(_ survey: Survey) -> Maze {
    var maze = Maze()
    if let size = Survey.footprint(survey.whole) { (maze.width, maze.depth) = size }
    if let height = Survey.height(survey.whole)
      ?? survey.first("wall", "hedge").flatMap({ Survey.height($0) })
    {
      maze.height = height
    }
    let wall = survey.first("wall").flatMap { Palette.block($0) }
    if let block = wall ?? survey.material?.state { maze.wall = block }
    return maze
  }

  private static func pagoda(_ survey: Survey) -> Pagoda {
    var pagoda = Pagoda()
    let base = survey.parts.first { $0.thing.isPlace && !$0.thing.measures.isEmpty }?.thing
    if let size = Survey.footprint(survey.whole) ?? base.flatMap({ Survey.footprint($0) }) {
      pagoda.width = min(size.x, size.z)
    }
    let storeys = survey.first("tier", "floor", "storey", "roof")?.count
    if let tiers = storeys ?? survey.whole.measure(.storeys) { pagoda.tiers = tiers }
    if let walls = survey.first("wall").flatMap({ Palette.material($0) }) ?? survey.material {
      pagoda.walls = walls
    }
    if let roof = survey.first("roof").flatMap({ Palette.material($0) }) { pagoda.roof = roof }
    if let height = survey.first("wall", "tier").flatMap({ Survey.height($0) }) {
      pagoda.wallHeight = height
    }
    pagoda.front = survey.front ?? .south
    return pagoda
  }

  private static func spiral(_ survey: Survey) -> SpiralStairs {
    var stairs = SpiralStairs()
    let pillar = survey.first("pillar", "column", "post")
    let steps = survey.first("steps")?.count
    if let height = Survey.height(survey.whole) ?? pillar.flatMap({ Survey.height($0) }) ?? steps {
      stairs.steps = height
    }
    if let material = survey.material { stairs.material = material }
    if let material = pillar.flatMap({ Palette.material($0) }) { stairs.pillar = material }
    if let width = pillar.flatMap({ Survey.footprint($0) })?.x { stairs.core = width }
    return stairs
  }

  private static func pavilion(_ survey: Survey) -> Pavilion {
    var pavilion = Pavilion()
    if let size = Survey.footprint(survey.whole) { (pavilion.width, pavilion.depth) = size }
    if let height = Survey.height(survey.whole) { pavilion.height = max(2, height) }
    if let post =
      (survey.first("post", "pillar", "column").flatMap { Palette.material($0, as: .post) })
      ?? survey.material
    {
      pavilion.post = post
    }
    if let roof = survey.first("roof").flatMap({ Palette.material($0, as: .roof) }) {
      pavilion.roof = roof
    } else if let material = survey.material {
      pavilion.roof = material
    }
    if let floor = survey.first("floor").flatMap({ Palette.material($0) }) {
      pavilion.floor = floor
    }
    return pavilion
  }

  private static func church(_ survey: Survey) -> Church {
    var church = Church()
    church.nave = HouseReader.house(survey.whole)
    if Survey.footprint(survey.whole) == nil { (church.nave.width, church.nave.depth) = (9, 15) }
    if let size = Survey.footprint(survey.whole), survey.whole.measure(.length) != nil {
      (church.nave.width, church.nave.depth) = (min(size.x, size.z), max(size.x, size.z))
    }
    if survey.first("wall")?.measure(.height) == nil, Survey.height(survey.whole) == nil {
      church.nave.wallHeight = 5
    }
    if survey.material == nil, Styles.named(in: survey.whole) == nil {
      church.nave.walls = WallFinish("stone_bricks")
    }
    if let tower = survey.first("tower", "spire") {
      church.towerHeight = Survey.height(tower) ?? church.towerHeight
    } else if survey.lacks("tower") {
      church.towerHeight = 0
    }
    if let glass = survey.first("window").flatMap({ Palette.block($0, as: .pane) }) {
      church.nave.windows?.block = glass.block.name == "stained_glass" ? "red_stained_glass" : glass
    }
    church.nave.windows?.height = 2
    return church
  }

  private static func gatehouse(_ survey: Survey) -> Gatehouse {
    var house = Gatehouse()
    if let size = Survey.footprint(survey.whole) { (house.width, house.depth) = size }
    if let height = Survey.height(survey.whole) { house.height = height }
    if let material = survey.material { house.material = material }
    if let gate = survey.first("gate", "opening", "doorway", "arch") {
      let size = gate.measures.first { $0.dimension == .footprint }?.values
      if let width = gate.measure(.width) ?? size?[0] { house.gateWidth = width }
      if let height = gate.measure(.height) ?? size?[1] { house.gateHeight = height }
    }
    house.front = survey.front ?? .south
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
    if survey.whole.traits.contains("large"), Survey.height(survey.whole) == nil { tree.trunk = 7 }
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
    if survey.lacks("mast") { ship.masts = 0 }
    ship.hasSails = !survey.lacks("sail")
    return ship
  }

  private static func statue(_ survey: Survey) -> Statue {
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

  private static func tower(_ survey: Survey) -> Tower {
    let whole = survey.whole
    var tower = Tower()
    if let size = Survey.footprint(whole) { tower.width = size.x }
    if let radius = whole.measure(.radius) { tower.width = 2 * radius + 1 }
    if let width = whole.measure(.diameter) { tower.width = width }
    tower.height = Survey.height(whole) ?? floors(survey).map { 5 * $0 } ?? tower.height
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
      let around = part.thing.linked(.around).flatMap { $0.sides }
      let sides = part.link.sides + Survey.sides(part.thing) + around
      if sides.contains(.corner) || sides.contains(.top) {
        tower.cornerLight = Palette.block(part.thing) ?? "torch"
      }
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
    if tower.bands.count == 1, let main = survey.material { tower.bands.insert(main.full, at: 0) }
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
      // Smaller sizes are those of the doorway.
      if let length = wall.measure(.length), length >= 7 { door.length = length }
      if let height = Survey.height(wall), height >= 5 { door.height = height }
    }
    if let front = survey.front { door.front = front }
    return door
  }
}
