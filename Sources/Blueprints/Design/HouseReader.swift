import VoxelWorld

/// Reads the parameters of a house out of its description.
struct HouseReader {
  let survey: Survey
  var house = House()

  static func house(_ thing: Entity) -> House {
    var reader = HouseReader(survey: Survey(thing))
    reader.read()
    return reader.house
  }

  init(survey: Survey) { self.survey = survey }

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
    } else if house.storeys > 1 {
      // Rooms under rooms are lower, or the house would look like a tower.
      house.wallHeight = 3
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
    for (thing, link) in survey.substances {
      if thing.materials == ["stairs"] || thing.linked(.between).contains(where: isStorey) {
        // Stairs between the floors.
        house.climb = thing.materials.contains("ladder") ? .ladder : .stairs
        continue
      }
      guard let material = Palette.material(thing),
        material.full.traits.flags.contains(.fullCube) || material.full.kind == .glass
          || material.full.kind == .leaves
      else { continue }
      let sides =
        link.sides
        + thing.links.flatMap { $0.sides + ($0.ground.map { $0.sides + $0.extremes } ?? []) }
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
    for part in survey.all("wall") { if let main = Palette.material(part) { dress(main) } }
    // Rows of pillars stand inside.
    for row in survey.all("row", "line", "column") where row.linked(.of).contains(where: isPillar) {
      let pillar = row.linked(.of).first(where: isPillar)
      house.pillars = pillar.flatMap { Palette.material($0, as: .post) } ?? "stone_bricks"
    }
    for part in survey.all("pillar", "post", "column", "beam")
    where Survey.sides(part).contains(.corner) {
      if let material = Palette.material(part, as: .post) { house.walls.corner = material }
    }
    // A floor of the walls' own wood would look like part of them.
    if Styles.named(in: whole) == nil {
      house.floor = house.walls.main.stem == "oak" ? "spruce_planks" : "oak_planks"
    }
    for part in survey.all("floor") where part.measures.isEmpty && (part.count ?? 1) == 1 {
      if let material = Palette.material(part) { house.floor = material }
    }
    for part in survey.all("foundation", "base") {
      guard let material = Palette.material(part) else { continue }
      house.foundation = material
      house.hasPlinth = true
    }
  }

  private func isPillar(_ thing: Entity) -> Bool {
    thing.concept?.name == "pillar" || thing.concept?.name == "column"
  }

  private func isStorey(_ thing: Entity) -> Bool {
    thing.concept?.name == "floor" || thing.concept?.name == "storey"
  }

  /// Walls of a material, with posts of the same wood if it is one.
  private mutating func dress(_ material: Material) {
    let usual = house.walls.main.isWood ? Material(house.walls.main.log.block.name) : nil
    let corner = house.walls.corner
    house.walls.main = material
    if corner == nil || corner == "oak_log" || corner == usual {
      house.walls.corner = material.isWood ? Material(material.log.block.name) : nil
    }
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
    if house.roof == .flat, !survey.all("roof").contains(where: { Palette.material($0) != nil }) {
      house.roofMaterial = house.walls.main
    }
    house.hasParapet = house.roof == .flat && survey.has("battlements", "parapet")
  }

}
