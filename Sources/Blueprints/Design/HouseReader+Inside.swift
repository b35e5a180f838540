import VoxelWorld

extension HouseReader {
  mutating func readInside() {
    for part in survey.parts where !part.thing.isNegated {
      guard let concept = part.thing.concept, concept.category == .piece else { continue }
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
