import Math
import VoxelWorld

/// A plain solid, or its skin.
public struct Solid: Structure {
  public static let name = "solid"

  public var kind = ShapeKind.box
  /// Blocks along x, y and z.
  public var size = Cell(5, 5, 5)
  public var material: BlockState = "stone"
  public var isHollow = false
  public var thickness = 1
  /// Which ends of a hollow one are open.
  public var opening = Opening.none

  public init() {}

  public var footprint: (x: Int, z: Int) { (size.x, size.z) }

  public func write(
    into plan: inout PlanWriter, at corner: Cell, on site: Site, random: inout Random
  ) throws(PlanError) {
    guard min(size.x, size.y, size.z) >= 1, max(size.x, size.y, size.z) <= 256 else {
      throw .unfit("a solid is 1 to 256 blocks long in every direction")
    }
    let far = corner + size - Cell(1, 1, 1)
    let solid = plan.solid(kind, corner, far)
    guard isHollow else { return plan.paint(solid, material, part: "body") }
    let skin = plan.shell(solid, thickness: thickness, open: opening)
    plan.paint(plan.except(solid, skin), .air, part: "room")
    plan.paint(skin, material, part: "body")
  }
}

/// A floor of one layer, with a border inside its edge if it has one.
public struct Platform: Structure {
  public static let name = "platform"

  public var width = 9
  public var depth = 9
  public var material: BlockState = "smooth_stone"
  public var border: BlockState?
  /// Whether the squares of the floor change between the material and this one.
  public var checker: BlockState?

  public init() {}

  public var footprint: (x: Int, z: Int) { (width, depth) }

  public func write(
    into plan: inout PlanWriter, at corner: Cell, on site: Site, random: inout Random
  ) throws(PlanError) {
    guard width >= 1, depth >= 1, max(width, depth) <= 256 else {
      throw .unfit("a floor is 1 to 256 blocks long and wide")
    }
    let all = plan.box(corner, corner + Cell(width - 1, 0, depth - 1))
    plan.paint(all, material, part: "floor")
    if let checker {
      let rows = (0..<depth).map { z in
        String((0..<width).map { ($0 + z) % 2 == 0 ? "." : "#" })
      }
      if width * depth > 1 {
        plan.paint(plan.picture(Mask(rows, .xz), at: corner), checker, part: "floor")
      }
    }
    if let border { plan.paint(plan.shell(all, open: .both), border, part: "border") }
  }
}

/// A flight of stairs that rises by a block each step.
public struct Staircase: Structure {
  public static let name = "staircase"

  public var steps = 6
  public var width = 3
  public var direction = Direction.east
  public var material: Material = "stone_brick_stairs"
  /// Whether there are full blocks under the steps.
  public var isFilled = true

  public init() {}

  public var footprint: (x: Int, z: Int) {
    direction.x != 0 ? (steps, width) : (width, steps)
  }

  public func write(
    into plan: inout PlanWriter, at corner: Cell, on site: Site, random: inout Random
  ) throws(PlanError) {
    guard let stairs = material.stairs else {
      throw .unfit("there are no stairs of \(material.id)")
    }
    guard (1...128).contains(steps), (1...64).contains(width) else {
      throw .unfit("a staircase has 1 to 128 steps and is 1 to 64 wide")
    }
    // It climbs away from the front.
    let frame = Frame(
      corner: corner, width: width, depth: steps, front: direction.opposite)
    try plan.inside(frame) { plan throws(PlanError) in
      for step in 0..<steps {
        let z = steps - 1 - step
        plan.fill(
          Cell(0, step, z), Cell(width - 1, step, z), stairs.with(.facing, Direction.north),
          part: "stairs")
        if isFilled, step > 0 {
          plan.fill(Cell(0, 0, z), Cell(width - 1, step - 1, z), material.full, part: "base")
        }
      }
    }
  }
}

/// A wall that stands alone.
public struct FreeWall: Structure {
  public static let name = "wall"

  public var length = 15
  public var height = 4
  public var thickness = 1
  /// Whether it runs from west to east.
  public var isAlongX = true
  public var material: Material = "stone_bricks"
  public var hasBattlements = false
  /// The width and height of an opening in its middle; nil for none.
  public var gate: Gate?
  /// What fills the gate: fence gates, bars; nil for nothing.
  public var gateBlock: BlockState?

  /// How large an opening is.
  public struct Gate: Hashable, Sendable {
    public var width: Int
    public var height: Int

    public init(width: Int, height: Int) {
      self.width = width
      self.height = height
    }
  }

  public init() {}

  public var footprint: (x: Int, z: Int) {
    isAlongX ? (length, thickness) : (thickness, length)
  }

  public func write(
    into plan: inout PlanWriter, at corner: Cell, on site: Site, random: inout Random
  ) throws(PlanError) {
    guard (1...256).contains(length), (1...128).contains(height), (1...32).contains(thickness)
    else { throw .unfit("a wall is 1 to 256 long, 1 to 128 high and 1 to 32 thick") }
    let frame = Frame(
      corner: corner, width: length, depth: thickness, front: isAlongX ? .south : .west)
    try plan.inside(frame) { plan throws(PlanError) in
      let body = material.state.kind == .fence ? material.state : material.full
      plan.fill(
        Cell(0, 0, 0), Cell(length - 1, height - 1, thickness - 1), body, part: "wall")
      if hasBattlements {
        // From end to end where that comes out even.
        let merlon = plan.box(Cell(0, height, 0), Cell(0, height, thickness - 1))
        plan.paint(
          plan.tile(merlon, count: (length + 1) / 2, step: Cell(2, 0, 0)), body,
          part: "battlements")
      }
      if let gate {
        let x = (length - gate.width) / 2
        plan.fill(
          Cell(x, 0, 0), Cell(x + gate.width - 1, gate.height - 1, thickness - 1),
          gateBlock ?? .air, part: "gate")
      }
    }
  }
}
