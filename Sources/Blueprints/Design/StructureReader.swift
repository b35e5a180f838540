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
    case "tower", "watchtower", "lighthouse", "windmill": return tower(survey)
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
    case "ring": return ring(survey)
    case "doorway", "hiddendoor", "opening": return hiddenDoor(survey)
    default: return concept.category == .picture ? PictureReader.picture(survey) : nil
    }
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
    if let material = Palette.material(whole) { tower.material = material }
    if let material = survey.all("wall").compactMap({ Palette.material($0) }).first { tower.material = material }
    tower.hasLamps = survey.has("redstone_lamp")
    if survey.lacks("ladder") { tower.hasLadder = false }
    if survey.lacks("battlements") { tower.hasBattlements = false }
    if survey.lacks("window") { tower.hasWindows = false }
    for part in survey.parts where part.thing.concept?.name == "torch" || part.thing.concept?.name == "lantern" {
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

  private static func castle(_ survey: Survey) -> Castle {
    var castle = Castle()
    let ring = survey.first("ring") ?? survey.first("wall") ?? survey.whole
    if let size = Survey.footprint(survey.whole) ?? Survey.footprint(ring) { (castle.width, castle.depth) = size }
    if let material = Palette.material(survey.whole) ?? Palette.material(ring) { castle.material = material }
    if let height = Survey.height(ring) { castle.wallHeight = height }
    castle.front = survey.front ?? side(of: survey.first("gatehouse")) ?? .south
    if survey.lacks("battlements") { castle.hasBattlements = false }
    castle.hasTowers = !survey.lacks("tower")
    if let tower = survey.first("tower") {
      castle.hasRoundTowers = !tower.traits.contains("square")
      if let height = Survey.height(tower) { castle.towerHeight = height }
      if let size = Survey.footprint(tower) { castle.towerWidth = size.x }
    }
    for opening in survey.all("opening", "gate", "doorway") {
      if let width = opening.measure(.width) { castle.gateWidth = width }
      if let height = opening.measure(.height) { castle.gateHeight = height }
      if let size = opening.measures.first(where: { $0.dimension == .footprint })?.values {
        (castle.gateWidth, castle.gateHeight) = (size[0], size[1])
      }
    }
    if let keep = survey.first("keep") {
      if let size = Survey.footprint(keep) { castle.keepWidth = size.x }
      let inner = Survey(keep)
      if let floors = keep.measure(.storeys) ?? inner.all("floor", "storey").compactMap(\.count).first {
        castle.keepStoreys = floors
      }
      castle.keepMaterial = Palette.material(keep)
    }
    castle.hasMoat = survey.has("moat")
    return castle
  }

  private static func side(of thing: Entity?) -> Direction? {
    guard let thing else { return nil }
    return Survey.sides(thing).compactMap { Compass.direction($0) }.first
  }

  private static func cathedral(_ survey: Survey) -> Cathedral {
    var cathedral = Cathedral()
    if let nave = survey.first("nave") {
      if let length = nave.measure(.length) { cathedral.length = length }
      if let width = nave.measure(.width) { cathedral.naveWidth = width }
      if let size = nave.measures.first(where: { $0.dimension == .footprint }) {
        (cathedral.length, cathedral.naveWidth) = (size.values[0], size.values[1])
      }
    } else if let size = Survey.footprint(survey.whole) {
      (cathedral.length, cathedral.naveWidth) = (max(size.x, size.z), min(size.x, size.z))
    }
    if let height = survey.first("vault").flatMap({ Survey.height($0) }) { cathedral.vaultHeight = height }
    if let tower = survey.first("tower") {
      if let height = Survey.height(tower) { cathedral.towerHeight = height }
      if let side = side(of: tower) { cathedral.front = side }
    }
    if let bay = survey.first("buttress")?.measure(.spacing) { cathedral.bayLength = bay }
    if let rose = survey.first("rosewindow") {
      if let radius = rose.measure(.radius) { cathedral.roseRadius = radius }
      if let width = rose.measure(.diameter) { cathedral.roseRadius = width / 2 }
      if let colour = rose.colours.first, let block = BlockTable.standard.block(named: colour + "_stained_glass") {
        cathedral.glass = block.usual
      }
    }
    if let material = Palette.material(survey.whole) { cathedral.material = material }
    if let roof = survey.first("roof"), let material = Palette.material(roof) { cathedral.roof = material }
    return cathedral
  }

  private static func mansion(_ survey: Survey) -> Mansion {
    var mansion = Mansion()
    if let size = Survey.footprint(survey.whole) { (mansion.width, mansion.depth) = size }
    if let walls = Palette.material(survey.whole) { mansion.walls = walls }
    mansion.front = survey.front ?? .south
    if let roof = survey.first("roof"), let material = Palette.material(roof, as: .wall) { mansion.roof = material }
    var lower: [Mansion.Room] = []
    var upper: [Mansion.Room] = []
    for room in survey.parts.map(\.thing) where room.concept?.category == .room && !room.isNegated {
      let count = max(1, min(room.count ?? 1, 8))
      switch room.concept?.name {
      case "kitchen": lower.append(.kitchen)
      case "dining": lower.append(.dining)
      case "library": lower.append(.library)
      case "bathroom": lower.append(.bathroom)
      case "bedroom": upper += Array(repeating: .bedroom, count: count)
      default: break
      }
    }
    if !lower.isEmpty { mansion.lower = lower }
    if !upper.isEmpty { mansion.upper = upper }
    if let chairs = survey.first("chair")?.count { mansion.chairs = chairs }
    if let shelves = survey.first("bookshelf")?.count { mansion.bookshelves = shelves }
    mansion.hasBalcony = survey.has("balcony")
    mansion.hasHedgePath = survey.has("hedge") || survey.all("path").contains { $0.qualifiers.contains { $0.name == "hedge" } }
    if let bed = survey.first("bed"), let block = Palette.block(bed), !bed.colours.isEmpty { mansion.bed = block }
    return mansion
  }

  private static func village(_ survey: Survey) -> Village {
    var village = Village()
    if let houses = survey.first("house", "cottage", "hut", "cabin")?.count { village.houses = max(1, min(houses, 12)) }
    if let path = survey.first("path").flatMap({ Palette.block($0) }) { village.path = path }
    if survey.has("fountain") { village.centre = .fountain }
    village.hasLampPosts = survey.has("lamppost")
    if let style = Styles.named(in: survey.whole) { village.styles = [style] }
    return village
  }

  private static func bridge(_ survey: Survey) -> Bridge {
    var bridge = Bridge()
    if let width = survey.whole.measure(.width) { bridge.width = width }
    bridge.length = survey.whole.measure(.length)
    if let size = survey.whole.measures.first(where: { $0.dimension == .footprint }) {
      bridge.length = max(size.values[0], size.values[1])
      bridge.width = min(size.values[0], size.values[1])
    }
    if let material = Palette.material(survey.whole) { bridge.material = material }
    bridge.hasRailings = survey.has("railing", "fence", "parapet") || !survey.lacks("railing")
    let sides = survey.whole.links.flatMap(\.sides)
    if sides.contains(.north) || sides.contains(.south) { bridge.isAlongX = false }
    if let light = survey.first("torch", "lantern", "light") { bridge.light = Palette.block(light) ?? "lantern" }
    return bridge
  }

  private static func well(_ survey: Survey) -> Well {
    var well = Well()
    if let size = Survey.footprint(survey.whole) { well.width = size.x }
    for part in survey.parts.map(\.thing) where part.concept == nil || part.concept?.name == "ring" {
      guard let material = Palette.material(part), material.id != "water" else { continue }
      well.material = material
      if let size = Survey.footprint(part) { well.width = size.x }
    }
    if let material = Palette.material(survey.whole) { well.material = material }
    if let post = survey.first("fencepost", "post", "fence", "pillar") {
      well.post = Palette.block(post, as: .fence) ?? "oak_fence"
      if let height = Survey.height(post) { well.postHeight = height }
    }
    if let roof = survey.first("roof"), let material = Palette.material(roof, as: .slab) { well.roof = material }
    if survey.lacks("roof") { well.roof = nil }
    return well
  }

  private static func fountain(_ survey: Survey) -> Fountain {
    var fountain = Fountain()
    if let size = Survey.footprint(survey.whole) { fountain.width = size.x }
    if let height = Survey.height(survey.whole) { fountain.columnHeight = max(1, height - 1) }
    if let material = Palette.material(survey.whole) { fountain.material = material }
    return fountain
  }

  private static func pool(_ survey: Survey) -> Pool {
    var pool = Pool()
    if let size = survey.whole.measures.first(where: { $0.dimension == .footprint }) {
      (pool.width, pool.depth) = (size.values[0], size.values[1])
    } else if let length = survey.whole.measure(.length), let width = survey.whole.measure(.width) {
      (pool.width, pool.depth) = (length, width)
    }
    if let depth = survey.whole.measure(.depth) ?? Survey.height(survey.whole) { pool.waterDepth = depth }
    for (thing, link) in survey.substances where link.relation == .madeOf || link.relation == .of || link.relation == .with {
      if let block = Palette.block(thing), block.block.name != "water" { pool.lining = block }
    }
    if let lining = survey.first("lining").flatMap({ Palette.block($0) }) ?? Palette.block(survey.whole) { pool.lining = lining }
    let deck = survey.first("deck", "border", "walkway", "platform", "path")
    if let deck {
      pool.deck = Palette.block(deck) ?? "quartz_block"
      pool.deckWidth = deck.measure(.width) ?? deck.measure(.thickness) ?? 1
    } else {
      pool.deck = nil
    }
    pool.hasLadder = survey.has("ladder")
    return pool
  }

  private static func farm(_ survey: Survey) -> Farm {
    var farm = Farm()
    let crops = ["wheat": 7, "carrots": 7, "potatoes": 7, "beetroots": 3]
    for thing in [survey.whole] + survey.parts.map(\.thing) {
      for name in thing.materials {
        if let age = crops[name], let state = try? BlockState(parsing: "\(name)[age=\(age)]") { farm.crop = state }
      }
      if thing.materials.contains("farmland") || thing.concept == survey.whole.concept, let size = Survey.footprint(thing) {
        (farm.width, farm.depth) = size
      }
    }
    let fence = survey.first("fence")
    farm.fence = survey.lacks("fence") ? nil : fence.flatMap { Palette.material($0, as: .fence) } ?? "oak_fence"
    if let gate = survey.first("gate"), let side = side(of: gate) { farm.front = side }
    return farm
  }

  private static func garden(_ survey: Survey) -> Garden {
    var garden = Garden()
    if let size = Survey.footprint(survey.whole) { (garden.width, garden.depth) = size }
    if let path = survey.first("path").flatMap({ Palette.block($0) }) { garden.path = path }
    if survey.lacks("hedge") { garden.hedge = nil }
    if survey.lacks("fountain") { garden.hasFountain = false }
    return garden
  }

  private static func lampPost(_ survey: Survey) -> LampPost {
    var post = LampPost()
    if let height = Survey.height(survey.whole) { post.height = height }
    if let light = survey.first("lantern", "torch", "glowstone").flatMap({ Palette.block($0) }) { post.light = light }
    if let material = Palette.block(survey.whole, as: .fence) { post.post = material }
    return post
  }

  /// A curtain wall alone is a castle without towers and keep, which nobody asked for; a wall is.
  private static func ring(_ survey: Survey) -> Castle {
    var castle = castle(survey)
    castle.hasTowers = survey.has("tower")
    return castle
  }

  private static func hiddenDoor(_ survey: Survey) -> HiddenDoor? {
    guard survey.has("sticky_piston", "piston") || survey.whole.traits.contains("locked") else { return nil }
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
