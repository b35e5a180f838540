/// How well a thing fits what it may belong to, by what both are. A constant of the grammar: the
/// weights order readings, and only their differences matter.
enum Fitness {
  static func of(_ relation: Preposition, host: Entity, thing: Entity?, sides: [Side]) -> Double {
    switch relation {
    case .with, .without, .of: with(host, thing)
    case .madeOf, .like, .forPart, .rimmed, .fenced, .roofed, .floored, .walled:
      host.isPlace || host.concept?.category == .place ? -3 : 2
    case .by: host.concept?.category == .machine || host.concept?.name == "door" ? 3 : 1
    default: spatial(host, thing, sides)
    }
  }

  /// How well a thing goes into a list after a thing like `earlier`.
  static func parallel(_ thing: Entity, _ earlier: Entity) -> Double {
    var value = 0.0
    if thing.reference != earlier.reference { value -= 1 }
    // A new thing does not go on where only `it` was named.
    if earlier.reference == .pronoun, thing.reference == .new { value -= 1 }
    if thing.concept?.category == earlier.concept?.category { value += 0.8 }
    if thing.concept != nil, thing.concept == earlier.concept { value += 0.4 }
    if (thing.concept == nil) != (earlier.concept == nil) { value -= 0.4 }
    return value
  }

  static func with(_ host: Entity, _ thing: Entity?) -> Double {
    if host.isPlace { return -3 }
    let part = thing?.concept?.category
    let isBox = host.concept?.name == "block" && !host.measures.isEmpty
    switch isBox ? .shape : host.concept?.category {
    case .building?:
      return [.part: 3, .room: 3, .machine: 2.5, .structure: 2.2, .building: 2.2, .piece: 2][part]
        ?? 1.5
    case .structure?:
      return [.part: 3, .piece: 2.5, .machine: 2, .structure: 1.2, .shape: 1.8][part] ?? 1.5
    case .room?:
      return [.piece: 3, .part: 2, .machine: 2.5, .room: -2, .structure: -1][part] ?? 1.2
    case .part?:
      return [.piece: 1.2, .part: 1, .machine: 1, .room: -2, .structure: -1][part] ?? 1.4
    case .shape?: return [.part: 2.5, .piece: 1.8, .shape: 0.6, .room: -1][part] ?? 1.6
    case .picture?: return [.part: 3, .piece: 0.5][part] ?? 2
    case .place?: return -3
    default: return [.part: 0.2, .piece: -0.3, .room: -2, .structure: -1][part] ?? 0.6
    }
  }

  /// Places belong to the whole; sides and other things to what was named last and can be moved.
  private static func spatial(_ host: Entity, _ thing: Entity?, _ sides: [Side]) -> Double {
    if host.isPlace { return -2 }
    if thing?.concept?.category == .place {
      switch host.concept?.category {
      case .building?, .structure?, .shape?: return 2.4
      default: return 1
      }
    }
    switch host.concept?.category {
    case .part?, .piece?, .machine?, .structure?, .group?, nil: return 2
    case .room?, .shape?, .building?: return 1.6
    case .picture?: return 1.5
    case .place?: return 0.2
    }
  }

  /// Whether a name can mean a thing that was called something else: the house is the cottage.
  static func isSame(_ name: Concept?, _ thing: Concept?) -> Bool {
    guard let name, let thing else { return false }
    if name == thing { return true }
    if name.name == "structure" || name.name == "building" { return thing.category != .part }
    if name.name == "house" {
      return ["cottage", "cabin", "hut", "mansion", "shelter", "shed"].contains(thing.name)
    }
    if name.name == "tower" { return ["watchtower", "lighthouse", "keep"].contains(thing.name) }
    return name.category == .picture && thing.category == .picture && name.name == "picture"
  }
}
