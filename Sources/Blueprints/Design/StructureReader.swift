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

}
