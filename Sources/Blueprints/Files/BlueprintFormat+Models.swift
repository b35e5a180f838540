import Arena
import VoxelWorld

extension BlueprintFormat {
  /// A scene of MagicaVoxel: z up, y away, a palette of at most 255 colours. States beyond those
  /// take the nearest colour there is.
  static func scene(_ cells: BlueprintCells) -> [UInt8] {
    var colours: [Arena.Scene.Colour] = []
    let places = cells.palette.map { state -> UInt8 in
      let colour = state.colour
      if let place = colours.firstIndex(of: colour) { return UInt8(place + 1) }
      if colours.count < 255 {
        colours.append(colour)
        return UInt8(colours.count)
      }
      let nearest = colours.indices.min {
        colours[$0].distance(to: colour) < colours[$1].distance(to: colour)
      }
      return UInt8((nearest ?? 0) + 1)
    }
    var voxels: [UInt8] = []
    cells.forEachCell { x, y, z, index in
      guard index != 0 else { return }
      voxels += [UInt8(x), UInt8(cells.size.z - 1 - z), UInt8(y), places[index]]
    }
    var table = [UInt8](repeating: 0, count: 1024)
    for (place, colour) in colours.enumerated() {
      table.replaceSubrange(
        4 * place..<4 * place + 4, with: [colour.red, colour.green, colour.blue, 255])
    }
    let size = [cells.size.x, cells.size.z, cells.size.y].flatMap { littleEndian($0) }
    let children =
      chunk("SIZE", size) + chunk("XYZI", littleEndian(voxels.count / 4) + voxels)
      + chunk("RGBA", table)
    return Array("VOX ".utf8) + littleEndian(150) + chunk("MAIN", [], children)
  }

  private static func chunk(
    _ name: String, _ content: [UInt8], _ children: [UInt8] = []
  ) -> [UInt8] {
    Array(name.utf8) + littleEndian(content.count) + littleEndian(children.count) + content
      + children
  }

  private static func littleEndian(_ number: Int) -> [UInt8] {
    stride(from: 0, to: 32, by: 8).map { UInt8(truncatingIfNeeded: number >> $0) }
  }
}

extension BlueprintFormat {
  /// A mesh of the faces between blocks and air, y up, each block a cube of one colour.
  static func mesh(_ cells: BlueprintCells) -> [UInt8] {
    let size = cells.size
    func isFilled(_ x: Int, _ y: Int, _ z: Int) -> Bool {
      guard size.contains(Cell(x, y, z)) else { return false }
      return cells.indices[(y * size.z + z) * size.x + x] != 0
    }
    var text = "# faces of blocks, one unit each; x east, y up, z south\n"
    var corners = 0
    cells.forEachCell { x, y, z, index in
      guard index != 0 else { return }
      let colour = cells.palette[index].colour
      let tint = [colour.red, colour.green, colour.blue].map { "\(Float($0) / 255)" }
      let paint = tint.joined(separator: " ")
      for face in faces where !isFilled(x + face.way.0, y + face.way.1, z + face.way.2) {
        for corner in face.corners {
          text += "v \(x + corner.0) \(y + corner.1) \(z + corner.2) \(paint)\n"
        }
        text += "f \(corners + 1) \(corners + 2) \(corners + 3) \(corners + 4)\n"
        corners += 4
      }
    }
    return Array(text.utf8)
  }

  private typealias Place = (Int, Int, Int)

  /// The corners go round against the clock, seen from outside.
  private static let faces: [(way: Place, corners: [Place])] = [
    ((1, 0, 0), [(1, 0, 0), (1, 1, 0), (1, 1, 1), (1, 0, 1)]),
    ((-1, 0, 0), [(0, 0, 0), (0, 0, 1), (0, 1, 1), (0, 1, 0)]),
    ((0, 1, 0), [(0, 1, 0), (0, 1, 1), (1, 1, 1), (1, 1, 0)]),
    ((0, -1, 0), [(0, 0, 0), (1, 0, 0), (1, 0, 1), (0, 0, 1)]),
    ((0, 0, 1), [(0, 0, 1), (1, 0, 1), (1, 1, 1), (0, 1, 1)]),
    ((0, 0, -1), [(0, 0, 0), (0, 1, 0), (1, 1, 0), (1, 0, 0)]),
  ]
}
