import VoxelWorld

extension Entity {
  /// Whether only a number of what was spoken of last is wanted.
  var isMoreOfTheSame: Bool {
    reference == .new && concept == nil && materials.isEmpty && colours.isEmpty && count != nil
      && picture.isEmpty && measures.isEmpty
  }
}

extension Link {
  /// Whether it leads to what was spoken of before.
  var refersBack: Bool { ground?.reference == .pronoun }
}

extension Entity {
  /// Three huts around a well are a village; nil for anything else.
  var asVillage: Entity? {
    guard concept?.category == .building, (count ?? 1) > 1,
      let centre = linked(.around).first, ["well", "fountain"].contains(centre.concept?.name ?? "")
    else { return nil }
    var village = Entity()
    village.concept = Concept(.building, "village")
    var houses = self
    houses.links.removeAll { $0.relation == .around }
    village.links = [Link(.with, ground: houses), Link(.with, ground: centre)]
    return village
  }

  /// With the size of the square that a number of things lies in, and what hangs on that.
  var arranged: Entity {
    guard (count ?? 1) > 1, measures.isEmpty,
      let index = links.firstIndex(where: {
        $0.relation == .inside && $0.ground?.concept?.name == "square"
          && $0.ground?.measures.isEmpty == false
      }), let square = links[index].ground
    else { return self }
    var thing = self
    thing.links.remove(at: index)
    thing.links += square.links
    thing.measures = square.measures
    thing.count = nil
    if thing.concept?.category != .shape { thing.links.append(Link(.of, ground: asMaterial)) }
    thing.concept = Concept(.shape, "floor")
    thing.materials = []
    return thing
  }

  /// What it is made of, as a substance.
  var asMaterial: Entity {
    var thing = Entity()
    thing.materials = materials
    thing.colours = colours
    return thing
  }

  /// The same thing, as one that stands.
  var asKnown: Entity {
    var thing = Entity()
    thing.concept = concept
    thing.reference = .known
    return thing
  }

  /// Whether only a side says where it is: on top, behind.
  var isBesideTheLast: Bool {
    links.contains { $0.ground == nil && !$0.sides.isEmpty && Sculptor.position($0) != nil }
  }

  /// Whether its place is given by what was spoken of before.
  var refersBack: Bool { links.contains(where: \.refersBack) }

  /// The building that comes last after its parts were described, with those parts; nil where there
  /// is none.
  static func gathered(_ things: [Entity]) -> Entity? {
    var whole: Entity?
    func without(_ thing: Entity) -> Entity {
      var thing = thing
      thing.links = thing.links.compactMap { link in
        guard link.relation == .with, let ground = link.ground else { return link }
        if whole == nil, ground.reference == .new, ground.concept?.category == .building {
          whole = ground
          return nil
        }
        var link = link
        link.ground = without(ground)
        return link
      }
      return thing
    }
    var parts: [Entity] = []
    for thing in things {
      if whole == nil, thing.concept?.category == .building, thing.reference == .new {
        whole = thing
      } else {
        parts.append(without(thing))
      }
    }
    guard var found = whole else { return nil }
    for part in parts {
      var part = part
      // Parts that were hung on each other belong to the building.
      let inner = part.links.filter { $0.relation == .with }
      part.links.removeAll { $0.relation == .with }
      found.links.append(Link(.with, ground: part))
      found.links += inner
    }
    return found
  }

  /// The structure that holds the thing, where the text names the thing first: a chest in a hut.
  var rerooted: Entity {
    guard StructureReader.structure(self) == nil, concept?.category != .group else { return self }
    for (index, link) in links.enumerated() where link.relation == .with {
      // A door with a plate in a hut: the hut was hung on the plate.
      guard let ground = link.ground, StructureReader.structure(ground) == nil,
        [.part, .machine, .piece].contains(concept?.category)
      else { continue }
      var whole = ground.rerooted
      guard StructureReader.structure(whole) != nil else { continue }
      var part = self
      part.links.remove(at: index)
      whole.links.append(Link(.with, ground: part))
      return whole
    }
    for (index, link) in links.enumerated()
    where [.inside, .at, .beside, .of, .on].contains(link.relation) {
      guard var whole = link.ground?.rerooted, whole.reference == .new,
        [.building, .structure].contains(whole.concept?.category),
        StructureReader.structure(whole) != nil
      else { continue }
      var part = self
      part.links.remove(at: index)
      if link.relation == .inside { part.links.append(Link(.inside)) }
      // Before a door: outside.
      if let door = link.ground, door.concept?.category == .part {
        var door = door
        door.links.removeAll { $0.ground?.concept == whole.concept }
        if !whole.links.contains(where: { $0.ground?.concept == door.concept }) {
          whole.links.append(Link(.with, ground: door))
        }
        if link.sides.contains(.front) { part.links.append(Link(.at, [.outside])) }
      }
      whole.links.append(Link(.with, ground: part))
      return whole
    }
    return self
  }

  /// The structures that a row or a group is made of; nil for rows of blocks.
  var members: (member: Entity, count: Int)? {
    guard concept?.category == .group, let member = linked(.of).first,
      StructureReader.structure(member) != nil
    else { return nil }
    var one = member
    one.count = nil
    return (one, member.count ?? count ?? 3)
  }
}
