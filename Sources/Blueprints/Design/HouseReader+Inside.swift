import VoxelWorld

extension HouseReader {
  mutating func readInside() {
    readRooms()
    for part in survey.parts where !part.thing.isNegated {
      guard let concept = part.thing.concept, concept.category == .piece,
        part.host?.category != .room || house.rooms.isEmpty
      else { continue }
      if concept.name == "campfire", part.host?.name != "chimney" {
        house.furniture.append(Furnishing("campfire", spot: .centre))
      }
      read(piece: part.thing, concept.name)
    }
    if survey.has("ladder") { house.climb = .ladder }
    if survey.has("staircase", "steps"), house.storeys > 1 { house.climb = .stairs }
  }

  mutating func read(piece: Entity, _ name: String) {
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

  /// Rooms that are named become rooms where the house is large enough to be divided.
  private mutating func readRooms() {
    var rooms: [RoomPlan] = []
    for part in survey.parts.map(\.thing) where part.concept?.category == .room && !part.isNegated {
      let kind: Mansion.Room =
        switch part.concept?.name {
        case "kitchen": .kitchen
        case "dining": .dining
        case "library": .library
        case "bathroom": .bathroom
        case "bedroom": .bedroom
        case "storage": .storage
        case "living": .living
        default: .hall
        }
      var inner = HouseReader(survey: Survey(part))
      for piece in inner.survey.parts where piece.thing.concept?.category == .piece {
        inner.read(piece: piece.thing, piece.thing.concept?.name ?? "")
      }
      let named = inner.house.furniture
      let usual = kind.furniture.filter { thing in
        !named.contains { $0.block.kind == thing.block.kind }
      }
      for _ in 0..<max(1, min(part.count ?? 1, 8)) {
        rooms.append(RoomPlan(kind, furniture: named + usual))
      }
    }
    guard rooms.count > 1 || rooms.count == 1 && house.storeys > 1 else {
      house.furniture +=
        rooms.first?.furniture.filter { thing in
          thing.count == 1 && !survey.parts.contains { $0.host?.category == .room }
        } ?? []
      return
    }
    house.rooms = rooms
    guard Survey.footprint(survey.whole) == nil else { return }
    // As large as its rooms need.
    let perStorey = (rooms.count + house.storeys - 1) / house.storeys
    house.width = max(house.width, 6 * perStorey + 1)
    house.depth = max(house.depth, 8)
  }

  func spot(_ piece: Entity) -> Furnishing.Spot {
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

  mutating func readExtras() {
    house.hasBalcony = survey.has("balcony")
    if survey.has("stilts") || survey.whole.links.contains(where: isRaised) {
      let heights = survey.all("stilts").compactMap { Survey.height($0) }
      let distance = survey.whole.links.filter(isRaised).flatMap(\.measures).first?.values.first
      house.stilts = max(1, min(heights.first ?? distance ?? 3, 32))
    }
    if let chimney = survey.first("chimney") {
      house.chimney = HouseReader.chimney(chimney, front: house.front)
    }
  }

  /// Three blocks above the ground.
  private func isRaised(_ link: Link) -> Bool {
    link.relation == .above && link.ground?.concept?.category == .place
  }

  static func chimney(_ thing: Entity, front: Direction) -> ChimneyPlan {
    var plan = ChimneyPlan()
    plan.side = Survey.sides(thing).compactMap { Compass.direction($0, front: front) }.first
    if let material = Palette.material(thing) { plan.material = material }
    plan.hasCampfire = thing.linked(.with).contains { $0.concept?.name == "campfire" }
    return plan
  }
}
