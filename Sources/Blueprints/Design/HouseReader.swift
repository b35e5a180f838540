import VoxelWorld

/// Reads the parameters of a house out of its description.
struct HouseReader {
  private let survey: Survey
  private var house = House()

  static func house(_ thing: Entity) -> House {
    var reader = HouseReader(survey: Survey(thing))
    reader.read()
    return reader.house
  }

  private init(survey: Survey) { self.survey = survey }

  private mutating func read() {
    let whole = survey.whole
    if let style = Styles.named(in: whole) { style.dress(&house) }
    if whole.concept?.name == "room" {
      house.roof = .flat
      house.windows = nil
    }
    readSize(whole)
    house.front = survey.front ?? .south
    readMaterials(whole)
    readRoof()
    readDoors()
    readWindows()
    readInside()
    readExtras()
  }

  private mutating func readSize(_ whole: Entity) {
    if whole.traits.contains("small") { (house.width, house.depth) = (7, 7) }
    if whole.traits.contains("large") { (house.width, house.depth) = (15, 11) }
    if let size = Survey.footprint(whole) { (house.width, house.depth) = size }
    let floors = survey.all("floor", "storey").compactMap(\.count).first { $0 > 1 }
    house.storeys = max(1, min(whole.measure(.storeys) ?? floors ?? 1, 16))
    if whole.traits.contains("double"), house.storeys == 1 { house.storeys = 2 }
    let walls = survey.all("wall").compactMap { Survey.height($0) }.last
    if let walls {
      house.wallHeight = max(2, walls)
    } else if let height = Survey.height(whole) {
      house.wallHeight = max(2, house.storeys > 1 ? (height - 1) / house.storeys - 1 : height)
    }
    for wing in survey.all("wing") { readWing(wing) }
    if house.wings.isEmpty, whole.traits.contains("lshaped") {
      let side = max(5, house.depth - 1)
      house.wings = [Wing(x: house.width - side, z: -side, width: side, depth: side)]
    }
  }

  private mutating func readWing(_ wing: Entity) {
    guard let size = Survey.footprint(wing) else { return }
    let isMain = wing.traits.contains("main") || wing.extremes.contains(.middle)
    let sides = Survey.sides(wing).filter { $0 != .side }
    if isMain || sides.isEmpty && house.wings.isEmpty && survey.whole.measures.isEmpty {
      (house.width, house.depth) = size
      return
    }
    let side = sides.first { $0 != .corner } ?? .northeast
    let isEast = side == .northeast || side == .southeast || side == .east
    let isNorth = side == .northeast || side == .northwest || side == .north
    var x = isEast ? house.width - size.x : 0
    var z = isNorth ? -size.z : house.depth
    if side == .east || side == .west {
      x = side == .east ? house.width : -size.x
      z = 0
    }
    house.wings.append(Wing(x: x, z: z, width: size.x, depth: size.z))
  }

  private mutating func readMaterials(_ whole: Entity) {
    if let main = Palette.material(whole) { dress(main) }
    for part in survey.all("wall") { if let main = Palette.material(part) { dress(main) } }
    for (thing, link) in survey.substances {
      guard let material = Palette.material(thing) else { continue }
      let sides = link.sides + thing.links.flatMap { $0.sides + ($0.ground.map { $0.sides + $0.extremes } ?? []) }
      let purpose = thing.linked(.forPart).first?.concept?.name
      if sides.contains(.inside) || thing.links.contains(where: { $0.relation == .inside }) {
        house.furniture.append(Furnishing(material.state, count: max(1, min(thing.count ?? 2, 64))))
        continue
      }
      if thing.count != nil { continue }
      if sides.contains(.corner) {
        house.walls.corner = Palette.material(thing, as: .post) ?? material
      } else if sides.contains(.storey) {
        house.walls.storeys = [house.walls.storeys.first ?? house.walls.main, material]
      } else if sides.contains(.ground) {
        house.walls.storeys = [material, house.walls.storeys.last ?? material]
        house.walls.main = material
        house.walls.corner = nil
      } else if purpose == "roof" {
        house.roofMaterial = Palette.material(thing, as: .roof) ?? material
      } else if purpose == "floor" {
        house.floor = material
      } else if sides.contains(.bottom) || purpose == "base" || purpose == "foundation" {
        house.walls.base = material
      } else if link.relation == .with || link.relation == .madeOf || link.relation == .of {
        dress(material)
      }
    }
    // Usual walls are of oak; a floor of the same wood would look like part of them.
    if Styles.named(in: whole) == nil { house.floor = "spruce_planks" }
    for part in survey.all("floor") where part.measures.isEmpty && (part.count ?? 1) == 1 {
      if let material = Palette.material(part) { house.floor = material }
    }
    for part in survey.all("foundation", "base") {
      if let material = Palette.material(part) { house.foundation = material }
    }
  }

  /// Walls of a material, with posts of the same wood if it is one.
  private mutating func dress(_ material: Material) {
    house.walls.main = material
    let corner = house.walls.corner
    if corner == nil || corner == "oak_log" { house.walls.corner = material.isWood ? Material(material.log.block.name) : nil }
  }

  private mutating func readRoof() {
    if survey.lacks("roof") { house.hasRoof = false }
    let kinds: [(String, RoofKind)] = [
      ("flat", .flat), ("gable", .gable), ("hip", .hip), ("mansard", .mansard), ("domed", .dome),
      ("pyramidal", .pyramid), ("shed", .shed), ("japanese", .pagoda), ("pointed", .pyramid),
    ]
    for roof in survey.all("roof") {
      for (trait, kind) in kinds where roof.traits.contains(trait) { house.roof = kind }
      if roof.qualifiers.contains(where: { $0.name == "dome" }) { house.roof = .dome }
      if roof.qualifiers.contains(where: { $0.name == "pyramid" }) { house.roof = .pyramid }
      if let material = Palette.material(roof, as: .roof) { house.roofMaterial = material }
      if let sideways = roof.linked(.forPart).first, let material = Palette.material(sideways) {
        house.roofMaterial = material
      }
    }
    if house.roof == .flat, survey.first("roof").flatMap({ Palette.material($0) }) == nil {
      house.roofMaterial = house.walls.main
    }
    house.hasParapet = house.roof == .flat && survey.has("battlements", "parapet")
  }

  private mutating func readDoors() {
    if survey.lacks("door") {
      house.doors = []
      return
    }
    let doors = survey.parts.filter { part in
      part.thing.concept?.name == "door" && !part.thing.isNegated && part.link.relation != .beside
        && part.host?.category != .room && part.link.relation != .upTo && part.link.relation != .at
        && part.thing.quantity == nil
    }.map(\.thing)
    guard !doors.isEmpty else {
      if survey.has("doorway") { house.doors = [DoorPlan(nil, block: nil)] }
      readSwitches()
      return
    }
    house.doors = doors.flatMap { door -> [DoorPlan] in
      let block = Palette.block(door, as: .door) ?? Palette.material(survey.whole)?.door ?? "oak_door"
      let sides = Survey.sides(door).compactMap { Compass.direction($0, front: house.front) }
      let count = max(1, min(door.count ?? 1, 4))
      var plan = DoorPlan(sides.first, block: block)
      plan.isDouble = door.traits.contains("double")
      let others: [Direction] = [house.front, house.front.opposite, house.front.clockwise, house.front.counterclockwise]
      return (0..<count).map { index in
        guard count > 1 else { return plan }
        var copy = plan
        copy.side = index < sides.count ? sides[index] : others[index]
        return copy
      }
    }
    readSwitches()
  }

  /// Levers and buttons beside an iron door; a lever that switches lamps.
  private mutating func readSwitches() {
    let switches = survey.parts.filter { part in
      let name = part.thing.concept?.name ?? ""
      return name == "lever" || name.hasSuffix("button") || name.hasSuffix("pressure_plate")
    }
    if let lamps = survey.first("redstone_lamp") {
      let size = Survey.footprint(lamps) ?? (2, 2)
      house.lamps = LampPlan(across: min(size.x, 4), along: min(size.z, 4))
      return
    }
    guard !house.doors.isEmpty else { return }
    for part in switches {
      let block = Palette.block(part.thing) ?? "lever"
      let sides = Survey.sides(part.thing)
      if sides.contains(.inside) { house.doors[0].inside = block } else { house.doors[0].outside = block }
      if part.thing.quantity == .both || sides.contains(.inside) && sides.contains(.outside) {
        house.doors[0].outside = block
      }
    }
  }

  private mutating func readWindows() {
    if survey.lacks("window") { house.windows = nil }
    for window in survey.all("window") {
      var plan = house.windows ?? WindowPlan()
      if let block = Palette.block(window, as: .pane) { plan.block = block }
      if let size = Survey.footprint(window) { (plan.width, plan.height) = size }
      if let height = window.measure(.height) { plan.height = height }
      if let count = window.count { plan.count = max(1, min(count, 16)) }
      let sides = Survey.sides(window).compactMap { Compass.direction($0, front: house.front) }
      if !sides.isEmpty { plan.sides = sides }
      if let spacing = window.measure(.spacing) { plan.gap = max(1, spacing - plan.width) }
      house.windows = plan
    }
    if house.windows != nil, survey.lacks("window") { house.windows = nil }
  }

  private mutating func readInside() {
    for part in survey.parts where !part.thing.isNegated {
      guard let concept = part.thing.concept, concept.category == .piece else { continue }
      read(piece: part.thing, concept.name)
    }
    if survey.has("ladder") { house.climb = .ladder }
    if survey.has("staircase", "steps"), house.storeys > 1 { house.climb = .stairs }
  }

  private mutating func read(piece: Entity, _ name: String) {
    switch name {
    case "torch", "lantern", "soul_lantern", "soul_torch", "light":
      let block = Palette.block(piece) ?? "torch"
      house.light = block.block.name == "torch" ? "wall_torch" : block
      house.lightCount = piece.count
    case "campfire", "block", "sign": break
    case "chair", "sofa":
      house.furniture.append(Furnishing("oak_stairs", count: piece.count ?? 2))
    case "table": house.furniture.append(Furnishing("crafting_table", count: piece.count ?? 1))
    default:
      guard let block = Palette.block(piece, as: .thing) else { return }
      house.furniture.append(
        Furnishing(block, count: max(1, min(piece.count ?? 1, 64)), spot: spot(piece)))
    }
  }

  private func spot(_ piece: Entity) -> Furnishing.Spot {
    let sides = Survey.sides(piece)
    if sides.contains(.corner) {
      if sides.contains(.left) { return .leftCorner }
      if sides.contains(.right) { return .rightCorner }
    }
    if sides.contains(.left) { return .left }
    if sides.contains(.right) { return .right }
    if sides.contains(.back) { return .back }
    if sides.contains(.middle) { return .centre }
    return .anywhere
  }

  private mutating func readExtras() {
    if let chimney = survey.first("chimney") {
      house.chimney = HouseReader.chimney(chimney, front: house.front)
    }
  }

  static func chimney(_ thing: Entity, front: Direction) -> ChimneyPlan {
    var plan = ChimneyPlan()
    plan.side = Survey.sides(thing).compactMap { Compass.direction($0, front: front) }.first
    if let material = Palette.material(thing) { plan.material = material }
    plan.hasCampfire = thing.linked(.with).contains { $0.concept?.name == "campfire" }
    return plan
  }
}
