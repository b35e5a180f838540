import Math
import VoxelWorld

/// A gothic cathedral: a vaulted nave, aisles behind pillars, flying buttresses, two towers beside
/// the door and a rose window above it.
public struct Cathedral: Structure {
  public static let name = "cathedral"

  /// From the door to the altar.
  public var length = 41
  /// Of the nave, its walls included.
  public var naveWidth = 15
  /// From the floor to the crown of the vault.
  public var vaultHeight = 20
  public var towerHeight = 32
  public var bayLength = 5
  public var roseRadius = 4
  /// Where the door is.
  public var front = Direction.west
  public var material: Material = "stone_bricks"
  public var roof: Material = "deepslate_tiles"
  public var glass: BlockState = "red_stained_glass"

  public init() {}

  /// Width of an aisle with its outer wall, and of the space for buttresses.
  static let aisle = 5
  static let buttress = 3

  private var across: Int { naveWidth + 2 * Self.aisle + 2 * Self.buttress }

  public var footprint: (x: Int, z: Int) {
    front.x == 0 ? (across, length + 1) : (length + 1, across)
  }

  public func write(
    into plan: inout PlanWriter, at corner: Cell, on site: Site, random: inout Random
  ) throws(PlanError) {
    guard (9...41).contains(naveWidth), naveWidth % 2 == 1, (21...200).contains(length),
      (3...12).contains(bayLength), vaultHeight >= naveWidth / 2 + 8, vaultHeight <= 64,
      (vaultHeight + 3...128).contains(towerHeight), roseRadius >= 1,
      2 * roseRadius + 3 <= naveWidth
    else {
      throw .unfit(
        "a cathedral has a nave of odd width, 9 to 41, and 21 to 200 long, with a vault higher "
          + "than half its width and towers higher than the vault")
    }
    let frame = Frame(corner: corner, width: across, depth: length + 1, front: front)
    try plan.inside(frame) { plan throws(PlanError) in
      CathedralBuilder(cathedral: self, across: across).write(into: &plan)
    }
  }
}

/// Draws a cathedral in its own frame, with the door to the south.
struct CathedralBuilder {
  let cathedral: Cathedral
  let across: Int

  private var block: BlockState { cathedral.material.full }
  private var length: Int { cathedral.length }
  private var middle: Int { across / 2 }
  /// The nave's walls.
  private var west: Int { middle - cathedral.naveWidth / 2 }
  private var east: Int { middle + cathedral.naveWidth / 2 }
  /// The aisles' outer walls.
  private var outerWest: Int { west - Cathedral.aisle }
  private var outerEast: Int { east + Cathedral.aisle }
  /// Layers of the nave's walls below the vault.
  private var wallHeight: Int { cathedral.vaultHeight - cathedral.naveWidth / 2 }
  private var aisleHeight: Int { max(5, wallHeight - 5) }
  /// Where pillars and buttresses stand, from the altar to the door.
  private var bays: [Int] {
    Array(stride(from: cathedral.bayLength / 2 + 1, to: length - 1, by: cathedral.bayLength))
  }

  func write(into plan: inout PlanWriter) {
    let end = length - 1
    // Aisles with flat roofs, then the nave, then the openings between them.
    plan.fill(
      Cell(outerWest, -1, 0), Cell(outerEast, -1, end), "polished_andesite", part: "floor")
    let low = plan.box(Cell(outerWest, 0, 0), Cell(outerEast, aisleHeight, end))
    plan.paint(low, .air, part: "room")
    plan.paint(plan.shell(low, open: .bottom), block, part: "walls")
    let nave = Rectangle(west...east, 0...end)
    let tall = plan.box(nave.lower(0), nave.upper(wallHeight - 1))
    let walls = plan.shell(tall, open: .both)
    plan.paint(plan.except(tall, walls), .air, part: "room")
    plan.paint(walls, block, part: "walls")
    writeArcades(into: &plan)
    let attic = plan.box(
      nave.grown(by: -1).lower(wallHeight), nave.grown(by: -1).upper(wallHeight + across))
    RoofWriter(
      kind: .gable, material: cathedral.roof, wall: block, height: wallHeight, eaves: 0,
      rectangles: [nave]
    ).write(into: &plan, attic: attic)
    writeWindows(into: &plan)
    writeButtresses(into: &plan)
    for x in [outerWest, outerEast - 6] { writeTower(x, into: &plan) }
    writeFront(into: &plan)
    writeAltar(into: &plan)
  }

  /// Pillars under the nave's walls, with arches between them.
  private func writeArcades(into plan: inout PlanWriter) {
    let top = aisleHeight - 1
    for x in [west, east] {
      plan.clear(Cell(x, 0, 1), Cell(x, top - 1, length - 2), part: "room")
      for z in bays {
        plan.fill(Cell(x, 0, z), Cell(x, top, z), block, part: "pillars")
        for z in [z - 1, z + 1] where z > 0 && z < length - 1 {
          plan.fill(Cell(x, top - 1, z), Cell(x, top - 1, z), block, part: "pillars")
        }
        let lamp = x == west ? Cell(x + 1, 3, z) : Cell(x - 1, 3, z)
        plan.put(
          BlockState("wall_torch").with(.facing, x == west ? Direction.east : .west), at: lamp,
          part: "lights")
        let outer = x == west ? Cell(x - 1, 3, z) : Cell(x + 1, 3, z)
        plan.put(
          BlockState("wall_torch").with(.facing, x == west ? Direction.west : .east), at: outer,
          part: "lights")
      }
    }
  }

  private func writeWindows(into plan: inout PlanWriter) {
    for (first, second) in zip(bays, bays.dropFirst()) where second < length - 7 {
      let z = (first + second) / 2
      for x in [outerWest, outerEast] {
        plan.fill(Cell(x, 1, z), Cell(x, aisleHeight - 2, z), cathedral.glass, part: "windows")
      }
      for x in [west, east] {
        plan.fill(
          Cell(x, aisleHeight + 2, z), Cell(x, wallHeight - 2, z), cathedral.glass,
          part: "windows")
      }
    }
  }

  /// A pier beyond the aisle and an arch over the aisle to the nave's wall.
  private func writeButtresses(into plan: inout PlanWriter) {
    let top = wallHeight - 1
    for z in bays {
      for isWest in [true, false] {
        let outer = isWest ? outerWest - 2 : outerEast + 2
        let inner = isWest ? outerWest - 1 : outerEast + 1
        plan.fill(
          Cell(outer, 0, z), Cell(inner, aisleHeight + 1, z), block, part: "buttresses")
        plan.fill(
          Cell(outer, aisleHeight + 2, z), Cell(outer, aisleHeight + 3, z), block,
          part: "buttresses")
        let span = isWest ? west - outer : outer - east
        for step in 1..<max(2, span) {
          let x = isWest ? outer + step : outer - step
          let y = aisleHeight + 2 + (top - aisleHeight - 2) * step / max(1, span)
          plan.fill(Cell(x, y, z), Cell(x, y + 1, z), block, part: "buttresses")
        }
      }
    }
  }

  private func writeTower(_ x: Int, into plan: inout PlanWriter) {
    let rectangle = Rectangle(x...x + 6, length - 7...length - 1)
    let top = cathedral.towerHeight - 1
    let body = plan.box(rectangle.lower(aisleHeight), rectangle.upper(top))
    let skin = plan.shell(body, open: .none)
    plan.paint(plan.except(body, skin), .air, part: "towers")
    plan.paint(skin, block, part: "towers")
    plan.fill(rectangle.lower(0), rectangle.upper(aisleHeight), block, part: "towers")
    plan.put(
      "torch", at: Cell(x + 3, aisleHeight + 1, length - 4), part: "lights")
    plan.battlements(rectangle, at: top + 1, block)
    for y in stride(from: aisleHeight + 4, to: top - 3, by: 7) {
      let cell = Cell(x + 3, y, length - 1)
      plan.fill(cell, cell + Cell(0, 2, 0), cathedral.glass, part: "windows")
    }
  }

  /// The door and the rose above it.
  private func writeFront(into plan: inout PlanWriter) {
    let z = length - 1
    for x in middle - 1...middle + 1 {
      plan.put(
        BlockState("dark_oak_door").with(.facing, Direction.north)
          .with(.hinge, x < middle ? PropertyWord.left : .right), at: Cell(x, 0, z),
        part: "door.\(x - middle + 2)")
    }
    let radius = cathedral.roseRadius
    let low = max(4, wallHeight - radius)
    let rows = (-radius...radius).map { y in
      String(
        (-radius...radius).map { x in
          // The cells whose middles lie within the circle.
          4 * (x * x + y * y) <= (2 * radius + 1) * (2 * radius + 1) ? "#" : "."
        })
    }
    plan.paint(
      plan.picture(Mask(rows, .xy), at: Cell(middle - radius, low, z)), cathedral.glass,
      part: "rose")
  }

  private func writeAltar(into plan: inout PlanWriter) {
    plan.fill(
      Cell(middle - 1, 0, 2), Cell(middle + 1, 0, 2), "quartz_block", part: "altar")
    plan.fill(Cell(middle, 1, 2), Cell(middle, 1, 2), "lantern", part: "lights")
    for x in [middle - 3, middle + 3] {
      for z in stride(from: 6, to: length - 10, by: 3) {
        plan.fill(
          Cell(x - 1, 0, z), Cell(x + 1, 0, z),
          BlockState("oak_stairs").with(.facing, Direction.south), part: "benches")
      }
    }
  }
}
