import Arena
import Math

/// Draws a world about a body. Pictures have z upwards, so that north is their positive y.
enum Picture {
  /// How far around the body blocks are drawn.
  static let radius = 20

  /// The middle of a cell's floor, raised by `y` blocks, in the picture's axes.
  static func point(_ cell: Cell, y: Double = 0) -> Vector3 {
    Vector3(Double(cell.x) + 0.5, -Double(cell.z) - 0.5, Double(cell.y) + y)
  }

  static func add(
    _ shape: Scene.Shape, _ colour: Scene.Colour, name: String = "", into scene: inout Scene
  ) {
    scene.add(shape, colour, name: name)
  }

  /// Draws a body and where it looks.
  static func draw(_ body: Body, into scene: inout Scene) {
    let centre = Vector3(body.x, -body.z, body.y + Body.height / 2)
    add(
      .box(
        centre: centre, half: Vector3(Body.width / 2, Body.width / 2, Body.height / 2),
        rotation: .identity), Scene.Colour(60, 90, 160), name: "body", into: &scene)
    let look = body.look
    let eye = Vector3(body.x, -body.z, body.y + Body.eyeHeight)
    add(
      .line(from: eye, to: eye + Vector3(look.x, -look.z, look.y)), Scene.Colour(20, 20, 20),
      name: "look", into: &scene)
  }

  /// Draws the boxes of all blocks near a body that are not hidden by others, and the body.
  static func draw(_ world: borrowing World, around body: Body, into scene: inout Scene) {
    let middle = body.cell
    for y in max(0, middle.y - radius)..<max(1, min(world.size.y, middle.y + radius)) {
      for z in max(0, middle.z - radius)..<max(1, min(world.size.z, middle.z + radius)) {
        for x in max(0, middle.x - radius)..<max(1, min(world.size.x, middle.x + radius)) {
          draw(world, Cell(x, y, z), into: &scene)
        }
      }
    }
    draw(body, into: &scene)
    let centre = Vector3(body.x, -body.z, body.y + Body.height / 2)
    let reach = Vector3(12, 12, 8)
    scene.lowerCorner = centre - reach
    scene.upperCorner = centre + reach
  }

  private static func draw(_ world: borrowing World, _ cell: Cell, into scene: inout Scene) {
    let state = world[cell]
    guard !state.isAir else { return }
    let isHidden = Direction.allCases.allSatisfy { direction in
      world.traits(at: cell + direction).filter == 15
    }
    guard !isHidden else { return }
    let colour = BlockColour.of(state)
    for shape in BlockTable.standard.boxes(ofShape: shape(of: state)) {
      let box = Box(shape, in: cell)
      let centre = Vector3((box.x0 + box.x1) / 2, -(box.z0 + box.z1) / 2, (box.y0 + box.y1) / 2)
      let half = Vector3((box.x1 - box.x0) / 2, (box.z1 - box.z0) / 2, (box.y1 - box.y0) / 2)
      add(.box(centre: centre, half: half, rotation: .identity), colour, into: &scene)
    }
  }

  /// The outline where there is one, and a full cell for water and lava.
  private static func shape(of state: BlockState) -> UInt16 {
    let traits = state.traits
    return traits.kind.isFluid ? Self.full : traits.outline
  }

  private static let full = BlockState("stone").traits.outline
}
