import Math
import VoxelWorld

/// A pagoda: tiers that step back, each under a roof of its own that overhangs, with a ladder
/// through all of them.
public struct Pagoda: Structure {
  public static let name = "pagoda"

  /// Outer width of the lowest tier.
  public var width = 13
  public var tiers = 3
  /// Layers of wall of a tier.
  public var wallHeight = 3
  public var walls: Material = "red_terracotta"
  public var posts: Material? = "dark_oak_log"
  public var roof: Material = "dark_prismarine"
  public var floor: Material = "birch_planks"
  public var door: BlockState = "dark_oak_door"
  public var front = Direction.south

  public init() {}

  public var footprint: (x: Int, z: Int) { (width, width) }

  /// Blocks by which a tier is narrower at each side than the one below it.
  private var step: Int { tiers > 1 ? max(0, min(2, (width - 5) / 2 / (tiers - 1))) : 0 }

  public func write(
    into plan: inout PlanWriter, at corner: Cell, on site: Site, random: inout Random
  ) throws(PlanError) {
    guard (5...64).contains(width), (1...16).contains(tiers), (2...12).contains(wallHeight) else {
      throw .unfit("a pagoda is 5 to 64 wide and has 1 to 16 tiers")
    }
    let frame = Frame(corner: corner, width: width, depth: width, front: front)
    try plan.inside(frame) { plan throws(PlanError) in
      for tier in 0..<tiers { writeTier(tier, into: &plan) }
      let middle = width / 2
      plan.put(
        door.with(.facing, Direction.north), at: Cell(middle, 0, width - 1), part: "door.1")
      // The ladder runs up the back wall of the narrowest tier.
      let inset = step * (tiers - 1) + 1
      for tier in 0..<tiers - 1 {
        let y = tier * (wallHeight + 1)
        let back = Cell(inset, 0, inset - 1)
        plan.fill(
          Cell(back.x, y, back.z), Cell(back.x, y + wallHeight, back.z), walls.full,
          part: "walls")
        plan.fill(
          Cell(inset, y, inset), Cell(inset, y + wallHeight, inset),
          BlockState("ladder").with(.facing, Direction.south), part: "ladder")
      }
    }
  }

  private func writeTier(_ tier: Int, into plan: inout PlanWriter) {
    let inset = step * tier
    let whole = Rectangle(inset...width - 1 - inset, inset...width - 1 - inset)
    let y = tier * (wallHeight + 1)
    let top = y + wallHeight
    if tier == 0 { plan.fill(whole.lower(-1), whole.upper(-1), floor.full, part: "floor") }
    let body = plan.box(whole.lower(y), whole.upper(top - 1))
    let skin = plan.shell(body, open: .both)
    plan.paint(plan.except(body, skin), .air, part: "room")
    plan.paint(skin, walls.full, part: "walls")
    if let posts {
      for x in [whole.x.lowerBound, whole.x.upperBound] {
        for z in [whole.z.lowerBound, whole.z.upperBound] {
          plan.fill(Cell(x, y, z), Cell(x, top - 1, z), posts.log, part: "posts")
        }
      }
    }
    let middle = width / 2
    for cell in [
      Cell(whole.x.lowerBound, y + 1, middle), Cell(whole.x.upperBound, y + 1, middle),
      Cell(middle, y + 1, whole.z.lowerBound),
    ] {
      plan.fill(cell, cell, "glass_pane", part: "windows")
    }
    plan.put(
      BlockState("wall_torch").with(.facing, Direction.north),
      at: Cell(middle + 1, y + 1, whole.z.upperBound - 1), part: "lights")
    writeRoof(over: whole, at: top, isLast: tier == tiers - 1, into: &plan)
  }

  /// A ceiling that is the next floor, with eaves of stairs about it; a hipped roof on the last tier.
  private func writeRoof(
    over whole: Rectangle, at y: Int, isLast: Bool, into plan: inout PlanWriter
  ) {
    let wide = whole.grown(by: 1)
    plan.fill(whole.lower(y), whole.upper(y), roof.full, part: "roof")
    if let stairs = roof.stairs {
      let (x0, x1) = (wide.x.lowerBound, wide.x.upperBound)
      let (z0, z1) = (wide.z.lowerBound, wide.z.upperBound)
      plan.fill(
        Cell(x0, y, z0), Cell(x1, y, z0), stairs.with(.facing, Direction.south), part: "roof")
      plan.fill(
        Cell(x0, y, z1), Cell(x1, y, z1), stairs.with(.facing, Direction.north), part: "roof")
      plan.fill(
        Cell(x0, y, z0 + 1), Cell(x0, y, z1 - 1), stairs.with(.facing, Direction.east),
        part: "roof")
      plan.fill(
        Cell(x1, y, z0 + 1), Cell(x1, y, z1 - 1), stairs.with(.facing, Direction.west),
        part: "roof")
    } else {
      plan.walls(wide.lower(y), wide.upper(y), roof.full, part: "roof")
    }
    guard isLast else { return }
    let rise = (whole.width + 1) / 2
    let crown = plan.solid(.pyramid, whole.lower(y + 1), whole.upper(y + rise))
    plan.paint(crown, roof.full, part: "roof")
    plan.put(roof.railing, at: Cell(width / 2, y + rise + 1, width / 2), part: "spire")
  }
}
