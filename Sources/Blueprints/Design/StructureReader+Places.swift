import VoxelWorld

extension StructureReader {
  static func cellBlock(_ survey: Survey) -> CellBlock {
    var block = CellBlock()
    let rooms = survey.parts.map(\.thing).first {
      ($0.concept?.category == .room || $0.concept?.name == "room") && ($0.count ?? 0) > 1
    }
    let perSide = survey.parts.map(\.thing).first { thing in
      thing.concept == nil && thing.count != nil
        && thing.links.contains { $0.quantity == .each || $0.quantity == .both }
    }
    if let count = rooms?.count ?? perSide?.count.map({ 2 * $0 }) {
      block.rooms = max(1, min(count, 64))
    }
    if let size = rooms.flatMap({ Survey.footprint($0) }) {
      (block.roomWidth, block.roomDepth) = (max(2, size.x - 2), max(2, size.z - 2))
    }
    if let material = survey.material { block.walls = material }
    if let door = survey.first("door").flatMap({ Palette.block($0, as: .door) }) {
      block.door = door
    }
    let reader = HouseReader.house(survey.whole)
    if !reader.furniture.isEmpty {
      block.furniture = reader.furniture.map { Furnishing($0.block, spot: $0.spot) }
    }
    block.front = survey.front ?? .south
    return block
  }

  static func maze(_ survey: Survey) -> Maze {
    var maze = Maze()
    if let size = Survey.footprint(survey.whole) { (maze.width, maze.depth) = size }
    if let height = Survey.height(survey.whole)
      ?? survey.first("wall", "hedge").flatMap({ Survey.height($0) })
    {
      maze.height = height
    }
    let wall = survey.first("wall").flatMap { Palette.block($0) }
    if let block = wall ?? survey.material?.state { maze.wall = block }
    return maze
  }

  static func pavilion(_ survey: Survey) -> Pavilion {
    var pavilion = Pavilion()
    if let size = Survey.footprint(survey.whole) { (pavilion.width, pavilion.depth) = size }
    if let height = Survey.height(survey.whole) { pavilion.height = max(2, height) }
    if let post =
      (survey.first("post", "pillar", "column").flatMap { Palette.material($0, as: .post) })
      ?? survey.material
    {
      pavilion.post = post
    }
    if let roof = survey.first("roof").flatMap({ Palette.material($0, as: .roof) }) {
      pavilion.roof = roof
    } else if let material = survey.material {
      pavilion.roof = material
    }
    if let floor = survey.first("floor").flatMap({ Palette.material($0) }) {
      pavilion.floor = floor
    }
    return pavilion
  }

  static func church(_ survey: Survey) -> Church {
    var church = Church()
    church.nave = HouseReader.house(survey.whole)
    if Survey.footprint(survey.whole) == nil { (church.nave.width, church.nave.depth) = (9, 15) }
    if let size = Survey.footprint(survey.whole), survey.whole.measure(.length) != nil {
      (church.nave.width, church.nave.depth) = (min(size.x, size.z), max(size.x, size.z))
    }
    if survey.first("wall")?.measure(.height) == nil, Survey.height(survey.whole) == nil {
      church.nave.wallHeight = 5
    }
    if survey.material == nil, Styles.named(in: survey.whole) == nil {
      church.nave.walls = WallFinish("stone_bricks")
    }
    if let tower = survey.first("tower", "spire") {
      church.towerHeight = Survey.height(tower) ?? church.towerHeight
    } else if survey.lacks("tower") {
      church.towerHeight = 0
    }
    if let glass = survey.first("window").flatMap({ Palette.block($0, as: .pane) }) {
      church.nave.windows?.block = glass.block.name == "stained_glass" ? "red_stained_glass" : glass
    }
    church.nave.windows?.height = 2
    return church
  }

  static func tent(_ survey: Survey) -> Tent {
    var tent = Tent()
    if let size = Survey.footprint(survey.whole) { (tent.width, tent.depth) = size }
    if let cloth = Palette.block(survey.whole) ?? survey.material?.state { tent.cloth = cloth }
    tent.front = survey.front ?? .south
    tent.furniture = HouseReader.house(survey.whole).furniture
    return tent
  }

  static func arena(_ survey: Survey) -> ArenaBuilding {
    var arena = ArenaBuilding()
    if let size = Survey.footprint(survey.whole) { arena.width = min(size.x, size.z) }
    if let width = survey.whole.measure(.diameter) { arena.width = width }
    if let radius = survey.whole.measure(.radius) { arena.width = 2 * radius + 1 }
    if let material = survey.material { arena.material = material }
    if let rows = survey.first("seat", "row", "tier")?.count { arena.rows = rows }
    if let floor = survey.first("floor", "ground").flatMap({ Palette.block($0) }) {
      arena.ground = floor
    }
    arena.front = survey.front ?? .south
    return arena
  }
}
