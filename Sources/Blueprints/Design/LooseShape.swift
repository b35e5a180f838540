import VoxelWorld

/// A shape that stands by itself: a block, a wall, a sphere.
struct LooseShape: Sendable {
  var thing: Entity
  var isStacked = false
  /// The shape that `it` means in its description, by number; nil for the one before.
  var antecedent: Int?
  /// Where it stands, unless its description puts it beside something.
  var foot: Cell?
  /// How far it was moved from where its description puts it.
  var shift = Cell(0, 0, 0)

  /// Whether a later text means this one.
  func isMeant(by other: Entity) -> Bool {
    let isSame =
      other.concept == nil || other.concept == thing.concept
      || other.concept?.name == "structure" || other.concept?.name == "block"
    return isSame && (other.materials + other.colours).allSatisfy { thing.speaks(of: $0) }
  }
}

extension Entity {
  /// Whether a material or a colour is named in it.
  func speaks(of name: String) -> Bool {
    if linked(.of).contains(where: { $0.concept?.name == "block" && $0.speaks(of: name) }) {
      return true
    }
    return
      (materials + colours
      + linked(.of, .madeOf, .with).filter { $0.concept == nil }
      .flatMap { $0.materials + $0.colours }).contains {
        $0.hasPrefix(name) || $0.contains("_" + name)
      }
  }

  /// What it is called, in plain words.
  var phrase: String {
    var words: [String] = []
    if let count { words.append(String(count)) }
    words += traits + colours + qualifiers.map(\.name)
    words += materials.map { $0.split(separator: "_").joined(separator: " ") }
    if let concept, !materials.contains(concept.name) { words.append(concept.name) }
    return words.joined(separator: " ")
  }

  /// The same thing made of something else.
  func repainted(with new: Entity) -> Entity {
    var thing = self
    let old = thing.materials.first ?? thing.linked(.of, .madeOf).flatMap(\.materials).first
    thing.links.removeAll { link in
      [.of, .madeOf].contains(link.relation) && link.ground.map { $0.count == nil } == true
    }
    if let index = thing.links.firstIndex(where: { $0.relation == .of && $0.ground?.count != nil }),
      let members = thing.links[index].ground
    {
      // A line of five blocks: those are repainted.
      thing.links[index].ground = members.repainted(with: new)
      return thing
    }
    thing.colours = new.colours
    thing.materials = new.materials
    if new.materials.isEmpty, let family = old.flatMap(Entity.family) {
      // Blue now: still wool.
      thing.materials = [family]
    }
    return thing
  }

  /// The kind of dyed block that it is made of.
  var family: String? {
    (materials + linked(.of, .madeOf).flatMap(\.materials)).lazy.compactMap(Entity.family).first
  }

  /// The kind of a dyed block, such as wool; nil for what comes in one colour.
  private static func family(of name: String) -> String? {
    ["stained_glass_pane", "stained_glass", "wool", "concrete", "terracotta", "carpet", "glass"]
      .first { name.hasSuffix($0) }
  }
}
