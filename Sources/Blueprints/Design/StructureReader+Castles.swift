import VoxelWorld

extension StructureReader {
  static func castle(_ survey: Survey) -> Castle {
    var castle = Castle()
    let ring = survey.first("ring") ?? survey.first("wall") ?? survey.whole
    // A wall around a court of 25 by 25.
    let court = survey.whole.linked(.around).first.flatMap { Survey.footprint($0) }
    if let size = Survey.footprint(survey.whole) ?? Survey.footprint(ring) ?? court {
      (castle.width, castle.depth) = size
    }
    if let material = survey.material ?? Palette.material(ring) {
      castle.material = material
    }
    let inner = survey.whole.linked(.around).first
    if let height = Survey.height(ring) ?? inner.flatMap({ Survey.height($0) })
      ?? Survey.height(survey.whole)
    {
      castle.wallHeight = height
    }
    castle.towerHeight = max(castle.towerHeight, castle.wallHeight + 4)
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
      if let floors = keep.measure(.storeys)
        ?? inner.all("floor", "storey").compactMap(\.count).first
      {
        castle.keepStoreys = floors
      }
      castle.keepMaterial = Palette.material(keep)
    }
    if min(castle.width, castle.depth) < 25,
      survey.first("tower").flatMap({ Survey.footprint($0) }) == nil
    {
      castle.towerWidth = 5
    }
    // The keep leaves a yard about it.
    let room = min(castle.width, castle.depth) - 12
    if survey.lacks("keep") || room < 7 {
      castle.keepWidth = 0
    } else if survey.first("keep").flatMap({ Survey.footprint($0) }) == nil {
      castle.keepWidth = min(castle.keepWidth, room)
    }
    castle.hasMoat = survey.has("moat")
    return castle
  }

  static func cathedral(_ survey: Survey) -> Cathedral {
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
    if let height = survey.first("vault").flatMap({ Survey.height($0) }) {
      cathedral.vaultHeight = height
    }
    if let tower = survey.first("tower") {
      if let height = Survey.height(tower) { cathedral.towerHeight = height }
      if let side = side(of: tower) { cathedral.front = side }
    }
    if let bay = survey.first("buttress")?.measure(.spacing) { cathedral.bayLength = bay }
    if let rose = survey.first("rosewindow") {
      if let radius = rose.measure(.radius) { cathedral.roseRadius = radius }
      if let width = rose.measure(.diameter) { cathedral.roseRadius = width / 2 }
      if let colour = rose.colours.first,
        let block = BlockTable.standard.block(named: colour + "_stained_glass")
      {
        cathedral.glass = block.usual
      }
    }
    if let material = survey.material { cathedral.material = material }
    if let roof = survey.first("roof"), let material = Palette.material(roof) {
      cathedral.roof = material
    }
    return cathedral
  }

  static func mansion(_ survey: Survey) -> Mansion {
    var mansion = Mansion()
    if let size = Survey.footprint(survey.whole) { (mansion.width, mansion.depth) = size }
    if let walls = survey.material { mansion.walls = walls }
    mansion.front = survey.front ?? .south
    if let roof = survey.first("roof"), let material = Palette.material(roof, as: .wall) {
      mansion.roof = material
    }
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
    if !lower.isEmpty || !upper.isEmpty { (mansion.lower, mansion.upper) = spread(lower, upper) }
    if let chairs = survey.first("chair")?.count { mansion.chairs = chairs }
    if let shelves = survey.first("bookshelf")?.count { mansion.bookshelves = shelves }
    mansion.hasBalcony = survey.has("balcony")
    mansion.hasHedgePath =
      survey.has("hedge")
      || survey.all("path").contains { $0.qualifiers.contains { $0.name == "hedge" } }
    if let bed = survey.first("bed"), let block = Palette.block(bed), !bed.colours.isEmpty {
      mansion.bed = block
    }
    return mansion
  }

  /// Four rooms on each storey: bedrooms above where there is room, storage where nothing is named.
  static func spread(
    _ lower: [Mansion.Room], _ upper: [Mansion.Room]
  ) -> ([Mansion.Room], [Mansion.Room]) {
    let all = lower.prefix(4) + upper.prefix(4)
    var below = Array(lower.prefix(4))
    var above = Array(upper.prefix(4))
    for room in lower.dropFirst(4) + upper.dropFirst(4) where all.count <= 8 {
      if below.count < 4 { below.append(room) } else if above.count < 4 { above.append(room) }
    }
    while below.count < 4 { below.append(below.contains(.study) ? .storage : .study) }
    while above.count < 4 { above.append(above.contains(.study) ? .storage : .study) }
    return (below, above)
  }

  /// A curtain wall alone is a castle without towers and keep, which nobody asked for; a wall is.
  static func ring(_ survey: Survey) -> Castle {
    var castle = castle(survey)
    castle.hasTowers = survey.has("tower")
    castle.hasGatehouse = survey.has("gatehouse")
    castle.keepWidth = survey.has("keep") ? castle.keepWidth : 0
    return castle
  }
}
