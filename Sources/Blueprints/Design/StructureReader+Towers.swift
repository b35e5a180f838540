import VoxelWorld

extension StructureReader {
  /// How many floors a tower is said to have.
  static func floors(_ survey: Survey) -> Int? {
    survey.whole.measure(.storeys)
      ?? survey.all("floor", "storey").compactMap(\.count).first { $0 > 1 }
  }

  static func hasFloors(_ survey: Survey) -> Bool {
    floors(survey) != nil && !survey.whole.traits.contains("round")
  }

  /// Storeys one above the other under a flat roof.
  static func block(_ survey: Survey, storeys: Int) -> House {
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

  static func pagoda(_ survey: Survey) -> Pagoda {
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

  static func spiral(_ survey: Survey) -> SpiralStairs {
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

  static func gatehouse(_ survey: Survey) -> Gatehouse {
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

  static func tower(_ survey: Survey) -> Tower {
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
  static func readBands(_ survey: Survey, into tower: inout Tower) {
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
}
