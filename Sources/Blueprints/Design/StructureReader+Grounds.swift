import VoxelWorld

extension StructureReader {
  static func village(_ survey: Survey) -> Village {
    var village = Village()
    if let houses = survey.first("house", "cottage", "hut", "cabin")?.count {
      village.houses = max(1, min(houses, 12))
    }
    if let path = survey.first("path").flatMap({ Palette.block($0) }) { village.path = path }
    if survey.parts.contains(where: { $0.thing.materials.contains("dirt_path") }) {
      village.path = "dirt_path"
    }
    if survey.has("fountain") { village.centre = .fountain }
    village.hasLampPosts = survey.has("lamppost")
    let homes = survey.first("house", "cottage", "hut", "cabin")
    if let style = Styles.named(in: survey.whole) ?? homes.flatMap({ Styles.named(in: $0) }) {
      village.styles = [style]
    }
    return village
  }

  static func bridge(_ survey: Survey) -> Bridge {
    var bridge = Bridge()
    if let width = survey.whole.measure(.width) { bridge.width = width }
    bridge.length = survey.whole.measure(.length)
    if let size = survey.whole.measures.first(where: { $0.dimension == .footprint }) {
      bridge.length = max(size.values[0], size.values[1])
      bridge.width = min(size.values[0], size.values[1])
    }
    if let material = survey.material { bridge.material = material }
    bridge.hasRailings = survey.has("railing", "fence", "parapet") || !survey.lacks("railing")
    let sides = survey.whole.links.flatMap(\.sides)
    if sides.contains(.north) || sides.contains(.south) { bridge.isAlongX = false }
    if let light = survey.first("torch", "lantern", "soul_lantern", "soul_torch", "light") {
      bridge.light = Palette.block(light) ?? "lantern"
    }
    if survey.whole.traits.contains("arched") || survey.has("arch") { bridge.rise = 2 }
    if let clearance = survey.first("clearance") {
      bridge.rise = min(Survey.height(clearance) ?? clearance.count ?? 3, 16) + 1
    }
    // So many blocks of air under it: that much higher, on the water's level.
    for part in survey.parts.map(\.thing) {
      let isUnder = part.links.contains { $0.relation == .under }
      if isUnder, let count = part.count, part.materials.isEmpty {
        bridge.rise = min(count, 16) + 1
      }
    }
    return bridge
  }

  static func well(_ survey: Survey) -> Well {
    var well = Well()
    if let size = Survey.footprint(survey.whole) { well.width = size.x }
    let near = survey.parts.filter { $0.host == survey.whole.concept || $0.host?.name == "ring" }
    for part in near.map(\.thing) where part.concept == nil || part.concept?.name == "ring" {
      guard let material = Palette.material(part), material.id != "water" else { continue }
      well.material = material
      if let size = Survey.footprint(part) { well.width = size.x }
    }
    if let material = Palette.material(survey.whole) { well.material = material }
    if let post = survey.first("fencepost", "post", "fence", "pillar") {
      well.post = Palette.block(post, as: .fence) ?? "oak_fence"
      if let height = Survey.height(post) { well.postHeight = height }
    }
    if let roof = survey.first("roof"), let material = Palette.material(roof, as: .slab) {
      well.roof = material
    }
    if survey.lacks("roof") { well.roof = nil }
    return well
  }

  static func fountain(_ survey: Survey) -> Fountain {
    var fountain = Fountain()
    if let size = Survey.footprint(survey.whole) { fountain.width = size.x }
    fountain.isRound = survey.whole.traits.contains("round")
    if let height = Survey.height(survey.whole) { fountain.columnHeight = max(1, height - 1) }
    if let material = survey.material { fountain.material = material }
    return fountain
  }

  static func pool(_ survey: Survey) -> Pool {
    var pool = Pool()
    if let size = survey.whole.measures.first(where: { $0.dimension == .footprint }) {
      (pool.width, pool.depth) = (size.values[0], size.values[1])
    } else if let length = survey.whole.measure(.length), let width = survey.whole.measure(.width) {
      (pool.width, pool.depth) = (length, width)
    }
    if let depth = survey.whole.measure(.depth) ?? Survey.height(survey.whole) {
      pool.waterDepth = depth
    }
    for (thing, link) in survey.substances
    where link.relation == .madeOf || link.relation == .of || link.relation == .with {
      if let block = Palette.block(thing), block.block.name != "water" { pool.lining = block }
    }
    if let lining = survey.first("lining").flatMap({ Palette.block($0) })
      ?? Palette.block(survey.whole)
    {
      pool.lining = lining
    }
    for part in survey.parts {
      let isInner =
        ["floor", "wall", "lining"].contains(part.thing.concept?.name)
        || part.link.sides.contains(.side) && part.thing.concept == nil
      if isInner, !Survey.sides(part.thing).contains(.edge), let block = Palette.block(part.thing),
        block.block.name != "water"
      {
        pool.lining = block
      }
    }
    let edge = survey.parts.first { part in
      part.thing.concept == nil && !part.thing.materials.isEmpty
        && (Survey.sides(part.thing).contains(.edge))
    }?.thing
    if survey.parts.contains(where: { $0.thing.materials.contains("lava") && !$0.isInstead }) {
      pool.fluid = "lava"
    }
    let deck =
      edge ?? survey.first("deck", "border", "walkway", "platform", "path")
      ?? survey.substances.first { $0.thing.links.contains { $0.relation == .around } }?.thing
    if let deck {
      pool.deck = Palette.block(deck) ?? "quartz_block"
      pool.deckWidth = deck.measure(.width) ?? deck.measure(.thickness) ?? 1
    } else {
      pool.deck = nil
    }
    pool.hasLadder = survey.has("ladder")
    return pool
  }

  static func farm(_ survey: Survey) -> Farm {
    var farm = Farm()
    let crops = ["wheat": 7, "carrots": 7, "potatoes": 7, "beetroots": 3]
    for thing in [survey.whole] + survey.parts.map(\.thing) {
      for name in thing.materials {
        if let age = crops[name], let state = try? BlockState(parsing: "\(name)[age=\(age)]") {
          farm.crop = state
        }
      }
      if thing.materials.contains("farmland") || thing.concept == survey.whole.concept,
        let size = Survey.footprint(thing)
      {
        (farm.width, farm.depth) = size
      }
    }
    let fence = survey.first("fence")
    farm.fence =
      survey.lacks("fence")
      ? nil : fence.flatMap { Palette.material($0, as: .fence) } ?? "oak_fence"
    if let gate = survey.first("gate"), let side = side(of: gate) { farm.front = side }
    return farm
  }

  static func flowerBed(_ survey: Survey) -> FlowerBed {
    var bed = FlowerBed()
    if let size = Survey.footprint(survey.whole) { (bed.width, bed.depth) = size }
    let blocks = survey.parts.map(\.thing).filter { $0.concept?.name != "border" }
      .flatMap { flowers($0) }
    if !blocks.isEmpty { bed.flowers = blocks }
    if survey.has("border") {
      bed.border = survey.first("border").flatMap { Palette.block($0) } ?? "bricks"
    }
    return bed
  }

  /// The flowers that a thing names: red and yellow tulips are two.
  static func flowers(_ thing: Entity) -> [BlockState] {
    let isTulip = thing.materials.contains { $0.hasSuffix("tulip") }
    let named = thing.materials.compactMap { BlockTable.standard.block(named: $0)?.usual }
      .filter { [.plant, .doublePlant].contains($0.kind) }
    guard !thing.colours.isEmpty else { return named }
    return thing.colours.flatMap { colour -> [BlockState] in
      switch colour {
      case "red": [isTulip ? "red_tulip" : "poppy"]
      case "white": [isTulip ? "white_tulip" : "oxeye_daisy"]
      case "orange": ["orange_tulip"]
      case "pink": ["pink_tulip"]
      case "yellow": ["dandelion"]
      case "blue": ["cornflower"]
      case "light_blue": ["blue_orchid"]
      case "purple", "magenta": ["allium"]
      default: named
      }
    }
  }

  static func orchard(_ survey: Survey) -> Orchard {
    var orchard = Orchard()
    let trees = survey.first("tree")
    if let count = trees?.count { orchard.count = max(1, min(count, 64)) }
    if let wood = trees.flatMap({ Palette.material($0) }), wood.isWood { orchard.wood = wood }
    let fence = survey.first("fence")
    orchard.fence =
      fence == nil ? nil : fence.flatMap { Palette.material($0, as: .fence) } ?? "oak_fence"
    return orchard
  }

  static func path(_ survey: Survey) -> Path {
    var path = Path()
    let whole = survey.whole
    if let box = whole.measures.first(where: { $0.dimension == .footprint })?.values {
      (path.width, path.length) = (min(box[0], box[1]), max(box[0], box[1]))
    }
    if let width = whole.measure(.width) { path.width = width }
    if let length = whole.measure(.length) { path.length = length }
    if let block = Palette.block(whole) ?? survey.material?.state { path.block = block }
    path.isAlongX = !SolidReader.runsAlongZ(whole)
    if let post = survey.first("lamppost") ?? survey.first("lantern", "torch") {
      path.lampSpacing = post.measure(.spacing) ?? survey.all("block").first?.measure(.spacing) ?? 6
    }
    if let spacing = whole.measure(.spacing) { path.lampSpacing = spacing }
    path.hasHedges = survey.has("hedge") || whole.qualifiers.contains { $0.name == "hedge" }
    return path
  }

  static func pier(_ survey: Survey) -> Pier {
    var pier = Pier()
    let whole = survey.whole
    if let box = whole.measures.first(where: { $0.dimension == .footprint })?.values {
      (pier.width, pier.length) = (min(box[0], box[1]), max(box[0], box[1]))
    }
    if let width = whole.measure(.width) { pier.width = width }
    if let length = whole.measure(.length) { pier.length = length }
    if let material = survey.material { pier.material = material }
    pier.hasRailings = survey.has("railing", "fence")
    return pier
  }

  static func garden(_ survey: Survey) -> Garden {
    var garden = Garden()
    if let size = Survey.footprint(survey.whole) { (garden.width, garden.depth) = size }
    if let path = survey.first("path").flatMap({ Palette.block($0) }) { garden.path = path }
    let named = survey.parts.map(\.thing).flatMap { flowers($0) }
    if !named.isEmpty { garden.flowers = named }
    if let hedge = survey.first("hedge").flatMap({ Palette.block($0) }), hedge.kind == .leaves {
      garden.hedge = hedge.with(.persistent, true)
    }
    if survey.lacks("hedge") { garden.hedge = nil }
    if let fence = survey.first("fence") {
      garden.hedge = Palette.block(fence, as: .fence) ?? "oak_fence"
    }
    if survey.lacks("fountain") { garden.hasFountain = false }
    let figures = ["statue"] + Statue.Figure.allCases.map(\.rawValue)
    if let figure = survey.parts.first(where: {
      figures.contains($0.thing.concept?.name ?? "") && !$0.isInstead
    }) {
      garden.statue = structure(figure.thing) as? Statue
    }
    return garden
  }

  static func lampPost(_ survey: Survey) -> LampPost {
    var post = LampPost()
    if let height = Survey.height(survey.whole) { post.height = height }
    if let light = survey.first("lantern", "torch", "glowstone").flatMap({ Palette.block($0) }) {
      post.light = light
    }
    if let material = Palette.block(survey.whole, as: .fence) { post.post = material }
    return post
  }
}
