import Math
import VoxelWorld

/// A tower with a platform one can climb to, or with a roof.
public struct Tower: Structure {
  public static let name = "tower"

  /// Outer width and depth.
  public var width = 7
  /// Layers of wall; the platform is the topmost, and battlements come on top.
  public var height = 15
  public var isRound = false
  public var front = Direction.south
  public var material: Material = "stone_bricks"
  public var isSolid = false
  public var hasLadder = true
  public var hasPlatform = true
  public var hasBattlements = true
  /// What stands on the corners of the battlements; nil for nothing.
  public var cornerLight: BlockState?
  /// Lamps at the top corners, switched by a lever at the foot.
  public var hasLamps = false
  /// Nil leaves the doorway open.
  public var door: BlockState?
  public var hasWindows = true
  public var roof: RoofKind?
  public var roofMaterial: Material = "dark_oak_planks"
  /// Whether there is a cone on top; round towers have one instead of a roof.
  public var hasSpire = false
  public var light: BlockState? = "wall_torch"
  /// Bands about the walls, from the ground up and again, each `bandHeight` layers.
  public var bands: [BlockState] = []
  public var bandHeight = 3
  /// What shines on top, within a lantern of glass; nil for nothing.
  public var beacon: BlockState?

  public init() {}

  public var footprint: (x: Int, z: Int) { (width, width) }

  public func write(
    into plan: inout PlanWriter, at corner: Cell, on site: Site, random: inout Random
  ) throws(PlanError) {
    guard (1...64).contains(width), (1...200).contains(height), isSolid || width >= 4 else {
      throw .unfit("a tower is 4 to 64 wide, unless solid, and up to 200 high")
    }
    guard !hasLamps || width >= 7 && width <= 11 && !isRound && height >= 10 else {
      throw .unfit("a tower with switched lamps is square, 7 to 11 wide and 10 or more high")
    }
    let frame = Frame(corner: corner, width: width, depth: width, front: front)
    let whole = Rectangle(0...width - 1, 0...width - 1)
    GroundWork(site: site, foundation: material.full).level(
      [whole], frame: frame, headroom: height, into: &plan)
    try plan.inside(frame) { plan throws(PlanError) in
      if isSolid {
        let body = plan.solid(
          isRound ? .cylinder : .box, whole.lower(0), whole.upper(height - 1))
        plan.paint(body, material.full, part: "walls")
      } else {
        TowerBuilder(tower: self).write(into: &plan)
      }
    }
    guard !isSolid else { return }
    GroundWork(site: site, foundation: material.full).approach(
      from: frame.place(Cell(width / 2, 0, width - 1)), front,
      stairs: material.stairs ?? "cobblestone_stairs", into: &plan)
  }
}

/// Draws a hollow tower in its own frame.
struct TowerBuilder {
  let tower: Tower

  private var width: Int { tower.width }
  private var height: Int { tower.height }
  private var middle: Int { tower.width / 2 }
  private var block: BlockState { tower.material.full }
  /// The layer of the platform.
  private var deck: Int { tower.hasLamps ? height : height - 1 }
  private var whole: Rectangle { Rectangle(0...width - 1, 0...width - 1) }

  func write(into plan: inout PlanWriter) {
    let body = plan.solid(
      tower.isRound ? .cylinder : .box, whole.lower(0), whole.upper(height - 1))
    let walls = plan.shell(body, open: .both)
    plan.paint(plan.except(body, walls), .air, part: "room")
    plan.paint(walls, block, part: "walls")
    writeBands(walls, into: &plan)
    let disc = plan.solid(tower.isRound ? .cylinder : .box, whole.lower(-1), whole.upper(-1))
    plan.paint(disc, block, part: "floor")
    if tower.hasPlatform {
      let top = plan.solid(
        tower.isRound ? .cylinder : .box, whole.lower(deck), whole.upper(deck))
      plan.paint(top, block, part: "platform")
    }
    writeOpenings(into: &plan)
    if tower.hasLamps { TowerWiring(tower: tower, deck: deck).write(into: &plan) }
    writeTop(walls, into: &plan)
    if tower.hasLadder {
      plan.fill(
        Cell(1, 0, middle), Cell(1, tower.hasPlatform ? deck : height - 1, middle),
        BlockState("ladder").with(.facing, Direction.east), part: "ladder")
    }
    writeLights(into: &plan)
  }

  private func writeBands(_ walls: PlanWriter.Reference, into plan: inout PlanWriter) {
    guard !tower.bands.isEmpty else { return }
    for (index, first) in stride(from: 0, to: height, by: max(1, tower.bandHeight)).enumerated() {
      let last = min(height - 1, first + max(1, tower.bandHeight) - 1)
      plan.paint(
        plan.slice(walls, layers: first...last), tower.bands[index % tower.bands.count],
        part: "walls")
    }
  }

  /// A light on the platform, under a roof on glass.
  private func writeBeacon(_ light: BlockState, into plan: inout PlanWriter) {
    // With a gallery about it where there is room.
    let room = whole.grown(by: width >= 7 ? -2 : -1)
    guard room.width >= 3 else { return }
    let glass = plan.shell(
      plan.box(room.lower(deck + 1), room.upper(deck + 2)), open: .both)
    plan.paint(glass, "glass", part: "lantern")
    plan.put(light, at: Cell(middle, deck + 1, middle), part: "lights")
    plan.fill(room.lower(deck + 3), room.upper(deck + 3), tower.roofMaterial.full, part: "roof")
    if room.x.lowerBound == 1 {
      plan.clear(Cell(1, deck + 1, middle), Cell(1, deck + 2, middle), part: "lantern")
    }
  }

  private func writeOpenings(into plan: inout PlanWriter) {
    let foot = Cell(middle, 0, width - 1)
    plan.fill(foot, foot.above, .air, part: "door.1")
    if let door = tower.door {
      plan.put(door.with(.facing, Direction.north), at: foot, part: "door.1")
    }
    guard tower.hasWindows, height >= 8 else { return }
    for y in stride(from: 4, to: deck - 2, by: 5) {
      for cell in [Cell(middle, y, 0), Cell(width - 1, y, middle), Cell(middle, y, width - 1)] {
        plan.fill(cell, cell, "glass_pane", part: "windows")
      }
    }
  }

  private func writeTop(_ walls: PlanWriter.Reference, into plan: inout PlanWriter) {
    if let roof = tower.roof {
      let attic = plan.box(
        whole.grown(by: -1).lower(height), whole.grown(by: -1).upper(height + width))
      RoofWriter(
        kind: roof, material: tower.roofMaterial, wall: block, height: deck + 1,
        eaves: roof == .flat || roof == .dome ? 0 : 1, rectangles: [whole]
      ).write(into: &plan, attic: attic)
      return
    }
    if tower.hasSpire {
      let wide = whole.grown(by: 1)
      let spire = plan.solid(.cone, wide.lower(deck + 1), wide.upper(deck + width + 1))
      plan.paint(plan.shell(spire, open: .bottom), tower.roofMaterial.full, part: "roof")
      return
    }
    guard tower.hasBattlements else { return }
    if tower.isRound {
      let ring = plan.move(plan.slice(walls, layers: 0...0), by: Cell(0, deck + 1, 0))
      plan.paint(ring, block, part: "battlements")
      // Crenels to the four sides and between them.
      let gaps = RoundCrenels.mask(width)
      plan.paint(
        plan.intersect(ring, plan.picture(gaps, at: whole.lower(deck + 1))), .air,
        part: "battlements")
    } else {
      plan.battlements(whole, at: deck + 1, block)
    }
    if let beacon = tower.beacon { writeBeacon(beacon, into: &plan) }
    if let light = tower.cornerLight { writeCorners(light, into: &plan) }
  }

  private func writeCorners(_ light: BlockState, into plan: inout PlanWriter) {
    let last = width - 1
    let inset = tower.isRound ? max(1, width / 4) : 0
    let y = tower.isRound ? deck + 1 : deck + 2
    for cell in [
      Cell(inset, y, inset), Cell(last - inset, y, inset), Cell(inset, y, last - inset),
      Cell(last - inset, y, last - inset),
    ] {
      plan.put(light, at: cell, part: "lights")
    }
  }

  private func writeLights(into plan: inout PlanWriter) {
    guard let light = tower.light, light.kind == .wallTorch, width >= 5 else { return }
    for y in stride(from: 2, to: deck - 1, by: 6) {
      plan.put(
        light.with(.facing, Direction.west), at: Cell(width - 2, y, middle + 1), part: "lights")
    }
  }
}

/// Which cells of a round parapet are open.
enum RoundCrenels {
  /// Every second cell around the circle, as seen from above.
  static func mask(_ width: Int) -> Mask {
    Mask(
      (0..<width).map { z in
        String(
          (0..<width).map { x in
            // Alternates along both sides from the middle outwards, alike in all quarters.
            let dx = abs(2 * x + 1 - width) / 2
            let dz = abs(2 * z + 1 - width) / 2
            return (min(dx, dz) + width / 2) % 2 == 1 ? "#" : "."
          })
      }, .xz)
  }
}
