import VoxelWorld

/// Draws a house in its own frame, where the front looks to the south and the north-western corner
/// of the footprint is the origin.
struct HouseBuilder {
  let house: House
  let site: Site
  let frame: Frame
  /// The outlines of the main part and the wings.
  let rectangles: [Rectangle]
  /// Cells of the outer walls that hold a door or a window, and of the floor that stay free.
  var openings: Set<Cell> = []
  var reserved: Set<Cell> = []
  /// Floor cells under the walls between rooms, and under shelves that hide the wall behind them.
  var partitionCells: Set<Cell> = []
  var shelved: Set<Cell> = []
  /// The room under a sloping roof.
  var loft: PlanWriter.Reference?
  /// The floor cell behind the first door.
  var entry = Cell(1, 0, 1)

  init(_ house: House, corner: Cell, site: Site) {
    self.house = house
    self.site = site
    let isAcross = house.front == .east || house.front == .west
    let size = house.footprint
    let frame = Frame(
      corner: corner, width: isAcross ? size.z : size.x, depth: isAcross ? size.x : size.z,
      front: house.front)
    self.frame = frame
    // The main part starts where wings to the west and the north leave it.
    let west = -house.wings.reduce(0) { min($0, $1.x) }
    let north = -house.wings.reduce(0) { min($0, $1.z) }
    let all =
      [Wing(x: 0, z: 0, width: house.width, depth: house.depth)] + house.wings
    rectangles = all.map { wing in
      let lower = corner + Cell(west + wing.x, 0, north + wing.z)
      return Rectangle(
        frame.back(lower), frame.back(lower + Cell(wing.width - 1, 0, wing.depth - 1)))
    }
  }

  /// The layer above the walls.
  var height: Int { house.storeys * house.wallHeight + house.storeys - 1 }

  /// The lowest layer of a storey.
  func level(_ storey: Int) -> Int { storey * (house.wallHeight + 1) }

  func isInside(_ x: Int, _ z: Int) -> Bool { rectangles.contains { $0.contains(x, z) } }

  /// Whether a column is a room's, with all its neighbours within the house.
  func isRoom(_ x: Int, _ z: Int) -> Bool {
    isInside(x, z) && isInside(x - 1, z) && isInside(x + 1, z) && isInside(x, z - 1)
      && isInside(x, z + 1)
  }

  mutating func write(into plan: inout PlanWriter) throws(PlanError) {
    if house.stilts == 0 {
      GroundWork(site: site, foundation: house.foundation.full).level(
        rectangles, frame: frame, headroom: height, into: &plan)
    }
    var builder = self
    try plan.inside(frame) { plan throws(PlanError) in builder.draw(into: &plan) }
    self = builder
  }

  private mutating func draw(into plan: inout PlanWriter) {
    let attic = writeWalls(into: &plan)
    if house.hasRoof { loft = writeRoof(attic, into: &plan) }
    writeDoors(into: &plan)
    writeStilts(into: &plan)
    writeBalcony(into: &plan)
    if house.storeys > 1 { writeClimb(into: &plan) }
    writeWindows(into: &plan)
    writeChimney(into: &plan)
    if let lamps = house.lamps { writeLamps(lamps, into: &plan) }
    writePillars(into: &plan)
    writeInterior(writePartitions(into: &plan), into: &plan)
  }

  /// Writes floors and walls.
  ///
  /// - Returns: everything inside the walls, as high as any roof goes.
  private func writeWalls(into plan: inout PlanWriter) -> PlanWriter.Reference {
    let rise =
      house.hasRoof
      ? 2
        + rectangles.reduce(0) {
          max($0, RoofWriter.rise(house.roof, $1, eaves: 1))
        } : 0
    let solid = plan.union(
      rectangles.map { plan.box($0.lower(0), $0.upper(height + rise)) })
    let walls = plan.shell(solid, open: .both)
    let inside = plan.except(solid, walls)
    plan.paint(plan.slice(inside, layers: 0...height - 1), .air, part: "room")
    if let floor = house.floor {
      plan.paint(
        plan.union(rectangles.map { plan.box($0.lower(-1), $0.upper(-1)) }), floor.full,
        part: "floor")
    }
    for storey in 0..<house.storeys {
      let first = level(storey)
      let last = first + house.wallHeight - (storey == house.storeys - 1 ? 1 : 0)
      plan.paint(
        plan.slice(walls, layers: first...last), house.walls.main(of: storey).full,
        part: "walls")
      guard storey > 0 else { continue }
      let planks = house.floor ?? house.walls.main(of: storey)
      plan.paint(
        plan.slice(inside, layers: first - 1...first - 1), planks.full, part: "floor.\(storey)")
    }
    if let base = house.walls.base ?? plinth {
      plan.paint(plan.slice(walls, layers: 0...0), base.full, part: "walls")
    }
    if let post = house.walls.corner { writePosts(post, into: &plan) }
    return inside
  }

  private var plinth: Material? {
    guard house.hasPlinth else { return nil }
    let all = rectangles.flatMap { [frame.place($0.lower(0)), frame.place($0.upper(0))] }
    return all.allSatisfy { site.height($0.x, $0.z) == frame.origin.y } ? house.foundation : nil
  }

  private func writePosts(_ material: Material, into plan: inout PlanWriter) {
    for rectangle in rectangles {
      for x in [rectangle.x.lowerBound, rectangle.x.upperBound] {
        for z in [rectangle.z.lowerBound, rectangle.z.upperBound] where isCorner(x, z) {
          plan.fill(Cell(x, 0, z), Cell(x, height - 1, z), material.state, part: "posts")
        }
      }
    }
  }

  private func isCorner(_ x: Int, _ z: Int) -> Bool {
    isInside(x - 1, z) != isInside(x + 1, z) && isInside(x, z - 1) != isInside(x, z + 1)
  }

  /// Writes the roof and gives the room under it.
  private func writeRoof(
    _ attic: PlanWriter.Reference, into plan: inout PlanWriter
  ) -> PlanWriter.Reference? {
    let slopes: [RoofKind] = [.gable, .hip, .pyramid]
    let eaves = house.eaves ?? (slopes.contains(house.roof) ? 1 : 0)
    let loft = RoofWriter(
      kind: house.roof, material: house.roofMaterial,
      wall: house.walls.main(of: house.storeys - 1).full, height: height, eaves: eaves,
      rectangles: rectangles
    ).write(into: &plan, attic: attic)
    guard house.roof == .flat, house.hasParapet else { return loft }
    let rim = plan.union(
      rectangles.map { plan.box($0.lower(height + 1), $0.upper(height + 1)) })
    plan.paint(
      plan.shell(rim, open: .both), house.roofMaterial.slab ?? house.roofMaterial.full,
      part: "parapet")
    return loft
  }
}
