import Arena
import Math

/// The blocks about a body as an observation field: one number per cell that says what the cell is
/// to somebody who walks.
///
/// Rows run from north to south, in them cells from west to east, layer upon layer from two below
/// the feet to three above. The window does not turn with the view; the yaw is observed beside it.
enum Window {
  /// Cells to each side of the body's own.
  static let radius = 4
  static let below = 2
  static let above = 3
  static let side = 2 * radius + 1
  static let layers = below + 1 + above
  static let width = side * side * layers

  static let fields = [Field("window", unit: "height", count: width, in: -2...1.5)]

  /// What a cell holds: 0 for nothing, the height of what stands there, -1 for water, -2 for lava,
  /// -0.5 for what can be climbed.
  static func code(_ traits: BlockTraits, _ world: borrowing World) -> Float {
    if traits.kind == .lava { return -2 }
    if traits.flags.contains(.climbable) { return -0.5 }
    let shape = Int(traits.collision)
    var height = 0.0
    for index in world.boxStarts[shape]..<world.boxStarts[shape + 1] {
      height = max(height, world.boxes[index].y1)
    }
    if height == 0, traits.kind == .water { return -1 }
    return Float(height)
  }

  static func write(
    _ world: borrowing World, around body: Body, into observation: inout MutableSpan<Float>,
    at start: Int
  ) {
    let feet = body.cell
    var index = start
    for y in feet.y - below...feet.y + above {
      for z in feet.z - radius...feet.z + radius {
        for x in feet.x - radius...feet.x + radius {
          let cell = Cell(x, y, z)
          let isWall = x < 0 || z < 0 || y < 0 || x >= world.size.x || z >= world.size.z
          let state = world[cell]
          // The edges of the world are walls; most cells are air.
          observation[index] =
            isWall ? 1 : state.isAir ? 0 : code(world.traits[Int(state.id)], world)
          index += 1
        }
      }
    }
  }
}
