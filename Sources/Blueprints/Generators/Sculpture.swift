import Math
import VoxelWorld

/// A figure made of boxes: a person, an animal, an obelisk, a tree.
public struct Statue: Structure {
  public static let name = "statue"

  public enum Figure: String, CaseIterable, Hashable, Sendable {
    case person, creeper, cat, dog, horse, bird, snowman, obelisk, tree
  }

  public var figure = Figure.person
  public var material: BlockState = "stone"
  /// Blocks along the side of one cell of the figure.
  public var scale = 1
  public var front = Direction.south
  public var hasPlinth = true
  /// What the head is made of, where it differs.
  public var head: BlockState?

  public init() {}

  /// Boxes of a figure: corner and far corner, front to the south.
  private var boxes: [(Cell, Cell)] {
    switch figure {
    case .person:
      [
        (Cell(1, 0, 1), Cell(1, 2, 1)), (Cell(3, 0, 1), Cell(3, 2, 1)),
        (Cell(1, 3, 1), Cell(3, 5, 1)), (Cell(0, 3, 1), Cell(0, 5, 1)),
        (Cell(4, 3, 1), Cell(4, 5, 1)), (Cell(1, 6, 0), Cell(3, 8, 2)),
      ]
    case .creeper:
      [
        (Cell(0, 0, 0), Cell(2, 1, 0)), (Cell(0, 0, 2), Cell(2, 1, 2)),
        (Cell(0, 2, 1), Cell(2, 6, 1)), (Cell(0, 7, 0), Cell(2, 9, 2)),
      ]
    case .cat:
      [
        (Cell(0, 0, 0), Cell(0, 1, 0)), (Cell(2, 0, 0), Cell(2, 1, 0)),
        (Cell(0, 0, 4), Cell(0, 1, 4)), (Cell(2, 0, 4), Cell(2, 1, 4)),
        (Cell(0, 2, 0), Cell(2, 3, 4)), (Cell(0, 4, 4), Cell(2, 6, 6)),
        (Cell(0, 7, 5), Cell(0, 7, 5)), (Cell(2, 7, 5), Cell(2, 7, 5)),
        (Cell(1, 4, 0), Cell(1, 6, 0)),
      ]
    case .dog:
      [
        (Cell(0, 0, 0), Cell(0, 1, 0)), (Cell(2, 0, 0), Cell(2, 1, 0)),
        (Cell(0, 0, 4), Cell(0, 1, 4)), (Cell(2, 0, 4), Cell(2, 1, 4)),
        (Cell(0, 2, 0), Cell(2, 3, 4)), (Cell(0, 4, 4), Cell(2, 5, 5)),
        (Cell(1, 4, 6), Cell(1, 4, 6)), (Cell(0, 6, 4), Cell(0, 6, 4)),
        (Cell(2, 6, 4), Cell(2, 6, 4)), (Cell(1, 4, 0), Cell(1, 5, 0)),
      ]
    case .horse:
      [
        (Cell(0, 0, 0), Cell(0, 2, 0)), (Cell(2, 0, 0), Cell(2, 2, 0)),
        (Cell(0, 0, 5), Cell(0, 2, 5)), (Cell(2, 0, 5), Cell(2, 2, 5)),
        (Cell(0, 3, 0), Cell(2, 4, 5)), (Cell(1, 5, 5), Cell(1, 7, 5)),
        (Cell(1, 7, 6), Cell(1, 8, 7)), (Cell(1, 3, -1), Cell(1, 4, -1)),
      ].map { ($0.0 + Cell(0, 0, 1), $0.1 + Cell(0, 0, 1)) }
    case .bird:
      [
        (Cell(1, 0, 2), Cell(1, 1, 2)), (Cell(3, 0, 2), Cell(3, 1, 2)),
        (Cell(1, 2, 0), Cell(3, 4, 4)), (Cell(0, 3, 1), Cell(4, 4, 3)),
        (Cell(1, 5, 3), Cell(3, 7, 5)), (Cell(2, 6, 6), Cell(2, 6, 6)),
      ]
    case .snowman:
      [
        (Cell(0, 0, 0), Cell(4, 3, 4)), (Cell(1, 4, 1), Cell(3, 6, 3)),
        (Cell(1, 7, 1), Cell(3, 8, 3)),
      ]
    case .obelisk:
      [
        (Cell(0, 0, 0), Cell(4, 0, 4)), (Cell(1, 1, 1), Cell(3, 8, 3)),
        (Cell(2, 9, 2), Cell(2, 10, 2)),
      ]
    case .tree:
      [
        (Cell(2, 0, 2), Cell(2, 3, 2)), (Cell(0, 4, 0), Cell(4, 5, 4)),
        (Cell(1, 6, 1), Cell(3, 6, 3)), (Cell(2, 7, 2), Cell(2, 7, 2)),
      ]
    }
  }

  private var size: Cell {
    boxes.reduce(Cell(0, 0, 0)) {
      Cell(max($0.x, $1.1.x), max($0.y, $1.1.y), max($0.z, $1.1.z))
    } + Cell(1, 1, 1)
  }

  /// The scale at which it comes nearest to a height.
  func scale(for height: Int) -> Int { min(8, max(1, (height + size.y / 2) / size.y)) }

  private var rim: Int { hasPlinth ? 1 : 0 }

  public var footprint: (x: Int, z: Int) {
    let across = size.x * scale + 2 * rim
    let deep = size.z * scale + 2 * rim
    return front.x == 0 ? (across, deep) : (deep, across)
  }

  public func write(
    into plan: inout PlanWriter, at corner: Cell, on site: Site, random: inout Random
  ) throws(PlanError) {
    guard (1...8).contains(scale) else { throw .unfit("a statue's scale is 1 to 8") }
    let across = size.x * scale + 2 * rim
    let deep = size.z * scale + 2 * rim
    let frame = Frame(corner: corner, width: across, depth: deep, front: front)
    try plan.inside(frame) { plan throws(PlanError) in
      if hasPlinth {
        plan.fill(Cell(0, 0, 0), Cell(across - 1, 0, deep - 1), "stone_bricks", part: "plinth")
      }
      for (lower, upper) in boxes {
        let a = Cell(lower.x * scale + rim, lower.y * scale + rim, lower.z * scale + rim)
        let b = Cell(
          (upper.x + 1) * scale - 1 + rim, (upper.y + 1) * scale - 1 + rim,
          (upper.z + 1) * scale - 1 + rim)
        if let head, upper.y == size.y - 1 {
          let state = head.kind == .turnedCube ? head.with(.facing, Direction.south) : head
          plan.fill(a, b, state, part: "head")
          continue
        }
        plan.fill(
          a, b, figure == .tree && lower.y > 0 ? "oak_leaves[persistent=true]" : material,
          part: "figure")
      }
    }
  }
}

/// A sailing ship on the water, or on stocks on dry ground.
public struct Ship: Structure {
  public static let name = "ship"

  public var length = 21
  public var front = Direction.south
  public var hull: Material = "spruce_planks"
  public var sail: BlockState = "white_wool"
  public var masts = 2
  public var hasSails = true

  public init() {}

  private var beam: Int { max(5, length / 3 | 1) }

  public var footprint: (x: Int, z: Int) {
    front.x == 0 ? (beam, length) : (length, beam)
  }

  public func write(
    into plan: inout PlanWriter, at corner: Cell, on site: Site, random: inout Random
  ) throws(PlanError) {
    guard (9...96).contains(length), (0...4).contains(masts) else {
      throw .unfit("a ship is 9 to 96 long and has up to 4 masts")
    }
    let frame = Frame(corner: corner, width: beam, depth: length, front: front)
    let middle = beam / 2
    let height = max(3, length / 7)
    try plan.inside(frame) { plan throws(PlanError) in
      // The bow is to the south; the hull narrows towards it and towards the keel.
      for y in 0..<height {
        let rows = (0..<length).map { z -> String in
          let bow = max(0, z - (length - 1 - beam / 2))
          let half = max(0, min(middle, middle - bow, y + max(1, middle - height + 1)))
          return String((0..<beam).map { abs($0 - middle) <= half ? "#" : "." })
        }
        let layer = plan.picture(Mask(rows, .xz), at: Cell(0, y, 0))
        plan.paint(layer, hull.full, part: "hull")
        if y == height - 1 {
          plan.paint(plan.shell(layer, open: .both), hull.full, part: "hull")
          let rail = plan.move(plan.shell(layer, open: .both), by: Cell(0, 1, 0))
          plan.paint(rail, hull.fence, part: "railing")
        }
      }
      plan.fill(
        Cell(middle, -1, 1), Cell(middle, -1, length - 3), hull.log.with(.axis, PropertyWord.z),
        part: "keel")
      for mast in 0..<masts {
        let z = (2 * mast + 1) * (length - beam / 2) / (2 * masts)
        let top = height + length / 2
        plan.fill(Cell(middle, height, z), Cell(middle, top, z), hull.log, part: "masts")
        guard hasSails else { continue }
        plan.fill(
          Cell(0, height + 3, z + 1), Cell(beam - 1, top - 1, z + 1), sail, part: "sails")
      }
    }
  }
}
