import Math
import VoxelWorld

/// A castle: a curtain wall with a walk, towers at its corners, a gatehouse and a keep.
public struct Castle: Structure {
  public static let name = "castle"

  public var width = 31
  public var depth = 31
  public var front = Direction.south
  public var material: Material = "stone_bricks"
  public var wallHeight = 7
  public var hasBattlements = true
  public var hasTowers = true
  public var hasRoundTowers = true
  public var towerHeight = 12
  public var towerWidth = 7
  public var gateWidth = 3
  public var gateHeight = 4
  /// Outer width of the keep; 0 for none.
  public var keepWidth = 11
  public var keepStoreys = 3
  public var keepMaterial: Material?
  public var hasMoat = false
  /// Whether a house stands over the gate.
  public var hasGatehouse = true

  public init() {}

  public var footprint: (x: Int, z: Int) { (width, depth) }

  public func write(
    into plan: inout PlanWriter, at corner: Cell, on site: Site, random: inout Random
  ) throws(PlanError) {
    guard min(width, depth) >= 15, max(width, depth) <= 200, (4...40).contains(wallHeight),
      keepWidth == 0 || keepWidth + 12 <= min(width, depth)
    else {
      throw .unfit("a castle is 15 to 200 wide, with walls 4 to 40 high, and its keep fits inside")
    }
    let isAcross = front == .east || front == .west
    let size = (x: isAcross ? depth : width, z: isAcross ? width : depth)
    let frame = Frame(corner: corner, width: size.x, depth: size.z, front: front)
    GroundWork(site: site, foundation: material.full).level(
      [Rectangle(0...size.x - 1, 0...size.z - 1)], frame: frame, headroom: wallHeight + 2,
      into: &plan)
    try plan.inside(frame) { plan throws(PlanError) in
      CastleBuilder(castle: self, width: size.x, depth: size.z).write(into: &plan)
    }
    guard keepWidth > 0 else { return }
    let keepCorner = corner + Cell((width - keepWidth) / 2, 0, (depth - keepWidth) / 2)
    try keep.write(into: &plan, at: keepCorner, on: .flat, random: &random)
    try plan.inside(frame) { plan throws(PlanError) in
      let x = (size.x - keepWidth) / 2
      let z = (size.z - keepWidth) / 2
      plan.battlements(
        Rectangle(x...x + keepWidth - 1, z...z + keepWidth - 1), at: keepTop + 1,
        (keepMaterial ?? material).full)
    }
  }

  private var keepTop: Int { keepStoreys * 5 - 1 }

  private var keep: House {
    var keep = House()
    keep.width = keepWidth
    keep.depth = keepWidth
    keep.front = front
    keep.storeys = keepStoreys
    keep.wallHeight = 4
    keep.walls = WallFinish(keepMaterial ?? material)
    keep.roof = .flat
    keep.roofMaterial = keepMaterial ?? material
    keep.climb = keepWidth >= 9 ? .stairs : .ladder
    return keep
  }
}

/// Draws walls, towers and gatehouse in the castle's own frame.
struct CastleBuilder {
  let castle: Castle
  let width: Int
  let depth: Int

  private var block: BlockState { castle.material.full }
  private var height: Int { castle.wallHeight }
  private var whole: Rectangle { Rectangle(0...width - 1, 0...depth - 1) }

  func write(into plan: inout PlanWriter) {
    if castle.hasMoat { writeMoat(into: &plan) }
    let ring = plan.shell(
      plan.box(whole.lower(0), whole.upper(height - 1)), thickness: 3, open: .both)
    plan.paint(ring, block, part: "walls")
    if castle.hasBattlements { plan.battlements(whole, at: height, block) }
    if castle.hasTowers {
      let reach = castle.towerWidth / 2
      for x in [1, width - 2] {
        for z in [1, depth - 2] {
          writeTower(Rectangle(x - reach...x + reach, z - reach...z + reach), into: &plan)
        }
      }
    }
    writeGatehouse(into: &plan)
    writeWalk(into: &plan)
  }

  private func writeTower(_ rectangle: Rectangle, into plan: inout PlanWriter) {
    let kind: ShapeKind = castle.hasRoundTowers ? .cylinder : .box
    let top = castle.towerHeight - 1
    let body = plan.solid(kind, rectangle.lower(0), rectangle.upper(top))
    let walls = plan.shell(body, open: .both)
    plan.paint(body, block, part: "towers")
    plan.paint(
      plan.slice(plan.except(body, walls), layers: height...max(height, top - 1)), .air,
      part: "chamber")
    if castle.hasRoundTowers {
      let rim = plan.move(plan.slice(walls, layers: 0...0), by: Cell(0, top + 1, 0))
      let gaps = plan.picture(
        RoundCrenels.mask(rectangle.width), at: rectangle.lower(top + 1))
      plan.paint(plan.except(rim, gaps), block, part: "battlements")
    } else {
      plan.battlements(rectangle, at: top + 1, block)
    }
  }

  private func writeGatehouse(into plan: inout PlanWriter) {
    let half = castle.gateWidth / 2 + (width < 25 ? 2 : 3)
    let middle = width / 2
    guard castle.hasGatehouse else {
      let first = middle - castle.gateWidth / 2
      plan.clear(
        Cell(first, 0, depth - 3),
        Cell(first + castle.gateWidth - 1, min(castle.gateHeight, height - 2) - 1, depth - 1),
        part: "gate")
      return
    }
    let house = Rectangle(middle - half...middle + half, depth - 4...depth)
    let top = max(height + 2, castle.gateHeight + 2)
    let body = plan.box(house.lower(0), house.upper(top))
    let room = plan.box(
      house.grown(by: -1).lower(height), house.grown(by: -1).upper(top - 1))
    plan.paint(body, block, part: "gatehouse")
    plan.paint(room, .air, part: "chamber")
    plan.battlements(house, at: top + 1, block)
    let first = middle - castle.gateWidth / 2
    plan.clear(
      Cell(first, 0, depth - 4), Cell(first + castle.gateWidth - 1, castle.gateHeight - 1, depth),
      part: "gate")
  }

  /// The walk on the wall goes through towers and gatehouse, and ladders lead up to it.
  private func writeWalk(into plan: inout PlanWriter) {
    let walk = plan.shell(
      plan.box(whole.grown(by: -1).lower(height), whole.grown(by: -1).upper(height + 1)),
      open: .both)
    plan.paint(walk, .air, part: "walk")
    let z = depth / 2
    plan.fill(
      Cell(3, 0, z), Cell(3, height - 1, z), BlockState("ladder").with(.facing, Direction.east),
      part: "ladder")
    plan.fill(
      Cell(width - 4, 0, z), Cell(width - 4, height - 1, z),
      BlockState("ladder").with(.facing, Direction.west), part: "ladder")
    for x in [3, width - 4] {
      for near in [depth / 4, depth - 1 - depth / 4] {
        plan.put(
          BlockState("wall_torch").with(.facing, x == 3 ? Direction.east : .west),
          at: Cell(x, 3, near), part: "lights")
      }
    }
  }

  private func writeMoat(into plan: inout PlanWriter) {
    let outer = whole.grown(by: castle.towerWidth / 2 + 4)
    let pit = plan.shell(
      plan.box(outer.lower(-2), outer.upper(-1)), thickness: 3, open: .both)
    plan.paint(pit, "water", part: "moat")
    let first = width / 2 - castle.gateWidth / 2
    plan.fill(
      Cell(first, -1, depth), Cell(first + castle.gateWidth - 1, -1, outer.z.upperBound),
      "oak_planks", part: "bridge")
  }
}
