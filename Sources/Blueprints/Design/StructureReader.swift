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
    if let material = survey.all("wall").compactMap({ Palette.material($0) }).first {
      tower.material = material
    }
    tower.hasLamps = survey.has("redstone_lamp")
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
