import Arena
import Math

extension World {
  /// Chunks to each side of whoever looks that are drawn.
  private static let sight = 6

  /// Adds the chunks about a cell. They share their storage with the world.
  func drawChunks(around middle: Cell, into scene: inout Scene) {
    scene.blockLooks = BlockLooks.all
    for y in 0..<(size.y + 15) / 16 {
      for z in 0..<chunksAlong where abs(z - middle.z >> 4) <= Self.sight {
        for x in 0..<chunksAcross where abs(x - middle.x >> 4) <= Self.sight {
          let chunk = chunks[(y * chunksAlong + z) * chunksAcross + x]
          // Air alone, whether or not the chunk has room of its own already.
          if chunk.wide.isEmpty, chunk.palette.allSatisfy({ $0 == 0 }) { continue }
          scene.chunks.append(
            Scene.BlockChunk(
              x: x, y: y, z: z, palette: chunk.palette, cells: chunk.cells, wide: chunk.wide))
        }
      }
    }
    for block in falling {
      scene.add(
        .box(
          centre: Vector3(Double(block.x) + 0.5, -Double(block.z) - 0.5, block.height + 0.5),
          half: Vector3(0.49, 0.49, 0.49), rotation: .identity),
        BlockLooks.all[Int(block.state.id)].colour, name: "falling")
    }
  }

  /// Adds the world about a body, and the body.
  func draw(around body: Body, into scene: inout Scene) {
    scene.surroundings = .openAir
    drawChunks(around: body.cell, into: &scene)
    body.draw(into: &scene)
    if let sight = sight(of: body) { drawOutline(of: sight.cell, into: &scene) }
    if scene.layers.contains(.power) { drawPower(around: body.cell, into: &scene) }
    let centre = Vector3(body.x, -body.z, body.y + Body.height / 2)
    let reach = Vector3(9, 9, 5)
    scene.lowerCorner = centre - reach
    scene.upperCorner = centre + reach
  }

  /// The edges of the block that the body looks at.
  private func drawOutline(of cell: Cell, into scene: inout Scene) {
    let low = Vector3(Double(cell.x), -Double(cell.z) - 1, Double(cell.y))
    let rim = 0.004
    func corner(_ index: Int) -> Vector3 {
      low
        + Vector3(
          index & 1 == 0 ? -rim : 1 + rim, index & 2 == 0 ? -rim : 1 + rim,
          index & 4 == 0 ? -rim : 1 + rim)
    }
    for a in 0..<8 {
      for axis in [1, 2, 4] where a & axis == 0 {
        scene.add(
          .line(from: corner(a), to: corner(a | axis)), Scene.Colour(10, 10, 10, alpha: 170),
          name: "aim")
      }
    }
  }

  /// How far from the body power levels are shown.
  private static let powerReach = 10

  private func drawPower(around middle: Cell, into scene: inout Scene) {
    let reach = Self.powerReach
    for y in max(0, middle.y - reach)...min(size.y - 1, middle.y + reach) {
      for z in max(0, middle.z - reach)...max(0, min(size.z - 1, middle.z + reach)) {
        for x in max(0, middle.x - reach)...max(0, min(size.x - 1, middle.x + reach)) {
          let state = self[x, y, z]
          guard state.kind == .redstoneWire else { continue }
          scene.add(
            .label(
              at: Scene.place(Cell(x, y, z), raised: 0.3), text: "\(state.number(.power))"),
            Scene.Colour(255, 120, 110), name: "power")
        }
      }
    }
  }
}

extension Scene {
  /// The middle of a cell's floor, raised by some blocks, in the scene's axes: x to the east, y to
  /// the north, z up.
  static func place(_ cell: Cell, raised: Double = 0) -> Vector3 {
    Vector3(Double(cell.x) + 0.5, -Double(cell.z) - 0.5, Double(cell.y) + raised)
  }
}
